import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { device, type Happening, runs } from '../support/device.ts';

const small = fc.nat(5);
const side = fc.constantFrom('a' as const, 'b' as const);
const place = fc.nat(2000);

const event = fc.record({
  kind: fc.constant('answer' as const),
  item: small.map((item) => `item-${item}`),
  choice: small.map((letter) => ['abcdef'.charAt(letter)]),
  at: fc.nat(29_000_000),
  try: fc.integer({ min: 1, max: 3 }),
});

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('answer' as const),
      tab: small,
      item: small,
      choice: small,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('read' as const), tab: small, card: small }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('import' as const),
      tab: small,
      events: fc.array(event, { maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('reload' as const, 'open' as const, 'hear' as const),
      tab: small,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('kill' as const),
      tab: small,
      after: fc.nat(14),
      torn: fc.option(place),
      item: small,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('flip' as const), side, place, bit: fc.nat(6) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('tear' as const), side, place }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('room' as const), left: fc.option(fc.nat(400)) }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('garble' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('clock' as const),
      by: fc.integer({ min: -100_000, max: 2000 }),
    }),
  },
);

test('no acknowledged answer is lost, whatever happens to the phone', () => {
  let acknowledged = 0;
  fc.assert(
    fc.property(fc.array(happening, { minLength: 1, maxLength: 14 }), (history) => {
      const phone = device();
      for (const next of history) phone.happens(next);
      acknowledged += phone.acknowledged();
      const problems = [...phone.problems(), ...phone.saidUnwritten];
      if (problems.length > 0) throw new Error(problems.join('\n'));
    }),
    { numRuns: runs(10_000) },
  );
  expect(acknowledged, 'the histories should acknowledge something').toBeGreaterThan(10_000);
});
