import { judgeDecision } from '../../domain/cases.ts';
import { isSignal } from '../../domain/cases-result.ts';
import { decisions } from '../../schema/cases.ts';
import type { Problem } from '../problem.ts';
import type { CaseSet } from './keys.ts';

/** Least and greatest part of a set in which one decision is right, and least part of false alarms. */
const LEAST = 0.12;
const MOST = 0.45;
const LEAST_NOISE = 1 / 3;
/** Greatest part of a set in which one decision may fit, as the right one or as an accepted one. */
const MOST_FITTING = 0.5;

const WHY = 'Whoever notices what is mostly right decides without looking.';

/** The decisions are right about equally often, and deciding always the same is of no use. */
export function casesBalanceProblems({ file, set, lineOfHead }: CaseSet): Problem[] {
  const line = lineOfHead('cases');
  const total = set.cases.length;
  const drawProblems: Problem[] =
    set.draw < total
      ? []
      : [
          {
            ...{ file, line: lineOfHead('draw'), value: `${set.draw}` },
            message: `A run draws ${set.draw} of ${total} cases.`,
            instead: `Write draw: ${total - 1} or less, or add cases.`,
            why: 'A second run should show other cases.',
          },
        ];
  const shares = decisions.flatMap((decision): Problem[] => {
    const count = set.cases.filter(({ right }) => right === decision).length;
    const isFew = count < total * LEAST;
    if (!isFew && count <= total * MOST) return [];
    return [
      {
        ...{ file, line, value: decision },
        message: `“${decision}” is right in ${count} of ${total} cases.`,
        instead: isFew
          ? `Add cases until it is right in ${Math.ceil(total * LEAST)} at least.`
          : `Add cases with other decisions until it is right in ${Math.floor(total * MOST)} of ${total} at most.`,
        why: WHY,
      },
    ];
  });
  const noise = set.cases.filter((one) => !isSignal(one)).length;
  const noiseProblems: Problem[] =
    noise >= total * LEAST_NOISE
      ? []
      : [
          {
            ...{ file, line, value: `${noise}` },
            message: `Only ${noise} of ${total} cases are false alarms or can wait.`,
            instead: `Add cases that are right with “leave” or “check-in”, until there are ${Math.ceil(total * LEAST_NOISE)}.`,
            why: WHY,
          },
        ];
  const habits = decisions.flatMap((decision): Problem[] => {
    const fits = (one: (typeof set.cases)[number]) =>
      ['right', 'accepted'].includes(judgeDecision(one, decision));
    const fitting = (set.cases as (typeof set.cases)[number][]).filter(fits);
    if (fitting.length <= total * MOST_FITTING) return [];
    const accepting = fitting.filter(({ right }) => right !== decision).map(({ id }) => id);
    return [
      {
        ...{ file, line, value: decision },
        message: `Whoever always decides “${decision}” is told in ${fitting.length} of ${total} cases that it fits.`,
        instead: `Take “${decision}” out of “also” of some of these cases, until it fits in ${Math.floor(total * MOST_FITTING)} at most: ${accepting.join(', ')}`,
        why: WHY,
      },
    ];
  });
  return [...drawProblems, ...shares, ...noiseProblems, ...habits];
}
