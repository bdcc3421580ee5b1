import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { leads } from '../../src/domain/outcome.ts';
import { completion } from '../../src/domain/outcome-event.ts';
import { foldEvents, type ProgressEvent } from '../../src/domain/progress.ts';
import {
  daysAfter,
  nextRefresher,
  opensOn,
  refresherDays,
  refresherState,
} from '../../src/domain/refresher.ts';
import { dayIn } from '../../src/domain/zone-day.ts';
import { assertAtMost, assertBelow } from '../support/compare.ts';

const first = (on: string, count: number): string[] => {
  const days = refresherDays(on);
  return Array.from({ length: count }, () => days.next().value);
};
const day = fc.integer({ min: 0, max: 40_000 }).map((count) => daysAfter('1990-01-01', count));
const later = fc.integer({ min: 0, max: 4000 });

test('refreshers are due after 3 weeks, 3 months, 6 months and then every 6 months', () => {
  expect(first('2026-11-30', 6)).toEqual([
    ...['2026-12-21', '2027-02-28', '2027-05-30'],
    ...['2027-11-30', '2028-05-30', '2028-11-30'],
  ]);
});

test('a month that is too short moves its own refresher and no other', () => {
  expect(first('2027-08-31', 4)).toEqual(['2027-09-21', '2027-11-30', '2028-02-29', '2028-08-31']);
  expect(first('2028-02-29', 5).slice(2)).toEqual(['2028-08-29', '2029-02-28', '2029-08-29']);
});

test('the days of refreshers rise, each in the month that it should and never on a later number', () => {
  fc.assert(
    fc.property(day, (on) => {
      const days = first(on, 12);
      days.reduce((before, next) => {
        assertBelow(before, next);
        return next;
      }, on);
      const months = (one: string) => 12 * Number(one.slice(0, 4)) + Number(one.slice(5, 7));
      const expected = [3, 6, 12, 18, 24, 30, 36, 42, 48, 54, 60];
      assert.deepEqual(
        days.slice(1).map((one) => months(one) - months(on)),
        expected,
      );
      for (const one of days.slice(1)) assertAtMost(one.slice(8), on.slice(8));
    }),
  );
});

test('a refresher done up to 7 days early counts for its day, one done earlier does not', () => {
  expect(nextRefresher('2026-11-30', '')).toBe('2026-12-21');
  expect(nextRefresher('2026-11-30', '2026-12-13')).toBe('2026-12-21');
  expect(nextRefresher('2026-11-30', '2026-12-14')).toBe('2027-02-28');
  expect(nextRefresher('2026-11-30', '2028-01-01')).toBe('2028-05-30');
});

test('a refresher never makes the next day earlier, and leaves none that it could have counted for', () => {
  fc.assert(
    fc.property(day, later, later, (on, after, more) => {
      const done = daysAfter(on, after);
      const doneLater = daysAfter(done, more);
      const next = nextRefresher(on, done);
      assertAtMost(nextRefresher(on, ''), next);
      assertAtMost(next, nextRefresher(on, doneLater));
      assertBelow(done, opensOn(next));
      const skipped = first(on, 40).filter((one) => one < next);
      for (const one of skipped) assertAtMost(opensOn(one), done);
    }),
  );
});

test('a refresher is due from 7 days before its day to the day itself, then overdue', () => {
  const on = '2026-11-30';
  const states = (today: string) => refresherState(on, '', today);
  expect(['2026-11-30', '2026-12-13'].map(states)).toEqual(['fresh', 'fresh']);
  expect(['2026-12-14', '2026-12-21'].map(states)).toEqual(['due', 'due']);
  expect(['2026-12-22', '2030-01-01'].map(states)).toEqual(['overdue', 'overdue']);
  expect(refresherState(on, '2026-12-22', '2026-12-22')).toBe('fresh');
});

test('a refresher done today leaves the next one fresh', () => {
  fc.assert(
    fc.property(day, later, (on, after) => {
      const today = daysAfter(on, after);
      assert.equal(refresherState(on, today, today), 'fresh');
    }),
  );
});

test('what is no day is refused with a sentence, whichever engine reads it', () => {
  for (const text of ['', '2026-02-30', '2026-13-01', '26-1-1', '9999-12-31', ' 2026-11-30']) {
    expect(() => nextRefresher(text, '')).toThrow(
      new RangeError(`"${text}" is no calendar day. Write one such as 2026-11-30.`),
    );
  }
  expect(() => nextRefresher('2026-11-30', 'soon')).toThrow(RangeError);
});

test('the day of a moment is that of the zone, not of Greenwich or of the phone', () => {
  const moment = new Date('2026-11-30T19:00:00Z');
  expect(dayIn('Asia/Kolkata', moment)).toBe('2026-12-01');
  expect(dayIn('UTC', moment)).toBe('2026-11-30');
});

test('refreshers are kept apart from what the course has come to', () => {
  const outcome = (item: string, at: number, verdict: string): ProgressEvent => ({
    kind: 'outcome',
    item,
    choice: [verdict, '0.1.0', ...(verdict === 'passed' ? leads : [])],
    at,
    try: 1,
  });
  const { outcomes, refreshers } = foldEvents([
    outcome('outcome', 5, 'failed'),
    outcome('refresher', 40, 'failed'),
    outcome('outcome', 9, 'passed'),
    outcome('outcome', 60, 'failed'),
    outcome('outcome', 70, 'passed'),
    outcome('outcome', 80, 'failed'),
  ]);
  expect(outcomes.map(({ at }) => at)).toEqual([5, 9, 60, 70, 80]);
  expect(refreshers.map(({ at }) => at)).toEqual([40]);
  expect(completion(outcomes)?.at).toBe(70);
  expect(completion([])).toBeUndefined();
});
