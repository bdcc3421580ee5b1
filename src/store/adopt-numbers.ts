import { most, type OwnNumber, toOwnNumber } from '../domain/own-number.ts';
import type { Engine } from './engine.ts';
import { listToEntries, type NumberEntry } from './number-entries.ts';

/** Own numbers of version 1, a bare text `{ v, numbers }` without any sum, as the first of all lists. */
export function oldNumbers(engine: Engine): NumberEntry[] {
  const numbers = read(engine.get('our-numbers') ?? '');
  return numbers.length > 0 ? listToEntries(1, numbers) : [];
}

function read(text: string): OwnNumber[] {
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
