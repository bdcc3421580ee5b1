import { everyOf } from './every.ts';
import { pomp } from './statistics.ts';

/** A small study of a hostel association: who has its code, takes part. */
export interface Round {
  /** Six letters of Crockford's base32, drawn by chance. */
  readonly id: string;
  /** The day on which it begins, `2026-12-01`. */
  readonly starts: string;
}

/**
 * When somebody is asked: before the course and at its end all questions of both checks, which are counterparts; at the
 * first three refreshers the few that a refresher has. `start-short` are the counterparts of those few before the course,
 * so that like is compared with like.
 */
export type Wave = 'start' | 'start-short' | 'finish' | 'weeks-3' | 'months-3' | 'months-6';
/** In the order of time. Rows hold one bit for each, in this order. */
export const waves = everyOf<Wave>()([
  'start',
  'start-short',
  'finish',
  'weeks-3',
  'months-3',
  'months-6',
]);

/** What somebody answered in one wave, as counts: which question was answered how is not said. */
export interface Score {
  /** Questions answered rightly at the first try, of those asked. */
  readonly right: number;
  readonly asked: number;
  /** Sum of the steps, each from 1 to 5, on so many scales of readiness. */
  readonly ready: number;
  readonly scales: number;
}

/** What somebody did since the course, as counts. Nothing about anybody else is asked. */
export interface Acts {
  /** Asked somebody directly about suicide. */
  readonly asked: number;
  /** Handed somebody over to help, staying with them. */
  readonly handedOver: number;
  /** Followed up the next day. */
  readonly followedUp: number;
}
export const actNames = everyOf<keyof Acts>()(['asked', 'handedOver', 'followedUp']);

/** The highest number that a row holds of each; more counts as this. */
export const mostInRow = { questions: 15, scales: 7, acts: 99 } as const;

/**
 * What one person gives to a round, of their own accord. It holds no name, no day, no role, and nothing by which it could
 * be put beside a claim or a register.
 */
export interface Row {
  readonly round: Round;
  /** Eight letters drawn by chance when somebody joined; with the round's code they tell one person's rows. */
  readonly person: string;
  /** Whether all that must be there at the end of the course was there. */
  readonly passed: boolean;
  readonly scores: Readonly<Partial<Record<Wave, Score>>>;
  /** Left out where nobody has said. */
  readonly acts: Acts | null;
}

/** What of a score is compared, each in percent of the most possible. */
export type Measure = 'knowledge' | 'readiness';
export const measures = everyOf<Measure>()(['knowledge', 'readiness']);

/** A score in percent of the most possible; null where nothing of this kind was asked. */
export function scoreToPercent(score: Score, measure: Measure): number | null {
  const { right, asked, ready, scales } = score;
  if (measure === 'knowledge') return asked === 0 ? null : pomp([right / asked], 0, 1);
  return scales === 0 ? null : pomp([ready / scales], 1, 5);
}

/** Whether a score can be: no more right than asked, each step from 1 to 5. */
export const isScore = ({ right, asked, ready, scales }: Score): boolean =>
  [right, asked, ready, scales].every((value) => Number.isInteger(value) && value >= 0) &&
  right <= asked &&
  asked <= mostInRow.questions &&
  scales <= mostInRow.scales &&
  ready >= scales &&
  ready <= 5 * scales &&
  asked + scales > 0;

/**
 * The rows of a round without double ones: of one person's rows that which tells most. Commutative, associative and
 * idempotent, so that it makes no difference in which order rows arrive, how often, and by which phone.
 */
export function mergeRows(...lists: readonly (readonly Row[])[]): Row[] {
  const best = new Map<string, Row>();
  for (const row of lists.flat()) {
    const key = `${row.round.id} ${row.round.starts} ${row.person}`;
    const known = best.get(key);
    if (!known || compareRows(row, known) > 0) best.set(key, row);
  }
  return [...best.keys()].sort().flatMap((key) => best.get(key) ?? []);
}

/** Above 0 where the first of one person's rows tells more than the second; 0 only where they are the same. */
function compareRows(one: Row, other: Row): number {
  const weights = [weightsOf(one), weightsOf(other)] as const;
  const at = weights[0].findIndex((weight, place) => weight !== weights[1][place]);
  return at < 0 ? 0 : (weights[0][at] ?? 0) - (weights[1][at] ?? 0);
}

/** The waves that were answered weigh most, since a later row has more of them. */
function weightsOf({ scores, passed, acts }: Row): number[] {
  const all = waves.map((wave) => scores[wave]);
  return [
    all.filter(Boolean).length,
    Number(passed),
    acts ? 1 + actNames.reduce((sum, name) => sum + acts[name], 0) : 0,
    ...all.flatMap((score) =>
      score ? [1, score.right, score.asked, score.ready, score.scales] : [0, 0, 0, 0, 0],
    ),
    ...actNames.map((name) => acts?.[name] ?? 0),
  ];
}
