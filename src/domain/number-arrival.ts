import { type OwnNumber, toOwnNumber } from './own-number.ts';

/** Names the number: the same kind and digits are the same number, tested again or called otherwise. */
export const numberKey = ({ kind, number }: OwnNumber): string =>
  `${kind}-${number.replace('+', '')}`;

/** What numbers from elsewhere would change. */
export interface Arrival {
  readonly added: readonly OwnNumber[];
  /** Numbers that are there already, with another name, place or test. */
  readonly changed: readonly OwnNumber[];
  /** All numbers afterwards. */
  readonly all: readonly OwnNumber[];
}

/** Brings numbers into a list; of the same number the later test is kept, and of two equal ones the arriving. */
export function arrival(own: readonly OwnNumber[], arriving: readonly OwnNumber[]): Arrival {
  const all = new Map(own.map((number) => [numberKey(number), number]));
  const added = new Map<string, OwnNumber>();
  const changed = new Map<string, OwnNumber>();
  for (const number of arriving) {
    const key = numberKey(number);
    const before = all.get(key);
    if (before && (before.on > number.on || isEqual(before, number))) continue;
    all.set(key, number);
    const isNew = !own.some((known) => numberKey(known) === key);
    (isNew ? added : changed).set(key, number);
  }
  return { added: [...added.values()], changed: [...changed.values()], all: [...all.values()] };
}

function isEqual(one: OwnNumber, other: OwnNumber): boolean {
  return JSON.stringify(toOwnNumber(one)) === JSON.stringify(toOwnNumber(other));
}
