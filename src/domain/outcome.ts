import type { Lead } from '../schema/course.ts';
import { everyOf } from './every.ts';
import { type Attempt, MOST_TRIES, type ProgressEvent } from './progress.ts';
import type { Finding } from './scenario-debrief.ts';

/** What must be there at the end, in the order in which it is told. Codes hold one bit for each, in this order. */
export const leads = everyOf<Lead>()([
  'asks-directly',
  'secrecy',
  'safety-now',
  'hands-over',
  'follows-up',
  'cases',
  'call',
]);
export type { Lead };

/** `open`: not practised yet. */
export type Standing = 'met' | 'missed' | 'open';

/** A finished practice of the end of the course. */
export interface Finished {
  /** Minute and try at which it ended. */
  readonly at: number;
  readonly try: number;
}

/** The one of several finished practices that ended last. */
export function latest<One extends Finished>(all: readonly One[]): One | undefined {
  return all.toSorted((a, b) => a.at - b.at || a.try - b.try).at(-1);
}

/**
 * What the acts of the end have come to. The conversation counts by its last finished run, whichever variant it was:
 * who has missed something tries another one and is judged by that.
 * @param findings those of that run; undefined while there is none
 * @param cases whether the last finished round left nobody who needed somebody; undefined while there is none
 * @param call whether the last finished call told the place first and put the slip right; undefined while there is none
 */
export function standings(
  findings: readonly Finding[] | undefined,
  cases: boolean | undefined,
  call: boolean | undefined,
): Standings {
  const standing = (passed: boolean | undefined): Standing =>
    passed === undefined ? 'open' : passed ? 'met' : 'missed';
  const ofDomain = (lead: Lead) => {
    const found = findings?.find(({ domain }) => domain === lead);
    return standing(found && found.status !== 'missed');
  };
  return Object.fromEntries(
    leads.map((lead) => {
      if (lead === 'cases') return [lead, standing(cases)];
      return [lead, lead === 'call' ? standing(call) : ofDomain(lead)];
    }),
  ) as Standings;
}

export type Standings = Readonly<Record<Lead, Standing>>;

/** Whether everything that must be there was there. */
export const hasFinished = (all: Standings): boolean => leads.every((lead) => all[lead] === 'met');

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
  const before = kept.at(-1);
  const last = before && toOutcome(before);
  if (last?.met.join() === met.join()) return null;
  const minute = Math.max(at, before?.at ?? 0);
  return {
    kind: 'outcome',
    item: OUTCOME,
    choice: [hasFinished(all) ? 'passed' : 'failed', release, ...met],
    at: minute,
    try: minute === before?.at ? Math.min(before.try + 1, MOST_TRIES) : 1,
  };
}
