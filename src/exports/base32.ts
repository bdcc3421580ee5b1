/** Letters that can be read out without mistaking one for another (Crockford, https://www.crockford.com/base32.html). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 5;

/** The position of a group and of a letter in it weigh in, so that swapped groups and letters are noticed, too. */
function checkOf(group: number, letters: readonly number[]): number {
  return letters.reduce(
    (sum, letter, index) => sum ^ times(letter, index + 1),
    times(1, GROUP + 1 + (group % 25)),
  );
}

/** `value` times the generator to the power `power`, in the field of 32 elements (x⁵ + x² + 1). */
function times(value: number, power: number): number {
  let product = value;
  for (let step = 0; step < power; step++) product = (product << 1) ^ (product & 16 ? 0b100101 : 0);
  return product;
}

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

/** What became of a typed text: its bytes, or the first group that cannot be right, counted from 1. */
export type Groups =
  | { readonly bytes: Uint8Array }
  | { readonly mistyped: number }
  | { readonly bytes: null };

/**
 * Reads groups however they were typed: in small letters, with O for 0 or I for 1, with Devanagari digits, with other
 * spaces or hyphens or none.
 * @returns `bytes: null` when the text is no code at all
 */
export function groupsToBytes(text: string): Groups {
  const plain = text
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[०-९]/g, (digit) => `${digit.charCodeAt(0) - 0x0966}`);
  const words = plain.split(/[\s\-\u2010-\u2015.,·]+/u).filter(Boolean);
  const joined = words.join('');
  if (joined.length < 2 * (GROUP + 1) || /[^0-9A-Z]/.test(joined)) return { bytes: null };
  const chunks = joined.match(/.{1,6}/g) ?? [];
  if (chunks.every((chunk, index) => isRight(chunk, index))) return { bytes: toBytes(chunks) };
  // As the typist parted them: a letter too few or too many then spoils its own group only.
  const isParted = words.filter((word) => word.length === GROUP + 1).length * 2 >= words.length;
  const groups = isParted ? words : chunks;
  const isNear = (group: string, index: number) =>
    [0, 1, -1].some((shift) => index + shift >= 0 && isRight(group, index + shift));
  const near = groups.filter(isNear).length;
  const first = groups.findIndex((group, index) => !isRight(group, index));
  if (first <= 0 && near * 2 < groups.length) return { bytes: null };
  return first < 0 ? { bytes: toBytes(groups) } : { mistyped: first + 1 };
}

function isRight(group: string, index: number): boolean {
  const letters = [...group].map((letter) => ALPHABET.indexOf(letter));
  const check = letters.pop();
  return letters.length === GROUP && !letters.includes(-1) && check === checkOf(index, letters);
}

function toBytes(groups: readonly string[]): Uint8Array {
  const bits = groups
    .flatMap((group) => [...group.slice(0, GROUP)])
    .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2),
  );
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
