import { toLatinDigits } from '../domain/digits.ts';
import { pasted } from '../domain/pasted.ts';

/** Letters that can be read out without mistaking one for another (Crockford, https://www.crockford.com/base32.html). */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 5;

/** `value` times the generator to the power `power`, in the field of 32 elements (x⁵ + x² + 1). */
function times(value: number, power: number): number {
  let product = value;
  for (let step = 0; step < power; step++) product = (product << 1) ^ (product & 16 ? 0b100101 : 0);
  return product;
}

/** What the place of a group adds to its check letter; after 25 groups it begins anew. */
const PLACES = Array.from({ length: 25 }, (_, place) => times(1, GROUP + 1 + place));

/** The position of a group and of a letter in it weigh in, so that swapped groups and letters are noticed, too. */
const checkOf = (group: number, letters: readonly number[]): number =>
  letters.reduce(
    (sum, letter, index) => sum ^ times(letter, index + 1),
    PLACES[group % PLACES.length] ?? 0,
  );

/** Bytes as groups of five letters and one check letter, parted by spaces, to be read out or typed. */
export function bytesToGroups(bytes: Uint8Array): string {
  const letters: number[] = [];
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  for (let at = 0; at < bits.length; at += 5) {
    letters.push(Number.parseInt(bits.slice(at, at + 5).padEnd(5, '0'), 2));
  }
  while (letters.length % GROUP > 0) letters.push(0);
  const groups: string[] = [];
  for (let at = 0; at < letters.length; at += GROUP) {
    const group = letters.slice(at, at + GROUP);
    const all = [...group, checkOf(groups.length, group)];
    groups.push(all.map((letter) => ALPHABET.charAt(letter)).join(''));
  }
  return groups.join(' ');
}

/** A group that cannot be right: its place, from 1, and how it was typed. */
export interface Slip {
  readonly group: number;
  readonly text: string;
}

/** What became of a typed text: its bytes, or the first group that cannot be right. */
export type Groups =
  | { readonly bytes: Uint8Array }
  | { readonly bytes: null; readonly slip: Slip | null };

/** So many words before a code are passed over: less than the period of the check letters. */
const MOST_BEFORE = 20;
/** So many groups must be in their place, or next to it, before one is said to be wrong. */
const LEAST_NEAR = 3;

/**
 * Reads groups however they were typed: in small letters, with O for 0 or I for 1, with digits of any script, numbered,
 * with other spaces or hyphens or none, after a label and before other words.
 * @param isWhole whether bytes are all of a code, by its sum
 * @returns neither bytes nor a slip when the text is no code at all
 */
export function groupsToBytes(text: string, isWhole: (bytes: Uint8Array) => boolean): Groups {
  const plain = toLatinDigits(pasted(text))
    .normalize('NFKC')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const all = wordsIn(plain);
  for (const words of [all, wordsIn(plain.replace(/(^| )\d{1,3}[.)](?= )/g, ' '))]) {
    for (let start = 0; start < Math.min(words.length, MOST_BEFORE); start++) {
      const chunks = toChunks(words.slice(start));
      const wrong = chunks.findIndex((chunk, index) => !isRight(placeOf(chunk), index));
      const right = wrong < 0 ? chunks.length : wrong;
      // A word after the code may by chance look like a group of it.
      for (let end = right; end > Math.max(right - 3, 1); end--) {
        const bytes = toBytes(chunks.slice(0, end));
        if (isWhole(bytes)) return { bytes };
      }
    }
  }
  return firstSlip(all.slice(likelyStart(all)));
}

/** Words as they were parted; a sign within one is a slip of the finger and takes the place of a letter. */
const wordsIn = (plain: string): string[] =>
  plain
    .split(/[\s\p{Pd}.,:;·]+/u)
    .map((word) => word.replace(/^[^0-9A-Z]+|[^0-9A-Z]+$/g, '').replace(/[^0-9A-Z]/g, '?'))
    .filter(Boolean);
const toChunks = (words: readonly string[]): string[] => words.join('').match(/.{1,6}/g) ?? [];

/** A group forgotten or doubled moves all after it by one place. */
const isNear = (place: number, index: number): boolean =>
  isRight(place, index) || isRight(place, index + 1) || (index > 0 && isRight(place, index - 1));

/** Where a code begins among words: where most groups after it stand in their place, or next to it. */
function likelyStart(words: readonly string[]): number {
  const places = words.map(placeOf);
  const scores = words.slice(0, MOST_BEFORE).map((_, start) => {
    const after = places.slice(start);
    return after.filter(isRight).length + after.filter(isNear).length;
  });
  return scores.indexOf(Math.max(...scores));
}

function firstSlip(words: readonly string[]): Groups {
  const chunks = toChunks(words);
  if (words.join('').length < 2 * (GROUP + 1)) return { bytes: null, slip: null };
  if (chunks.map(placeOf).every(isRight)) return { bytes: toBytes(chunks) };
  // As the typist parted them: a letter too few or too many then spoils its own group only.
  const isParted = words.filter((word) => word.length === GROUP + 1).length * 2 >= words.length;
  const groups = isParted ? words : chunks;
  const places = groups.map(placeOf);
  const near = places.filter(isNear).length;
  const first = places.findIndex((place, index) => !isRight(place, index));
  if (first < 0) return { bytes: toBytes(groups) };
  // Words of a sentence may by chance look like groups.
  if (near < LEAST_NEAR || (first < 2 && near * 2 < groups.length))
    return { bytes: null, slip: null };
  return { bytes: null, slip: { group: first + 1, text: groups[first] ?? '' } };
}

/** The one place among 25 at which a group is right; -1 where its letters are right nowhere. */
function placeOf(group: string): number {
  if (group.length !== GROUP + 1) return -1;
  let sum = 0;
  for (let at = 0; at <= GROUP; at += 1) {
    const letter = ALPHABET.indexOf(group.charAt(at));
    if (letter < 0) return -1;
    sum ^= at < GROUP ? times(letter, at + 1) : letter;
  }
  return PLACES.indexOf(sum);
}

const isRight = (place: number, index: number): boolean => place === index % PLACES.length;

function toBytes(groups: readonly string[]): Uint8Array {
  const bytes: number[] = [];
  let [held, bits] = [0, 0];
  for (const letter of groups.map((group) => group.slice(0, GROUP)).join('')) {
    held = ((held << 5) | ALPHABET.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >>> bits) & 255);
  }
  return Uint8Array.from(bytes);
}

/** Bytes as base64url without padding, for the fragment of a link. */
export function bytesToFragment(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

/** Reads what `bytesToFragment` wrote, also if its end was cut off. @returns null for anything else */
export function fragmentToBytes(text: string): Uint8Array | null {
  if (!/^[\w-]+$/.test(text)) return null;
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  const bytes = atob(whole.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
}
