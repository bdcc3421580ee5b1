/*
 * A hostel's own numbers as the fragment of a link.
 *
 * Bytes: 1 format version, 3 sum over version and body, then the body: how many, and of each number its kind, its
 * digits two to a byte, the day of its test counted from 2020, and name, tester and place as texts. A text is its
 * length and its letters, one byte each for ASCII and Devanagari, four for any other. The sum guards against damage,
 * not against forgery: whoever takes numbers over sees each of them before.
 */
import { sum32 } from '../domain/id-hash.ts';
import { contactKinds, most, type OwnNumber, toOwnNumber } from '../domain/own-number.ts';
import { bytesToFragment, fragmentToBytes } from './base32.ts';
import { NUMBERS, toFragment } from './fragment.ts';
import { payloadsIn, readOneOf } from './pasted-code.ts';

const FORMAT = 1;
const HEAD = 4;
const LONGEST = 4_000;
const LONGEST_TEXT = 16_384;
/** A link with more characters makes a QR code too fine for the camera of a cheap phone. */
export const LONGEST_QR = 1_200;
const DAY_MS = 24 * 60 * 60 * 1000;
const FIRST_DAY = Date.UTC(2020, 0, 1);
const FAR = 0x1b;

/** Why numbers could not be read; each has its sentence in the `numbers` group of `content/ui`. */
export const numbersProblems = ['not-a-link', 'damaged', 'newer', 'future', 'several'] as const;
export type NumbersProblem = (typeof numbersProblems)[number];

export type NumbersReading =
  | { readonly ok: true; readonly numbers: readonly OwnNumber[] }
  | { readonly ok: false; readonly problem: NumbersProblem };

/** Packs numbers into a fragment, with its `#n=`. */
export function numbersToFragment(numbers: readonly OwnNumber[]): string {
  const body = [numbers.length, ...numbers.flatMap(numberToBytes)];
  const bytes = Uint8Array.from([FORMAT, ...sumOf(FORMAT, body), ...body]);
  return toFragment(NUMBERS, bytesToFragment(bytes));
}

/**
 * Reads numbers from a link, its fragment, or a text with the link in it. Never throws.
 * @param today the day until which a number may have been rung, `2026-11-23`
 */
export function fragmentToNumbers(input: string, today: string): NumbersReading {
  if (input.length > LONGEST_TEXT) return refuse('not-a-link');
  const reading = readOneOf(payloadsIn(input, NUMBERS), (text) => payloadToNumbers(text, today));
  return reading === 'several' ? refuse(reading) : (reading ?? refuse('not-a-link'));
}

function payloadToNumbers(text: string, today: string): NumbersReading {
  if (text.length > LONGEST) return refuse('not-a-link');
  const bytes = fragmentToBytes(text);
  if (!bytes || bytes.length < HEAD) return refuse('not-a-link');
  const [version = 0, ...rest] = bytes;
  const body = rest.slice(HEAD - 1);
  if (sumOf(version, body).some((byte, place) => byte !== rest[place])) return refuse('damaged');
  if (version !== FORMAT) return refuse(version > FORMAT ? 'newer' : 'damaged');
  const numbers = bytesToNumbers(body);
  // The sum is right, so somebody made this on purpose; it is told like any other damage.
  if (!numbers || numbers.some((number) => !toOwnNumber(number).ok)) return refuse('damaged');
  if (numbers.some((number) => !toOwnNumber(number, today).ok)) return refuse('future');
  return { ok: true, numbers };
}

const refuse = (problem: NumbersProblem): NumbersReading => ({ ok: false, problem });

function sumOf(version: number, body: readonly number[]): number[] {
  const sum = sum32(`${version}:${body.join()}`);
  return [sum >>> 16, sum >>> 8, sum].map((byte) => byte & 255);
}

function numberToBytes({ kind, name, number, by, on, place }: OwnNumber): number[] {
  const digits = number.replace('+', '');
  const pairs = digits.padEnd(digits.length + (digits.length % 2), '0').match(/../g) ?? [];
  const day = on === '' ? 0 : (Date.parse(`${on}T00:00:00Z`) - FIRST_DAY) / DAY_MS + 1;
  return [
    contactKinds.indexOf(kind) + (number.startsWith('+') ? 128 : 0),
    digits.length,
    ...pairs.map((pair) => Number.parseInt(pair, 16)),
    ...[day >>> 8, day & 255],
    ...[name, by, place].flatMap(textToBytes),
  ];
}

function textToBytes(text: string): number[] {
  const letters = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  return [letters.length, ...letters.flatMap(letterToBytes)];
}

function letterToBytes(code: number): number[] {
  if (code >= 0x20 && code < 0x80) return [code];
  if (code >= 0x900 && code < 0x980) return [code - 0x900 + 0x80];
  return [FAR, code >>> 16, (code >>> 8) & 255, code & 255];
}

/** @returns null where the bytes are not what `numbersToFragment` writes */
function bytesToNumbers(bytes: readonly number[]): OwnNumber[] | null {
  let next = 0;
  const byte = (): number => {
    const value = bytes[next++];
    if (value === undefined) throw new RangeError('The numbers end too early.');
    return value;
  };
  const text = (): string =>
    Array.from({ length: byte() }, () => {
      const value = byte();
      if (value === FAR) return String.fromCodePoint(byte() * 65_536 + byte() * 256 + byte());
      return String.fromCharCode(value < 0x80 ? value : value - 0x80 + 0x900);
    }).join('');
  const one = (): OwnNumber => {
    const first = byte();
    const length = byte();
    const pairs = Array.from({ length: Math.ceil(length / 2) }, () =>
      byte().toString(16).padStart(2, '0'),
    );
    const digits = pairs.join('').slice(0, length);
    const day = byte() * 256 + byte();
    return {
      kind: contactKinds[first & 127] ?? 'other',
      number: (first > 127 ? '+' : '') + digits,
      on: day === 0 ? '' : new Date(FIRST_DAY + (day - 1) * DAY_MS).toISOString().slice(0, 10),
      ...{ name: text(), by: text(), place: text() },
    };
  };
  try {
    const count = byte();
    if (count > most.numbers) return null;
    const numbers = Array.from({ length: count }, one);
    return next === bytes.length ? numbers : null;
  } catch {
    return null;
  }
}
