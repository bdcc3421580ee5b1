import { sum32 } from '../domain/id-hash.ts';
import type { OwnNumber } from '../domain/own-number.ts';

/** One number of a list, with what tells lists apart; an empty list has one entry without a number. */
export interface NumberEntry {
  /** Counts the changes of the list; the latest list is the one that counts. */
  readonly change: number;
  /** Sum over the list, since two tabs may make a change at once. */
  readonly list: string;
  readonly count: number;
  /** Its place in the list, from 0. */
  readonly place: number;
  readonly number: OwnNumber | null;
}

type Fields = [string, string, string, string, string, string];

/** The fields of a number in the order in which they are stored. */
export const fieldsOf = ({ kind, name, number, by, on, place }: OwnNumber): Fields =>
  [...[kind, name, number], ...[by, on, place]] as Fields;

/** A list of numbers as entries. */
export function listToEntries(change: number, numbers: readonly OwnNumber[]): NumberEntry[] {
  const list = sum32(JSON.stringify(numbers.map(fieldsOf))).toString(36);
  const count = numbers.length;
  const entries = numbers.map((number, place) => ({ change, list, count, place, number }));
  return count > 0 ? entries : [{ change, list, count, place: 0, number: null }];
}

/** The numbers among entries that `merge` has made one list. */
export const entriesToList = (entries: readonly NumberEntry[]): OwnNumber[] =>
  [...entries].sort((a, b) => a.place - b.place).flatMap(({ number }) => (number ? [number] : []));
