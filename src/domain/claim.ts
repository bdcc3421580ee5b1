import type { Lead } from './outcome.ts';

/** How many letters a name and a place may have, counted as a reader counts them. */
export const longestInClaim = { name: 40, place: 40 } as const;

/** What the student of a conversation was hiding, as `scenario-world.ts` names it. */
export type PractisedTruth = 'none' | 'thoughts' | 'danger';

/**
 * What a learner shows of the record: certificate, register and credential rest on this and on nothing else. It says
 * what a record says; nobody has checked it, and a claim is never called more than that.
 */
export interface Claim {
  /** Stands for the record, whichever phone it has moved to: twelve letters of Crockford's base32, drawn by chance. */
  readonly learner: string;
  /** As the learner typed it, one line, at most `longestInClaim.name` letters. */
  readonly name: string;
  /** Hostel or institute as the learner typed it, or empty. */
  readonly place: string;
  /** A role of `content/course.yml`, or empty. */
  readonly role: string;
  /** Release of the course that judged the practice. */
  readonly release: string;
  /** Day of the practice on which it rests, `2026-11-30`; the days of refreshers are counted from it. */
  readonly on: string;
  /** What was there of what must be there; a certificate needs all of it. */
  readonly met: readonly Lead[];
  /** The truths in which conversations of the last door were brought to their end. */
  readonly truths: readonly PractisedTruth[];
  /** Day of the latest refresher, or empty. */
  readonly refreshed: string;
}
