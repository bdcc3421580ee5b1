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

type Answers = Readonly<Record<string, readonly Attempt[]>>;

/** The first answers to some questions; undefined while one of them is open. */
function firstAnswers(asked: readonly Asked[], answers: Answers) {
  const first = asked.flatMap(({ id, key }) => {
    const [attempt] = answers[id] ?? [];
    return attempt ? [{ key, choice: attempt.choice }] : [];
  });
  return first.length === asked.length && first.length > 0 ? first : undefined;
}

/** Share of the questions answered rightly at the first try, in percent. */
function known(asked: readonly Asked[], answers: Answers): number | null {
  const first = firstAnswers(asked, answers);
  if (!first) return null;
  return pomp(
    first.map(({ key, choice }) => (judge(key, choice) === 'right' ? 1 : 0)),
    0,
    1,
  );
}

/** How ready somebody felt at the first answer, in percent of the scale from 1 to 5. */
function felt(asked: readonly Asked[], answers: Answers): number | null {
  const first = firstAnswers(asked, answers);
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
 * What has moved between the starting and the closing check. Only first answers count, because a second try has read
 * the feedback of the first.
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
    ),
    after: measure(
      of.map(({ after }) => after),
      answers,
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
