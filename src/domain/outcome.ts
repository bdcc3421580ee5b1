import type { Lead } from '../schema/course.ts';
import { everyOf } from './every.ts';
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
  return [...all].sort((a, b) => a.at - b.at || a.try - b.try).slice(-1)[0];
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

/** The same by a list of what was there. */
export const hasAll = (met: readonly Lead[]): boolean => leads.every((lead) => met.includes(lead));
