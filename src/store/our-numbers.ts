/*
 * The life story of a hostel's own numbers
 *
 * Shape. One text under `dastak.our-numbers`: JSON `{ v, numbers }`, at most twelve numbers with kind, name or post,
 * number, who rang it and when (`src/domain/own-number.ts`). They are no part of anybody's learning record: a record
 * that is erased or carried to another phone leaves them where they are.
 *
 * Life. They are typed in, or taken over from a link after a look. Each change is read back before it is called saved.
 * Every entry is checked again when it is read; one that is not well formed is left out. A text of a newer version is
 * shown as far as it can be read and not written over. Where nothing can be stored they live as long as the tab.
 */
import { most, type OwnNumber, toOwnNumber } from '../domain/own-number.ts';
import { openEngine, type StorageLike } from './engine.ts';

const KEY = 'our-numbers';
const VERSION = 1;

/** What became of a change: kept for good, or only until the tab is closed. */
export type Kept = 'saved' | 'unsaved';

/** The numbers of a hostel on this phone. */
export interface OurNumbers {
  all(): readonly OwnNumber[];
  /** Puts these numbers in the place of all that are kept. */
  keep(numbers: readonly OwnNumber[]): Kept;
}

/**
 * Opens the numbers that this browser keeps. Nothing here throws.
 * @param storage gives the storage; may throw or give null
 * @param tab where they live if they cannot be stored: `window`, whose name goes from page to page
 */
export function openOurNumbers(
  storage: () => StorageLike | null,
  tab?: { name: string },
): OurNumbers {
  const engine = openEngine(storage, tab);
  let unsaved: readonly OwnNumber[] | undefined;
  return {
    all: () => unsaved ?? readNumbers(engine.get(KEY)).numbers,
    keep(numbers) {
      const text = JSON.stringify({ v: VERSION, numbers });
      const isNewer = readNumbers(engine.get(KEY)).version > VERSION;
      const trouble = isNewer ? 'newer' : engine.set(KEY, text);
      unsaved = trouble ? [...numbers] : undefined;
      return trouble || engine.trouble ? 'unsaved' : 'saved';
    },
  };
}

function readNumbers(text: string | null): { version: number; numbers: OwnNumber[] } {
  try {
    const { v, numbers } = JSON.parse(text ?? '{}');
    const read = Array.isArray(numbers) ? numbers.slice(0, most.numbers) : [];
    return {
      version: Number(v) || 0,
      numbers: read.flatMap((each) => {
        const reading = toOwnNumber(each);
        return reading.ok ? [reading.number] : [];
      }),
    };
  } catch {
    return { version: 0, numbers: [] };
  }
}

let opened: OurNumbers | undefined;

/** The numbers of this page's browser, opened at their first use. */
export function ourNumbers(): OurNumbers {
  opened ??= openOurNumbers(
    () => window.localStorage,
    // In a frame the name belongs to the page around it.
    window === window.top ? window : undefined,
  );
  return opened;
}
