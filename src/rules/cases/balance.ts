import { judgeDecision } from '../../domain/cases.ts';
import { isSignal } from '../../domain/cases-result.ts';
import { decisions } from '../../schema/cases.ts';
import { habitProblem } from '../habits.ts';
import { found, type Problem } from '../problem.ts';
import type { CaseSet } from './keys.ts';

/** Least and greatest part of a set in which one decision is right, and least part of false alarms. */
const LEAST = 0.12;
const MOST = 0.45;
const LEAST_NOISE = 1 / 3;
/** Greatest part of a set in which one decision may fit, as the right one or as an accepted one. */
const MOST_FITTING = 0.5;

type Case = CaseSet['set']['cases'][number];

const WHY = 'Whoever notices what is mostly right decides without looking.';

/** The decisions are right about equally often, and deciding always the same is of no use. */
export function casesBalanceProblems({ file, set, lineOfHead }: CaseSet): Problem[] {
  const line = lineOfHead('cases');
  const total = set.cases.length;
  const drawProblems = found(
    set.draw >= total && {
      ...{ file, line: lineOfHead('draw'), value: `${set.draw}` },
      message: `A run draws ${set.draw} of ${total} cases.`,
      instead: `Write draw: ${total - 1} or less, or add cases.`,
      why: 'A second run should show other cases.',
    },
  );
  const shares = decisions.flatMap((decision): Problem[] => {
    const isOne = ({ right }: Case) => right === decision;
    const problem = (count: number, instead: string): Problem => ({
      ...{ file, line, value: decision, why: WHY },
      message: `“${decision}” is right in ${count} of ${total} cases.`,
      instead,
    });
    const count = set.cases.filter(isOne).length;
    if (count < total * LEAST) {
      const least = Math.ceil(total * LEAST);
      return [problem(count, `Add cases until it is right in ${least} at least.`)];
    }
    return habitProblem<Case>(set.cases, {
      ...{ finds: isOne, most: MOST },
      problem: (_, most) =>
        problem(
          count,
          `Add cases with other decisions until it is right in ${most} of ${total} at most.`,
        ),
    });
  });
  const noise = set.cases.filter((one) => !isSignal(one)).length;
  const noiseProblems = found(
    noise < total * LEAST_NOISE && {
      ...{ file, line, value: `${noise}` },
      message: `Only ${noise} of ${total} cases are false alarms or can wait.`,
      instead: `Add cases that are right with “leave” or “check-in”, until there are ${Math.ceil(total * LEAST_NOISE)}.`,
      why: WHY,
    },
  );
  const habits = decisions.flatMap((decision) =>
    habitProblem<Case>(set.cases, {
      finds: (one) => ['right', 'accepted'].includes(judgeDecision(one, decision)),
      most: MOST_FITTING,
      problem: (fitting, most) => {
        const accepting = fitting.filter(({ right }) => right !== decision).map(({ id }) => id);
        return {
          ...{ file, line, value: decision, why: WHY },
          message: `Whoever always decides “${decision}” is told in ${fitting.length} of ${total} cases that it fits.`,
          instead: `Take “${decision}” out of “also” of some of these cases, until it fits in ${most} at most: ${accepting.join(', ')}`,
        };
      },
    }),
  );
  return [...drawProblems, ...shares, ...noiseProblems, ...habits];
}
