import fc from 'fast-check';
import { type Row, type Score, type Wave, waves } from '../../src/domain/round.ts';

/** Eight letters of the alphabet of rounds, different for each number. */
export const personOf = (value: number): string => `PERS0N${`${value}`.padStart(2, '0')}`.slice(-8);

/** A round of the tests. */
export const round = { id: 'K7Q2MX', starts: '2026-12-01' };

/** A score of five questions and two scales. */
export const score = (right: number, ready: number): Score => ({
  right,
  asked: 5,
  ready,
  scales: 2,
});

/** A row that tells as much as is given. */
export const rowOf = (person: string, more: Partial<Row> = {}): Row => ({
  ...{ round, person, passed: false, scores: {}, acts: null },
  ...more,
});

const LETTERS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const letters = (count: number) =>
  fc
    .array(fc.constantFrom(...LETTERS), { minLength: count, maxLength: count })
    .map((all) => all.join(''));
const anyScore: fc.Arbitrary<Score> = fc
  .tuple(fc.nat(15), fc.nat(7))
  .filter(([asked, scales]) => asked + scales > 0)
  .chain(([asked, scales]) =>
    fc.record({
      right: fc.nat(asked),
      asked: fc.constant(asked),
      ready: fc.integer({ min: scales, max: 5 * scales }),
      scales: fc.constant(scales),
    }),
  );
const count = fc.nat(99);

/** Any round that can be. */
export const anyRound = fc.record({
  id: letters(6),
  starts: fc
    .nat(65_535)
    .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10)),
});

/** Any row that can be. */
export const anyRow: fc.Arbitrary<Row> = fc.record({
  round: anyRound,
  person: letters(8),
  passed: fc.boolean(),
  scores: fc
    .array(fc.option(anyScore, { nil: undefined }), {
      minLength: waves.length,
      maxLength: waves.length,
    })
    .map((scores) =>
      Object.fromEntries(
        waves.flatMap((wave: Wave, at) => (scores[at] ? [[wave, scores[at]]] : [])),
      ),
    ),
  acts: fc.option(fc.record({ asked: count, handedOver: count, followedUp: count })),
});
