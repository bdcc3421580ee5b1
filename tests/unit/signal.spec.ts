import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { detection, inverseNormal } from '../../src/domain/signal.ts';
import { assertBelow, assertClose } from '../support/compare.ts';
import { runs } from '../support/device.ts';

const tally = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }))
  .chain(([signals, noises]) =>
    fc.record({
      hits: fc.nat(signals),
      signals: fc.constant(signals),
      falseAlarms: fc.nat(noises),
      noises: fc.constant(noises),
    }),
  );

test('18 of 20 signals and 4 of 20 false alarms come to the published measures', () => {
  const measured = detection({ hits: 18, signals: 20, falseAlarms: 4, noises: 20 });
  expect(measured.hitRate).toBeCloseTo(0.881, 3);
  expect(measured.falseAlarmRate).toBeCloseTo(0.214, 3);
  expect(measured.sensitivity).toBeCloseTo(1.971, 3);
  expect(measured.criterion).toBeCloseTo(-0.194, 3);
});

test('z agrees with the tables of the normal distribution', () => {
  const table: [p: number, z: number][] = [
    [0.5, 0],
    [0.8413447460685429, 1],
    [0.9772498680518208, 2],
    [0.9986501019683699, 3],
    [0.975, 1.959963984540054],
    [0.01, -2.3263478740408408],
    [0.02425, -1.972961051311885],
    [0.001, -3.090232306167813],
  ];
  for (const [p, z] of table) expect(inverseNormal(p), `${p}`).toBeCloseTo(z, 7);
});

test('z is symmetric and grows with the probability', () => {
  const p = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
  fc.assert(
    fc.property(p, p, (a, b) => {
      assertClose(inverseNormal(1 - a), -inverseNormal(a), 5);
      if (b - a > 1e-6) assertBelow(inverseNormal(a), inverseNormal(b));
    }),
    { numRuns: runs(300) },
  );
});

test('Where nothing is ever missed and nothing falsely raised the measures stay finite', () => {
  const { sensitivity, criterion } = detection({ hits: 3, signals: 3, falseAlarms: 0, noises: 3 });
  expect(sensitivity).toBeCloseTo(2.3007, 4);
  expect(criterion).toBeCloseTo(0, 10);
});

test('Saying yes to everything, or no to everything, comes to nothing', () => {
  for (const count of [3, 20, 200]) {
    const always = detection({ hits: count, signals: count, falseAlarms: count, noises: count });
    const never = detection({ hits: 0, signals: count, falseAlarms: 0, noises: count });
    expect(always.sensitivity).toBeCloseTo(0, 10);
    expect(never.sensitivity).toBeCloseTo(0, 10);
    expect(always.criterion).toBeLessThan(-1);
    expect(never.criterion).toBeGreaterThan(1);
  }
});

test('Calling signals noise and noise signals turns d′ round and leaves c', () => {
  fc.assert(
    fc.property(tally, ({ hits, signals, falseAlarms, noises }) => {
      const one = detection({ hits, signals, falseAlarms, noises });
      const other = detection({
        hits: falseAlarms,
        signals: noises,
        falseAlarms: hits,
        noises: signals,
      });
      assertClose(other.sensitivity, -one.sensitivity, 9);
      assertClose(other.criterion, one.criterion, 9);
    }),
    { numRuns: runs(200) },
  );
});

test('One hit more raises d′ and lowers c; one false alarm more lowers both', () => {
  fc.assert(
    fc.property(tally, (counts) => {
      const { hits, signals, falseAlarms, noises } = counts;
      const before = detection(counts);
      if (hits < signals) {
        const after = detection({ ...counts, hits: hits + 1 });
        assertBelow(before.sensitivity, after.sensitivity);
        assertBelow(after.criterion, before.criterion);
      }
      if (falseAlarms < noises) {
        const after = detection({ ...counts, falseAlarms: falseAlarms + 1 });
        assertBelow(after.sensitivity, before.sensitivity);
        assertBelow(after.criterion, before.criterion);
      }
    }),
    { numRuns: runs(200) },
  );
});
