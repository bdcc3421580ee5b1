import { sum32 } from '../domain/id-hash.ts';
import { most, toOwnNumber } from '../domain/own-number.ts';
import { fieldsOf, type NumberEntry } from './number-entries.ts';
import type { Format } from './slot.ts';

const keyOf = ({ change, list, count, place, number }: NumberEntry): string =>
  JSON.stringify([change, list, count, place, ...(number ? fieldsOf(number) : [])]);
const sumOf = (entry: NumberEntry) => sum32(keyOf(entry)).toString(36);
const isWhole = (value: unknown, to: number): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= to;

/** Its own sum comes last, so that a flipped bit never reads as a digit. */
function rowToEntry(row: unknown): NumberEntry[] {
  if (!Array.isArray(row) || (row.length !== 5 && row.length !== 11)) return [];
  const [change, list, count, place, ...rest] = row as unknown[];
  const sum = rest.pop();
  const [kind, name, digits, by, on, at] = rest;
  const isSound =
    isWhole(change, 2 ** 31) &&
    typeof list === 'string' &&
    isWhole(count, most.numbers) &&
    isWhole(place, most.numbers);
  if (!isSound) return [];
  const reading = toOwnNumber({ kind, name, number: digits, by, on, place: at });
  if (rest.length > 0 && !reading.ok) return [];
  const entry = { change, list, count, place, number: reading.ok ? reading.number : null };
  return sum === sumOf(entry) ? [entry] : [];
}

const ROW = /\[\d+,"[^"]*",\d+,\d+(?:,"(?:[^"\\]|\\.)*")+\]/g;

function salvage(text: string): NumberEntry[] {
  return (text.match(ROW) ?? []).flatMap((row) => {
    try {
      return rowToEntry(JSON.parse(row));
    } catch {
      return [];
    }
  });
}

/** The latest list that is whole; where none is, what still stands of the latest one. */
function merge(...lists: readonly (readonly NumberEntry[])[]): NumberEntry[] {
  const byList = new Map<string, Map<string, NumberEntry>>();
  for (const entry of lists.flat()) {
    const id = `${entry.change} ${entry.list}`;
    byList.set(id, (byList.get(id) ?? new Map()).set(keyOf(entry), entry));
  }
  const all = [...byList.values()].map((entries) => [...entries.values()]);
  const isComplete = (entries: readonly NumberEntry[]) =>
    entries.length === Math.max(1, entries[0]?.count ?? 0);
  const rank = (entries: readonly NumberEntry[]) => entries[0]?.change ?? 0;
  const [latest = []] = all.sort(
    (a, b) =>
      Number(isComplete(b)) - Number(isComplete(a)) ||
      rank(b) - rank(a) ||
      ((a[0]?.list ?? '') < (b[0]?.list ?? '') ? 1 : -1),
  );
  return latest.sort((a, b) => a.place - b.place);
}

/**
 * How the own numbers of a hostel are stored. Version 1 was a bare text without any sum; `adopt.ts` reads it.
 */
export const numbersFormat: Format<NumberEntry> = {
  name: 'numbers',
  version: 2,
  read(_version, body) {
    const { numbers } = Object(body);
    return Array.isArray(numbers) ? numbers.flatMap(rowToEntry) : null;
  },
  toRow: (entry) => `${keyOf(entry).slice(0, -1)},"${sumOf(entry)}"]`,
  salvage,
  keyOf,
  merge,
};
