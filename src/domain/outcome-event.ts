import { hasAll, hasFinished, type Lead, leads, type Standings } from './outcome.ts';
import { type Attempt, MOST_TRIES, type ProgressEvent } from './progress.ts';

/** What the course had come to at some minute, as the record keeps it. */
export interface Outcome {
  readonly passed: boolean;
  /** Minute at which the practice ended that decided it. */
  readonly at: number;
  /** Release of the course that judged it. */
  readonly release: string;
  /** What was there of what must be there. */
  readonly met: readonly Lead[];
}

/** The name under which outcomes stand in a record. */
export const OUTCOME = 'outcome';

/** The first minute of 2020. */
const FIRST_MINUTE = 26_297_280;

const isLead = (value: string): value is Lead => leads.some((lead) => lead === value);

/** Reads an outcome from a record; null where it is none that this release can read. */
export function toOutcome({ choice, at }: Attempt): Outcome | null {
  const [verdict, release, ...met] = choice;
  if ((verdict !== 'passed' && verdict !== 'failed') || release === undefined) return null;
  return { passed: verdict === 'passed', at, release, met: met.filter(isLead) };
}

/** Every outcome of a record, first one first. */
export const outcomesOf = (kept: readonly Attempt[]): Outcome[] =>
  kept.map(toOutcome).filter((one) => one !== null);

/**
 * The latest outcome with which the course was completed; certificates rest on it, and the days of refreshers are
 * counted from it. What is missed in a later practice takes nothing from it.
 */
export const completion = (kept: readonly Attempt[]): Outcome | undefined =>
  outcomesOf(kept)
    .filter(({ passed, met }) => passed && hasAll(met))
    .slice(-1)[0];

/**
 * The event that tells what the course has come to, once nothing at its end is open any more.
 * It follows from the record alone: phones with the same record write the same event, and a repetition adds nothing.
 * @param all how the acts of the end stand
 * @param at minute at which the last of their practices ended
 * @param release release of the course, at most 20 letters, digits, points and hyphens
 * @param kept the outcomes that the record has
 * @returns null while something is open, and when the latest outcome says as much already
 */
export function outcomeEvent(
  all: Standings,
  at: number,
  release: string,
  kept: readonly Attempt[],
): ProgressEvent | null {
  if (leads.some((lead) => all[lead] === 'open')) return null;
  const met = leads.filter((lead) => all[lead] === 'met');
  const before = kept.slice(-1)[0];
  const last = before && toOutcome(before);
  // A day before the course was written is that of a clock; it is put right once the clock is.
  const isPutRight = last && last.at < FIRST_MINUTE && at >= FIRST_MINUTE;
  if (last?.met.join() === met.join() && !isPutRight) return null;
  const minute = Math.max(at, before?.at ?? 0);
  return {
    kind: 'outcome',
    item: OUTCOME,
    choice: [hasFinished(all) ? 'passed' : 'failed', release, ...met],
    at: minute,
    try: minute === before?.at ? Math.min(before.try + 1, MOST_TRIES) : 1,
  };
}
