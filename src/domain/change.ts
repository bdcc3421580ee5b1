import { judge, type Key } from './judge.ts';
import type { Attempt } from './progress.ts';
import { pomp } from './statistics.ts';

/** A question with the key by which it is judged. */
export interface Asked {
  readonly id: string;
  readonly key: Key;
}

/** A question of the starting check and its counterpart in the closing check. */
export interface Pair {
  readonly before: Asked;
  readonly after: Asked;
}

/** Something before the course and after it, each from 0 to 100; null where a question is still open. */
export interface Change {
  readonly before: number | null;
  readonly after: number | null;
}

/** Picks the answer that counts. */
type Counts = (attempts?: readonly Attempt[]) => Attempt | undefined;
type Answers = Readonly<Record<string, readonly Attempt[]>>;

/** Minutes in which an answer that nobody judged may be changed. */
const CHANGING = 60;

/** The answer that counts of those to a question that is judged at once: the first, for a second has read why. */
export const firstAnswer = ([first]: readonly Attempt[] = []): Attempt | undefined => first;

/** The answer that counts of those to a question that is not judged: the last that was given soon after the first. */
export const keptAnswer = (attempts: readonly Attempt[] = []): Attempt | undefined =>
  attempts.filter(({ at }) => at <= (attempts[0]?.at ?? 0) + CHANGING).slice(-1)[0];

/** The answers that count of some questions; undefined while one of them is open. */
function counted(asked: readonly Asked[], answers: Answers, pick: Counts) {
  const given = asked.flatMap(({ id, key }) => {
    const attempt = pick(answers[id]);
    return attempt ? [{ key, choice: attempt.choice }] : [];
  });
  return given.length === asked.length && given.length > 0 ? given : undefined;
}

/** Share of the questions answered rightly, in percent. */
function known(asked: readonly Asked[], answers: Answers, pick: Counts): number | null {
  const first = counted(asked, answers, pick);
  if (!first) return null;
  return pomp(
    first.map(({ key, choice }) => (judge(key, choice) === 'right' ? 1 : 0)),
    0,
    1,
  );
}

/** How ready somebody felt, in percent of the scale from 1 to 5. */
function felt(asked: readonly Asked[], answers: Answers): number | null {
  const first = counted(asked, answers, keptAnswer);
  return (
    (first &&
      pomp(
        first.map(({ choice: [step = '1'] }) => Number(step)),
        1,
        5,
      )) ??
    null
  );
}

/**
 * What has moved between the starting and the closing check. Where an answer is judged only the first counts, because a
 * second try has read the feedback of the first; what is kept and not judged may be changed while the check lasts.
 * @param pairs questions and their counterparts; scales are readiness, all others knowledge
 */
export function changes(
  pairs: readonly Pair[],
  answers: Answers,
): { knowledge: Change; readiness: Change } {
  const isScale = ({ before }: Pair) => before.key.kind === 'scale';
  const change = (of: readonly Pair[], measure: typeof known): Change => ({
    before: measure(
      of.map(({ before }) => before),
      answers,
      keptAnswer,
    ),
    after: measure(
      of.map(({ after }) => after),
      answers,
      firstAnswer,
    ),
  });
  return {
    knowledge: change(
      pairs.filter((pair) => !isScale(pair)),
      known,
    ),
    readiness: change(pairs.filter(isScale), felt),
  };
}
