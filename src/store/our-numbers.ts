/*
 * The life story of a hostel's own numbers
 *
 * Shape. At most twelve numbers with kind, name or post, number, who rang it and when (`src/domain/own-number.ts`).
 * They are no part of anybody's learning record: a record that is erased or carried to another phone leaves them
 * where they are.
 *
 * Keys. They are kept as a record is kept, by the same code: two slots `our-numbers.a` and `.b`, each with a sum over
 * all and a sum per number, damaged texts put aside, and a second copy in IndexedDB.
 *
 * Life. They are typed in, or taken over from a link after a look. A change makes a new list that follows the one
 * before; it is called kept once a slot was read back and, where there is one, the second copy is on disk. A number
 * whose sum does not hold is never shown. A list of a newer version is shown as far as it can be read and not written
 * over. Where nothing can be stored they live as long as the tab.
 */
import type { OwnNumber } from '../domain/own-number.ts';
import type { Engine } from './engine.ts';
import { openJournal } from './journal.ts';
import { entriesToList, listToEntries, type NumberEntry } from './number-entries.ts';
import { numbersFormat } from './numbers-format.ts';

/** What became of a change: kept for good, or only until the tab is closed. */
export type Kept = 'saved' | 'unsaved';

/** The numbers of a hostel on this phone. */
export interface OurNumbers {
  all(): readonly OwnNumber[];
  /** Whether numbers that were kept here could not be read any more. */
  isDamaged(): boolean;
  /** Puts these numbers in the place of all that are kept. */
  keep(numbers: readonly OwnNumber[]): Promise<Kept>;
  /** Takes in what a copy holds, if it is later than what is here. @returns whether it is kept here now */
  restore(entries: readonly NumberEntry[]): boolean;
  /** Calls a function whenever `keep` or `restore` has changed something. */
  subscribe(listener: () => void): void;
}

/**
 * Opens the numbers that this browser keeps. Nothing here throws.
 * @param copy puts a list into the second copy; true once it is on disk
 */
export function openOurNumbers(
  engine: Engine,
  copy: (entries: readonly NumberEntry[]) => Promise<boolean> = async () => false,
): OurNumbers {
  const journal = openJournal(engine, 'our-numbers', numbersFormat);
  const listeners = new Set<() => void>();
  let unsaved: readonly OwnNumber[] | undefined;

  const entries = () => journal.read().entries;
  const isIncomplete = () => {
    const { state, entries: all } = journal.read();
    return all.length === 0
      ? state === 'damaged'
      : entriesToList(all).length < (all[0]?.count ?? 0);
  };

  const write = (next: readonly NumberEntry[], numbers: readonly OwnNumber[]) => {
    const trouble = journal.write(next);
    unsaved = trouble ? [...numbers] : undefined;
    for (const listener of listeners) listener();
    return trouble;
  };

  const opening = journal.read();
  const wasDamaged = isIncomplete();
  if (opening.state !== 'empty' && !opening.isDouble) journal.write(opening.entries);
  return {
    all: () => unsaved ?? entriesToList(entries()),
    isDamaged: () => isIncomplete() || (wasDamaged && entries().length === 0),
    async keep(numbers) {
      const change = (entries()[0]?.change ?? 0) + 1;
      const next = listToEntries(change, numbers);
      const trouble = write(next, numbers);
      if (trouble || engine.trouble) return 'unsaved';
      await copy(next);
      return 'saved';
    },
    restore(copied) {
      const here = entries();
      const lacks = (some: readonly NumberEntry[], others: readonly NumberEntry[]) => {
        const known = new Set(some.map(numbersFormat.keyOf));
        return others.some((entry) => !known.has(numbersFormat.keyOf(entry)));
      };
      const both = numbersFormat.merge(here, copied);
      if (lacks(copied, both)) void copy(both);
      if (!lacks(here, both)) return true;
      return write(both, entriesToList(both)) === null;
    },
    subscribe: (listener) => void listeners.add(listener),
  };
}
