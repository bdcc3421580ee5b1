import { sum32 } from '../domain/id-hash.ts';
import type { Format } from './slot.ts';

/** So many texts are kept: the rows of a large association, several times over. */
const MOST = 5_000;
/** A kept text is a code or a row, with the letter before it: `r=K7Q2MX0ZD48P`. */
const TEXT = /^[rw]=[\w-]{1,160}$/;

const sumOf = (text: string) => sum32(text).toString(36);
const toRow = (text: string) => `["${text}","${sumOf(text)}"]`;

function rowToText(row: unknown): string[] {
  if (!Array.isArray(row) || row.length !== 2) return [];
  const [text, sum] = row as unknown[];
  return typeof text === 'string' && TEXT.test(text) && sum === sumOf(text) ? [text] : [];
}

/** How the rounds that somebody runs are stored: the code of each, and every row that was taken in, as texts. */
export const roundFormat: Format<string> = {
  name: 'rounds',
  version: 1,
  read(_version, body) {
    const { rounds } = Object(body);
    return Array.isArray(rounds) ? rounds.flatMap(rowToText) : null;
  },
  toRow,
  salvage: (text) =>
    [...text.matchAll(/\["([rw]=[\w-]{1,160})","([0-9a-z]{1,7})"\]/g)].flatMap(
      ([, entry = '', sum]) => (sum === sumOf(entry) ? [entry] : []),
    ),
  keyOf: (text) => text,
  merge: (...lists) =>
    [...new Set(lists.flat())]
      .filter((one) => TEXT.test(one))
      .sort()
      .slice(0, MOST),
};
