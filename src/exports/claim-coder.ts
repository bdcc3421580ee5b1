import { type Claim, LEARNER_LENGTH, LEARNER_LETTERS } from '../domain/claim.ts';
import { leads } from '../domain/outcome.ts';
import { roles } from '../domain/profile.ts';
import { truths } from '../domain/truths.ts';
import { BadCode } from './bad-code.ts';
import { codeTyped } from './name-coder.ts';
import { type Coder, natural, whole } from './range-coder.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_DAY = Date.UTC(2020, 0, 1);
/** Until the year 2109. */
const DAY_BITS = 15;
const MOST_RELEASE = 20;

const dayToNumber = (day: string): number => (Date.parse(`${day}T00:00Z`) - FIRST_DAY) / DAY_MS;
const numberToDay = (number: number): string =>
  new Date(FIRST_DAY + number * DAY_MS).toISOString().slice(0, 10);

/**
 * Writes or reads the facts of a claim; what is read may still be none, see `isClaim`. The order is part of the format.
 * @throws BadCode or RangeError when reading what no writer wrote
 */
export function codeClaim(coder: Coder, claim: Claim): Claim {
  const letters = Array.from({ length: LEARNER_LENGTH }, (_, at) =>
    whole(coder, '', 5, LEARNER_LETTERS.indexOf(claim.learner.charAt(at))),
  );
  const on = whole(coder, '', DAY_BITS, dayToNumber(claim.on));
  const role = whole(coder, '', 2, (roles as readonly string[]).indexOf(claim.role) + 1);
  const some = <One extends string>(all: readonly One[], there: readonly One[]): One[] =>
    all.filter((one) => coder.bit('there', there.includes(one) ? 1 : 0) === 1);
  const met = some(leads, claim.met);
  const had = some(truths, claim.truths);
  const later = claim.refreshed ? dayToNumber(claim.refreshed) - dayToNumber(claim.on) + 1 : 0;
  const refreshed = natural(coder, 'later', later);
  const release = codeRelease(coder, claim.release);
  return {
    learner: letters.map((letter) => LEARNER_LETTERS.charAt(letter)).join(''),
    name: codeTyped(coder, claim.name),
    place: codeTyped(coder, claim.place),
    role: role === 0 ? '' : (roles[role - 1] ?? ''),
    release,
    on: numberToDay(on),
    met,
    truths: had,
    refreshed: refreshed === 0 ? '' : numberToDay(on + refreshed - 1),
  };
}

function codeRelease(coder: Coder, release: string): string {
  const length = natural(coder, 'release', release.length);
  if (length > MOST_RELEASE) throw new BadCode('A release has a short name.');
  const codes = Array.from({ length }, (_, at) =>
    whole(coder, 'of release', 7, release.charCodeAt(at)),
  );
  return String.fromCharCode(...codes);
}
