import { type Asked, firstAnswer, keptAnswer } from './change.ts';
import { judge } from './judge.ts';
import { toOutcome } from './outcome-event.ts';
import type { Attempt, Progress } from './progress.ts';
import { type Acts, isScore, mostInRow, type Row, type Score, type Wave } from './round.ts';

/** What is asked in a round: by the starting check, by the closing check, and by a refresher. */
export interface RoundItems {
  readonly start: readonly Asked[];
  readonly finish: readonly Asked[];
  /** The few questions of a refresher, and their counterparts in the starting check. */
  readonly refresher: readonly Asked[];
  readonly startShort: readonly Asked[];
}

const DAY = 24 * 60;

/** From which to which day after the course was completed an answer counts for a wave. */
const windows: readonly (readonly [wave: Wave, from: number, to: number])[] = [
  ['weeks-3', 14, 56],
  ['months-3', 57, 136],
  ['months-6', 137, 320],
];

/**
 * What a record gives to a round. Of answers that are judged only the first of a wave counts, because a second try has
 * read the feedback of the first; a check that was answered in part counts for nothing.
 * @param acts what the learner says of the time since the course, or null
 */
export function progressToRow(
  { round, person }: Pick<Row, 'round' | 'person'>,
  { answers, outcomes }: Pick<Progress, 'answers' | 'outcomes'>,
  items: RoundItems,
  acts: Acts | null,
): Row {
  const ends = outcomes.map(toOutcome).flatMap((one) => (one?.passed ? [one.at] : []));
  const [end] = ends;
  const scores: Partial<Record<Wave, Score>> = {};
  const put = (wave: Wave, asked: readonly Asked[], pick: (one: Asked) => Attempt | undefined) => {
    const score = scoreOf(asked, pick);
    if (score) scores[wave] = score;
  };
  const kept = ({ id }: Asked) => keptAnswer(answers[id]);
  const judged = ({ id, key }: Asked, isIn: (attempt: Attempt) => boolean = () => true) =>
    (key.kind === 'scale' ? keptAnswer : firstAnswer)(answers[id]?.filter(isIn));
  put('start', items.start, kept);
  put('start-short', items.startShort, kept);
  put('finish', items.finish, (one) => judged(one));
  for (const [wave, from, to] of windows) {
    if (end === undefined) break;
    const isIn = ({ at }: Attempt) => at >= end + from * DAY && at < end + (to + 1) * DAY;
    put(wave, items.refresher, (one) => judged(one, isIn));
  }
  return { round, person, passed: end !== undefined, scores, acts: acts && atMost(acts) };
}

/** What was answered, as counts; null while something is open. */
function scoreOf(asked: readonly Asked[], pick: (one: Asked) => Attempt | undefined): Score | null {
  const given = asked.flatMap((one) => {
    const attempt = pick(one);
    return attempt ? [{ key: one.key, choice: attempt.choice }] : [];
  });
  if (given.length < asked.length) return null;
  const [scales, questions] = [
    given.filter(({ key }) => key.kind === 'scale'),
    given.filter(({ key }) => key.kind !== 'scale'),
  ];
  const score = {
    right: questions.filter(({ key, choice }) => judge(key, choice) === 'right').length,
    asked: questions.length,
    ready: scales.reduce((sum, { choice: [step = ''] }) => sum + Number(step), 0),
    scales: scales.length,
  };
  return isScore(score) ? score : null;
}

const atMost = ({ asked, handedOver, followedUp }: Acts): Acts => ({
  asked: Math.min(asked, mostInRow.acts),
  handedOver: Math.min(handedOver, mostInRow.acts),
  followedUp: Math.min(followedUp, mostInRow.acts),
});

/** Reads a count that somebody typed, in whatever digits; null where it is none. */
export function typedToCount(latin: string): number | null {
  const text = latin.trim();
  return /^\d{1,4}$/.test(text) ? Math.min(Number(text), mostInRow.acts) : null;
}
