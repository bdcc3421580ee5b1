import { most, type OwnNumber, toOwnNumber } from '../domain/own-number.ts';
import type { Engine } from './engine.ts';
import { openJournal } from './journal.ts';
import { listToEntries } from './number-entries.ts';
import { numbersFormat } from './numbers-format.ts';

const KEY = 'our-numbers';

/** Puts own numbers of version 1, a bare text `{ v, numbers }` without any sum, into slots. */
export function adoptNumbers(engine: Engine): void {
  const text = engine.get(KEY);
  if (text === null) return;
  const journal = openJournal(engine, KEY, numbersFormat);
  const numbers = readOld(text);
  if (journal.read().state === 'empty' && numbers.length > 0) {
    // Where there is no room they stay as they are; the next page tries again.
    if (journal.write(listToEntries(1, numbers))) return;
  }
  engine.remove(KEY);
}

function readOld(text: string): OwnNumber[] {
  try {
    const { numbers } = Object(JSON.parse(text));
    return (Array.isArray(numbers) ? numbers.slice(0, most.numbers) : []).flatMap((each) => {
      const reading = toOwnNumber(each);
      return reading.ok ? [reading.number] : [];
    });
  } catch {
    return [];
  }
}
