/*
 * The code of a round: twelve letters of Crockford's base32, six for the round, four for the day on which it begins,
 * counted from 2020, and two that tell a slip of the finger. It travels in a link, and can be typed.
 */
import { toLatinDigits } from '../domain/digits.ts';
import { sum32 } from '../domain/id-hash.ts';
import { pasted } from '../domain/pasted.ts';
import type { Round } from '../domain/round.ts';
import { ALPHABET } from './base32.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_DAY = Date.UTC(2020, 0, 1);
/** The last day that a code can name lies in the year 2199. */
const MOST_DAYS = 65_535;
const LONGEST_TYPED = 200;

/** How many letters drawn by chance name a round, and a person in it. */
export const drawnLetters = { round: 6, person: 8 } as const;

/** Letters for bytes drawn by chance; 256 is eight times 32, so that each is as likely as any other. */
export const bytesToLetters = (drawn: Uint8Array): string =>
  Array.from(drawn, (byte) => ALPHABET.charAt(byte % 32)).join('');

/** Whether a text is so many letters of the alphabet. */
const areLetters = (text: string, count: number): boolean =>
  text.length === count && [...text].every((letter) => ALPHABET.includes(letter));

/** A number as letters, the first one weighing most. */
export function numberToLetters(value: number, count: number): string {
  const digits = Array.from({ length: count }, (_, at) => Math.floor(value / 32 ** at) % 32);
  return digits
    .reverse()
    .map((digit) => ALPHABET.charAt(digit))
    .join('');
}

/** What `numberToLetters` wrote. */
export const lettersToNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 32 + ALPHABET.indexOf(letter), 0);

/** The day so many days after the first one that a code can name. */
export const numberToDay = (days: number): string =>
  new Date(FIRST_DAY + days * DAY_MS).toISOString().slice(0, 10);

/** How many days a day lies after the first one that a code can name; null where no code can name it. */
export function dayToNumber(day: string): number | null {
  const days = (Date.parse(`${day}T00:00:00Z`) - FIRST_DAY) / DAY_MS;
  return Number.isInteger(days) && days >= 0 && days <= MOST_DAYS && numberToDay(days) === day
    ? days
    : null;
}

const checkOf = (letters: string) => numberToLetters(sum32(letters) % 1024, 2);

/** The code of a round. @throws RangeError where no code can name its day */
export function roundToCode({ id, starts }: Round): string {
  const days = dayToNumber(starts);
  if (days === null) throw new RangeError(`A code names days of 2020 to 2199, not "${starts}".`);
  const letters = id + numberToLetters(days, 4);
  return letters + checkOf(letters);
}

/** A code in three groups, to be read out or copied by hand. */
export const codeInGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');

/** Reads a code however it was typed. @returns null for anything else */
export function codeToRound(text: string): Round | null {
  if (text.length > LONGEST_TYPED) return null;
  const plain = toLatinDigits(pasted(text)).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  const code = plain.replace(/[^0-9A-Z]/g, '');
  const letters = code.slice(0, -2);
  if (!areLetters(code, 12) || checkOf(letters) !== code.slice(-2)) return null;
  const days = lettersToNumber(letters.slice(6));
  return days > MOST_DAYS ? null : { id: letters.slice(0, 6), starts: numberToDay(days) };
}

/** Somebody's part in a round. */
export interface Joined {
  readonly round: Round;
  /** See `Row`. */
  readonly person: string;
}

/** What the record keeps of it, as the value of its setting `round`. */
export const joinedToSetting = ({ round, person }: Joined): string =>
  `${roundToCode(round)}.${person}`;

/** Reads that setting; null where somebody takes part in none, or has left. */
export function settingToJoined(value: string): Joined | null {
  const [code = '', person = ''] = value.split('.');
  const round = codeToRound(code);
  return round && areLetters(person, drawnLetters.person) ? { round, person } : null;
}
