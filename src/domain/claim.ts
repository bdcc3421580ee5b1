import type { Truth } from '../schema/scenario.ts';
import { type Lead, leads } from './outcome.ts';
import { completion } from './outcome-event.ts';
import { pastedName } from './pasted.ts';
import { roles } from './profile.ts';
import type { Progress } from './progress.ts';
import { truths } from './truths.ts';

/** How many letters a name and a place may have, counted as a reader counts them. */
export const longestInClaim = { name: 40, place: 40 } as const;

/** What the student of a conversation was hiding, as `scenario-world.ts` names it. */
export type PractisedTruth = Truth;

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
  /** What was there of what must be there, in the order of `leads`; a certificate needs all of it. */
  readonly met: readonly Lead[];
  /** The truths in which a conversation of the last door came to its end with nothing missed, in the order of `truths`. */
  readonly truths: readonly PractisedTruth[];
  /** Day of the latest refresher since then, or empty. */
  readonly refreshed: string;
}

/** The fields that a learner types. */
export type TypedField = 'name' | 'place';

/** The letters of which `Claim.learner` is made. */
export const LEARNER_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** How many of them it has; as many bytes drawn by chance `bytesToLearner` needs. */
export const LEARNER_LENGTH = 12;

/** Names a record. @param drawn `LEARNER_LENGTH` bytes drawn by chance */
export const bytesToLearner = (drawn: Uint8Array): string =>
  Array.from(drawn, (byte) => LEARNER_LETTERS.charAt(byte % 32)).join('');

/** Letters of which each may carry marks; a conjunct of two consonants counts as two, the same in every browser. */
const LETTERS = /(?:[\p{L}\p{N} .,'’()/&-]\p{M}*|[\p{L}\p{M}][\u200c\u200d](?=\p{L}))/u.source;
/** A text with more signs than this has letters piled with marks, which no name has. */
const MOST_SIGNS = 100;
const MOST_TIMES = 8;
const lettersUpTo = (most: number) => new RegExp(`^${LETTERS}{0,${most}}`, 'u');
const FITTING = {
  name: lettersUpTo(longestInClaim.name),
  place: lettersUpTo(longestInClaim.place),
} as const;

/**
 * What somebody typed as name or place, as a claim holds it: one line, cut where it is too long.
 * @returns an empty text where nothing of it can be used
 */
export function tidyTyped(field: TypedField, typed: string): string {
  let tidy = typed.slice(0, 1_000);
  // What is cut off may bare a sign that stood within; twice as a rule leaves nothing to do.
  for (let time = 0; time < MOST_TIMES; time++) {
    const before = tidy;
    tidy = tidyOnce(field, before);
    if (tidy === before) return tidy;
  }
  return '';
}

function tidyOnce(field: TypedField, typed: string): string {
  const plain = pastedName(typed).replace(/[^\p{L}\p{M}\p{N}\p{Join_C} .,'’()/&-]/gu, '');
  const signs = [...plain.replace(/^\p{M}+/u, '')].slice(0, MOST_SIGNS).join('');
  return pastedName(FITTING[field].exec(signs)?.[0] ?? '');
}

/**
 * What stands in the way of a claim: nothing passed yet; a clock that was years off when it was; no name typed; no
 * letters that stand for the record.
 */
export type NoClaim = 'not-passed' | 'wrong-clock' | 'no-name' | 'no-learner';

/** What a record does not say by itself. */
export interface ClaimFacts {
  /** As typed. */
  readonly name: string;
  readonly place: string;
  /** See `Claim.truths`; `lastTruths` finds them. */
  readonly truths: readonly PractisedTruth[];
  /** Day of the latest refresher, or empty. */
  readonly refreshed: string;
  /** The calendar day of a minute since 1970, by the site's calendar. */
  readonly dayOf: (minute: number) => string;
}

/**
 * The claim that a record makes. It rests on the latest outcome that was passed; a practice that fails later takes
 * nothing away from what was once performed.
 */
export function progressToClaim(
  { outcomes, settings }: Pick<Progress, 'outcomes' | 'settings'>,
  facts: ClaimFacts,
):
  | { readonly ok: true; readonly claim: Claim }
  | { readonly ok: false; readonly problem: NoClaim } {
  const passed = completion(outcomes);
  if (!passed) return { ok: false, problem: 'not-passed' };
  const on = facts.dayOf(passed.at);
  if (!isDay(on)) return { ok: false, problem: 'wrong-clock' };
  const name = tidyTyped('name', facts.name);
  if (!name) return { ok: false, problem: 'no-name' };
  const claim = {
    learner: settings['learner'] ?? '',
    name,
    place: tidyTyped('place', facts.place),
    role: roles.some((role) => role === settings['role']) ? (settings['role'] ?? '') : '',
    release: passed.release,
    on,
    met: passed.met,
    truths: truths.filter((truth) => facts.truths.includes(truth)),
    refreshed: facts.refreshed >= on ? facts.refreshed : '',
  };
  return isClaim(claim) ? { ok: true, claim } : { ok: false, problem: 'no-learner' };
}

const RELEASE = /^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/;
/** Words that nothing would be tidied in; a register reads thousands of them. */
const PLAIN =
  /^(?=[A-Za-zअ-नप-रलवश-ह].{0,39}$)[A-Za-zअ-नप-रलवश-हा-ौ्ं]+(?: [A-Za-zअ-नप-रलवश-हा-ौ्ं]+)*$/;
const LEARNER = new RegExp(`^[${LEARNER_LETTERS}]{${LEARNER_LENGTH}}$`);
const fits = (value: unknown, rule: RegExp): boolean =>
  typeof value === 'string' && rule.test(value);
/** Whether these are some of those, each once and in their order. */
const areAmong = (some: unknown, all: readonly string[]): boolean =>
  Array.isArray(some) &&
  some.length <= all.length &&
  some.every((one, at) => all.indexOf(one) > (at === 0 ? -1 : all.indexOf(some[at - 1])));

/**
 * Whether something that came from anywhere is a claim, with every field as `progressToClaim` writes it. Never throws.
 * Whether its days lie in the future is for whoever knows what day it is.
 */
export function isClaim(value: unknown): value is Claim {
  const { learner, name, place, role, release, on, met, truths: had, refreshed } = Object(value);
  const isTyped = (field: TypedField, text: unknown) =>
    typeof text === 'string' && (PLAIN.test(text) || text === tidyTyped(field, text));
  return (
    fits(learner, LEARNER) &&
    isTyped('name', name) &&
    name !== '' &&
    isTyped('place', place) &&
    (role === '' || roles.some((known) => known === role)) &&
    fits(release, RELEASE) &&
    isDay(on) &&
    areAmong(met, leads) &&
    areAmong(had, truths) &&
    (refreshed === '' || (isDay(refreshed) && refreshed >= on))
  );
}

/** Whether the calendar has such a day, in a year in which somebody may have taken the course. */
function isDay(day: unknown): day is string {
  if (typeof day !== 'string' || !/^20[2-9]\d-\d\d-\d\d$/.test(day)) return false;
  const date = new Date(`${day}T00:00Z`);
  return date.getTime() > 0 && date.toISOString().startsWith(day);
}
