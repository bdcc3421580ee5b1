import type { Page } from '@playwright/test';
import type { OwnNumber } from '../../src/domain/own-number.ts';
import { listToEntries } from '../../src/store/number-entries.ts';
import { numbersFormat } from '../../src/store/numbers-format.ts';
import { toSlot } from '../../src/store/slot.ts';
import { spaceOf } from '../../src/store/space.ts';

/** A day so many days before now, `2026-11-23`. */
export const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

/** An invented number of a hostel. */
export function ownNumber(change: Partial<OwnNumber> = {}): OwnNumber {
  const base = { kind: 'warden', name: 'Night warden', number: '0744000001', by: 'AB' } as const;
  return { ...base, on: daysAgo(3), place: '', ...change };
}

/** Puts numbers into the phone's storage, as if they had been written down there. */
export async function putNumbers(page: Page, numbers: readonly OwnNumber[]): Promise<void> {
  await page.goto('./en/about/');
  const base = new URL('../../', page.url()).pathname;
  const text = toSlot(numbersFormat, 1, listToEntries(1, numbers));
  await page.evaluate(
    ([space, slot = '']) => {
      for (const side of ['a', 'b']) localStorage.setItem(`${space}our-numbers.${side}`, slot);
    },
    [spaceOf(base), text],
  );
}
