import { expect, test } from '@playwright/test';
import { hideSmall, leastShown } from '../../src/domain/anonymous-counts.ts';

const rowsOf = (counts: readonly number[]) =>
  counts.map((count, at) => ({ name: `row ${at}`, count }));

test('Small rows go into one sum, and a larger one with them where the sum would tell', () => {
  const shown = (...counts: number[]) => {
    const found = hideSmall(rowsOf(counts));
    return (
      found && [found.shown.map(({ count }) => count), found.others?.rows, found.others?.count]
    );
  };
  expect(shown(9, 8, 7)).toEqual([[9, 8, 7], undefined, undefined]);
  expect(shown(9, 3, 4, 1)).toEqual([[9], 3, 8]);
  // Four and four would be the only way to eight.
  expect(shown(30, 20, 4, 4)).toEqual([[30], 3, 28]);
  expect(shown(30, 20, 10, 0)).toEqual([[30, 20], 2, 10]);
  expect(shown(2, 2)).toBeNull();
});

/** Every table of so many rows with counts up to a limit. */
function* tables(rows: number, most: number): Generator<number[]> {
  if (rows === 0) {
    yield [];
    return;
  }
  for (const rest of tables(rows - 1, most))
    for (let count = 0; count <= most; count += 1) yield [...rest, count];
}

test('Nobody who knows the rule and all that is shown can work out a small row', () => {
  for (const [rows, most] of [
    [2, 40],
    [3, 20],
    [4, 11],
  ] as const) {
    // All tables that look the same from outside.
    const alike = new Map<string, Set<number>[]>();
    for (const table of tables(rows, most)) {
      const found = hideSmall(rowsOf(table));
      if (!found?.others || found.others.count > most) continue;
      if (found.shown.some(({ count }) => count < leastShown)) throw new Error(`${table}`);
      const key = JSON.stringify(found);
      const possible = alike.get(key) ?? table.map(() => new Set<number>());
      for (const [at, count] of table.entries()) possible[at]?.add(count);
      alike.set(key, possible);
    }
    expect(alike.size).toBeGreaterThan(30);
    const telling = [...alike].filter(([, possible]) =>
      possible.some((counts) => counts.size === 1 && Math.min(...counts) < leastShown),
    );
    expect(telling.map(([key]) => key)).toEqual([]);
  }
});
