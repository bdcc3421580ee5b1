import { isSignal, tallyOf } from '../domain/cases-result.ts';
import { detection } from '../domain/signal.ts';
import { decisions } from '../schema/cases.ts';
import type { CaseSet } from './cases-keys.ts';
import type { Fault } from './fault.ts';

/** Least and greatest part of a set in which one decision is right, and least part of false alarms. */
const LEAST = 0.12;
const MOST = 0.45;
const LEAST_NOISE = 1 / 3;
/** Always deciding the same may come to a d′ of this much, by the correction and by what is accepted besides. */
const USELESS = 0.5;

const WHY = 'Whoever notices what is mostly right decides without looking.';

/** The decisions are right about equally often, and deciding always the same is of no use. */
export function casesBalanceFaults({ file, set, lineOfHead }: CaseSet): Fault[] {
  const line = lineOfHead('cases');
  const total = set.cases.length;
  const drawFaults: Fault[] =
    set.draw < total
      ? []
      : [
          {
            ...{ file, line: lineOfHead('draw'), value: `${set.draw}` },
            problem: `A run draws ${set.draw} of ${total} cases.`,
            instead: `Write draw: ${total - 1} or less, or add cases.`,
            why: 'A second run should show other cases.',
          },
        ];
  const shares = decisions.flatMap((decision): Fault[] => {
    const count = set.cases.filter(({ right }) => right === decision).length;
    const isFew = count < total * LEAST;
    if (!isFew && count <= total * MOST) return [];
    return [
      {
        ...{ file, line, value: decision },
        problem: `“${decision}” is right in ${count} of ${total} cases.`,
        instead: isFew
          ? `Add cases until it is right in ${Math.ceil(total * LEAST)} at least.`
          : `Add cases with other decisions until it is right in ${Math.floor(total * MOST)} of ${total} at most.`,
        why: WHY,
      },
    ];
  });
  const noise = set.cases.filter((one) => !isSignal(one)).length;
  const noiseFaults: Fault[] =
    noise >= total * LEAST_NOISE
      ? []
      : [
          {
            ...{ file, line, value: `${noise}` },
            problem: `Only ${noise} of ${total} cases are false alarms or can wait.`,
            instead: `Add cases that are right with “leave” or “check-in”, until there are ${Math.ceil(total * LEAST_NOISE)}.`,
            why: WHY,
          },
        ];
  return [...drawFaults, ...shares, ...noiseFaults, ...habitFaults()];

  function habitFaults(): Fault[] {
    return decisions.flatMap((decision) => {
      const always = set.cases.map((key) => ({ key, decision }));
      const { sensitivity } = detection(tallyOf(always));
      if (sensitivity <= USELESS) return [];
      const accepting = set.cases.filter(
        (one) => !isSignal(one) && one.also.some((also) => also === decision),
      );
      return [
        {
          ...{ file, line, value: decision },
          problem: `Whoever always decides “${decision}” comes to a d′ of ${sensitivity.toFixed(1)}.`,
          instead: `Take “${decision}” out of “also” of some of these cases: ${accepting.map(({ id }) => id).join(', ')}`,
          why: 'The result is to say how well somebody looks; a habit must come to nothing.',
        },
      ];
    });
  }
}
