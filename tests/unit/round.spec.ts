import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Asked } from '../../src/domain/change.ts';
import type { Attempt } from '../../src/domain/progress.ts';
import { mergeRows, type Row } from '../../src/domain/round.ts';
import { rowsToFigures } from '../../src/domain/round-figures.ts';
import { progressToRow } from '../../src/domain/round-row.ts';
import { assertSame } from '../support/compare.ts';
import { runs } from '../support/device.ts';
import { anyRow, personOf, round, rowOf, score } from '../support/rounds.ts';

const rows = (count: number, more: (at: number) => Partial<Row>): Row[] =>
  Array.from({ length: count }, (_, at) => rowOf(personOf(at), more(at)));

test('of one person the row counts that tells most, whenever it came', () => {
  const early = rowOf('AAAAAAAA', { scores: { start: score(2, 4) } });
  const late = rowOf('AAAAAAAA', {
    scores: { start: score(2, 4), finish: score(5, 8) },
    passed: true,
  });
  const other = rowOf('BBBBBBBB');
  expect(mergeRows([early, other, late])).toEqual([late, other]);
  expect(mergeRows([late], [other, early])).toEqual([late, other]);
});

test('rows merge the same in any order, in any groups, and any number of times', () => {
  // Few people and rounds, so that many rows are of the same person.
  const some = fc.array(
    anyRow.chain((row) =>
      fc.constantFrom('AAAAAAAA', 'BBBBBBBB').map((person): Row => ({ ...row, round, person })),
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(some, some, some, (a, b, c) => {
      const all = mergeRows(a, b, c);
      assertSame(mergeRows(c, a, b), all);
      assertSame(mergeRows(mergeRows(a, b), c), all);
      assertSame(mergeRows(a, mergeRows(b, c)), all);
      assertSame(mergeRows(all, a, all), all);
    }),
    { numRuns: runs(300) },
  );
});

test('shares are of all who sent a row, with their intervals', () => {
  const { people, finished, answered } = rowsToFigures(
    rows(14, (at) => ({
      passed: at < 8,
      scores:
        at < 6 ? { 'start-short': score(2, 4), 'weeks-3': score(4, 8) } : { start: score(2, 4) },
    })),
  );
  expect(people).toBe(14);
  expect(finished).toMatchObject({ count: 8, of: 14 });
  expect(finished?.low).toBeCloseTo(0.326, 3);
  expect(answered).toMatchObject({ 'weeks-3': { count: 6, of: 14 } });
});

test('what has moved is measured in those who answered both times', () => {
  const before = [1, 2, 3, 2, 4];
  const after = [2, 3, 3, 3, 5];
  const both = rows(5, (at) => ({
    scores: { start: score(before[at] ?? 0, 4), finish: score(after[at] ?? 0, 8) },
  }));
  const alone = rowOf('ZZZZZZZZ', { scores: { finish: score(5, 10) } });
  const { moved } = rowsToFigures([...both, alone]);
  const [knowledge, readiness] = moved;
  expect(moved).toHaveLength(2);
  expect(knowledge).toMatchObject({ measure: 'knowledge', wave: 'finish', change: { n: 5 } });
  expect(knowledge?.change.before).toBeCloseTo(48, 10);
  expect(knowledge?.change.after).toBeCloseTo(64, 10);
  // Differences of 20, 20, 0, 20, 20: mean 16, standard deviation 8.944.
  expect(knowledge?.change.dz).toBeCloseTo(1.7889, 4);
  // All moved from 2 to 4 on the scale of 1 to 5, so that nothing varies.
  expect(readiness?.change).toMatchObject({ before: 25, after: 75, dz: null });
});

test('a refresher is compared with the counterparts of its own few questions', () => {
  const { moved } = rowsToFigures(
    rows(5, (at) => ({
      scores: { start: score(5, 10), 'start-short': score(at, 4), 'weeks-3': score(at, 4) },
    })),
  );
  expect(moved.map(({ wave, change }) => [wave, change.mean])).toEqual([
    ['weeks-3', 0],
    ['weeks-3', 0],
  ]);
});

test('no figure that rests on fewer than five people, or counts fewer, is there', () => {
  const acts = { asked: 2, handedOver: 0, followedUp: 1 };
  const few = rows(4, () => ({
    ...{ passed: true, acts },
    scores: { start: score(1, 4), finish: score(4, 8) },
  }));
  const nothing = { finished: null, answered: {}, moved: [], said: null, done: {} };
  expect(rowsToFigures(few)).toEqual({ people: 4, ...nothing });
  expect(rowsToFigures([...few, ...few])).toEqual({ people: 4, ...nothing });
  const many = [...few, ...rows(20, () => ({})).slice(4)];
  expect(rowsToFigures(many)).toEqual({ people: 20, ...nothing });
});

test('what was done is told as people and as times, and hidden act by act', () => {
  const { said, done } = rowsToFigures(
    rows(9, (at) => ({
      acts: { asked: at, handedOver: at < 4 ? 3 : 0, followedUp: at < 5 ? 1 : 0 },
    })),
  );
  expect(said).toMatchObject({ count: 9, of: 9 });
  expect(done).toMatchObject({
    asked: { people: { count: 8, of: 9 }, times: 36 },
    followedUp: { people: { count: 5, of: 9 }, times: 5 },
  });
  expect(done.handedOver).toBeUndefined();
});

const single = (id: string): Asked => ({ id, key: { kind: 'single', right: ['a'] } });
const scale = (id: string): Asked => ({ id, key: { kind: 'scale', right: [] } });
const items = {
  start: [single('s1'), single('s2'), scale('s3')],
  finish: [single('c1'), single('c2'), scale('c3')],
  refresher: [single('c1'), scale('c3')],
  startShort: [single('s1'), scale('s3')],
};
const DAY = 24 * 60;
const at = (day: number, choice: string, nth = 1): Attempt => ({
  ...{ choice: [choice], at: day * DAY, try: nth },
});
const me = { round, person: 'AAAAAAAA' };

test('a record gives first answers, the end, and each refresher in its time', () => {
  const row = progressToRow(
    me,
    {
      answers: {
        ...{ s1: [at(0, 'b'), at(1, 'a', 2)], s2: [at(0, 'a')], s3: [at(0, '2')] },
        c1: [at(9, 'a'), at(31, 'a', 2), at(101, 'b', 3), at(102, 'a', 4)],
        c2: [at(9, 'a')],
        c3: [at(9, '4'), at(31, '5', 2), at(101, '3', 3)],
      },
      outcomes: [{ choice: ['passed', '1.0.0'], at: 10 * DAY, try: 1 }],
    },
    items,
    { asked: 3, handedOver: 120, followedUp: 0 },
  );
  expect(row).toEqual({
    ...{ ...me, passed: true, acts: { asked: 3, handedOver: 99, followedUp: 0 } },
    scores: {
      start: { right: 1, asked: 2, ready: 2, scales: 1 },
      'start-short': { right: 0, asked: 1, ready: 2, scales: 1 },
      finish: { right: 2, asked: 2, ready: 4, scales: 1 },
      'weeks-3': { right: 1, asked: 1, ready: 5, scales: 1 },
      'months-3': { right: 0, asked: 1, ready: 3, scales: 1 },
    },
  });
});

test('what is answered in part, or before the course was finished, gives nothing', () => {
  const answers = { s1: [at(0, 'a')], c1: [at(30, 'a')], c3: [at(30, '4')] };
  expect(progressToRow(me, { answers, outcomes: [] }, items, null)).toEqual(rowOf(me.person));
  const failed = [{ choice: ['failed', '1.0.0'], at: 5 * DAY, try: 1 }];
  expect(progressToRow(me, { answers, outcomes: failed }, items, null)).toEqual(rowOf(me.person));
});
