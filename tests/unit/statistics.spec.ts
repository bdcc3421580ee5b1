import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { pairedChange, pomp, wilson } from '../../src/domain/statistics.ts';
import { assertAtMost, assertBelow, assertClose } from '../support/compare.ts';
import { runs } from '../support/device.ts';

test('the percent of the maximum possible agrees with its check values', () => {
  expect(pomp([3.4], 1, 5)).toBeCloseTo(60, 10);
  expect(pomp([3.5], 1, 4)).toBeCloseTo(83.33, 2);
  expect(pomp([3], 1, 4)).toBeCloseTo(66.67, 2);
  const parts = [pomp([3.4], 1, 5), pomp([3.5], 1, 4), pomp([3], 1, 4)];
  expect(parts.reduce((sum, part) => sum + part, 0) / 3).toBeCloseTo(70, 10);
});

test('the percent of the maximum possible lies between 0 and 100 and grows with its values', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (values) => {
      const share = pomp(values, 1, 5);
      assertAtMost(0, share);
      assertAtMost(share, 100);
      const raised = values.map((value) => Math.min(5, value + 1));
      assertAtMost(share, pomp(raised, 1, 5));
    }),
  );
});

test('published completion rates, outliers and decay come out as printed', () => {
  const percent = (count: number, of: number) => Math.round(100 * wilson(count, of).share);
  expect(percent(8, 14)).toBe(57);
  expect(percent(11, 14)).toBe(79);
  expect(percent(27, 42)).toBe(64);
  // The abstract prints 72 for it.
  expect(wilson(10, 14).share).toBeCloseTo(0.714, 3);
  expect(percent(9, 48)).toBe(19);
  expect(percent(4, 7)).toBe(57);
});

test('the Wilson interval agrees with its check values', () => {
  const small = wilson(8, 14);
  expect(small.low).toBeCloseTo(0.326, 3);
  expect(small.high).toBeCloseTo(0.786, 3);
  const larger = wilson(27, 50);
  expect(larger.low).toBeCloseTo(0.404, 3);
  expect(larger.high).toBeCloseTo(0.67, 3);
});

const counts = fc
  .integer({ min: 1, max: 500 })
  .chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));

test('a Wilson interval holds its share, stays within 0 and 1, mirrors, and narrows with numbers', () => {
  fc.assert(
    fc.property(counts, ([count, of]) => {
      const { share, low, high } = wilson(count, of);
      assertAtMost(0, low);
      assertAtMost(high, 1);
      assertAtMost(low - 1e-12, share);
      assertAtMost(share, high + 1e-12);
      const other = wilson(of - count, of);
      assertClose(other.low, 1 - high, 10);
      const tenfold = wilson(count * 10, of * 10);
      assertBelow(tenfold.high - tenfold.low, high - low);
    }),
    { numRuns: runs(300) },
  );
});

const pairsOf = (before: readonly number[], after: readonly number[]) =>
  before.map((value, at): [number, number] => [value, after[at] ?? 0]);

test('the paired change agrees with its check values', () => {
  const change = pairedChange(pairsOf([3, 4, 5, 4, 6], [5, 6, 6, 5, 9]));
  expect(change?.mean).toBeCloseTo(1.8, 10);
  expect(change?.sd).toBeCloseTo(0.8367, 4);
  expect(change?.dz).toBeCloseTo(2.151, 3);
  expect(change).toMatchObject({ n: 5, before: 4.4, after: 6.2 });
});

test('nobody, one person and people who all moved alike have no d_z', () => {
  expect(pairedChange([])).toBeNull();
  expect(pairedChange([[40, 60]])).toMatchObject({ n: 1, mean: 20, sd: null, dz: null });
  const alike = pairedChange(pairsOf([0.1, 0.7, 1.3], [0.3, 0.9, 1.5]));
  expect(alike?.mean).toBeCloseTo(0.2, 10);
  expect(alike?.dz).toBeNull();
});

const step = fc.integer({ min: 0, max: 100 });

test('d_z takes no notice of the unit or the order, and turns round with time', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(step, step), { minLength: 2, maxLength: 60 }), (pairs) => {
      const dz = pairedChange(pairs)?.dz ?? 0;
      const halved = pairs.map(([a, b]): [number, number] => [a / 2, b / 2]);
      const turned = pairs.map(([a, b]): [number, number] => [b, a]);
      assertClose(pairedChange(halved)?.dz ?? 0, dz, 8);
      assertClose(pairedChange(pairs.toReversed())?.dz ?? 0, dz, 8);
      assertClose(pairedChange(turned)?.dz ?? 0, -dz, 8);
    }),
    { numRuns: runs(300) },
  );
});
