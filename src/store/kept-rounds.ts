/*
 * The life story of the rounds that somebody runs
 *
 * Shape. Texts: the code of each round, and every anonymous row that was taken in (`src/exports/round-rows.ts`). They are
 * no part of anybody's learning record.
 *
 * Keys. Two slots `kept-rounds.a` and `.b`, each with a sum over all and a sum per text, and damaged texts put aside, by
 * the code that keeps a record.
 *
 * Life. Texts are only added, so that two tabs and two phones agree; a row that tells less than a later one of the same
 * person stays and counts for nothing. They go all at once, when whoever runs the round erases them.
 */
import type { Engine, Trouble } from './engine.ts';
import { openJournal } from './journal.ts';
import { roundFormat } from './round-format.ts';

/** The rounds of this browser, as texts. */
export interface KeptRounds {
  all(): readonly string[];
  /** Keeps texts beside those that are there. @returns null when they were stored, else why not */
  add(texts: readonly string[]): Trouble | 'newer' | null;
  /** Removes all of them. */
  erase(): void;
}

/** Opens the rounds that this browser keeps. Nothing here throws; where nothing can be stored they last as long as the tab. */
export function openKeptRounds(engine: Engine): KeptRounds {
  const journal = openJournal(engine, 'kept-rounds', roundFormat);
  let unsaved: readonly string[] = [];
  return {
    all: () => roundFormat.merge(journal.read().entries, unsaved),
    add(texts) {
      const trouble = journal.write(texts) ?? engine.trouble;
      if (trouble) unsaved = roundFormat.merge(unsaved, texts);
      return trouble;
    },
    erase() {
      unsaved = [];
      journal.erase();
    },
  };
}
