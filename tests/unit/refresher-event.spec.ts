import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { EndedRuns } from '../../src/domain/last-runs.ts';
import { leads } from '../../src/domain/outcome.ts';
import { foldEvents, mergeEvents, type ProgressEvent } from '../../src/domain/progress.ts';
import { countsFor, type Refreshers, refreshersOf } from '../../src/domain/refresher.ts';
import {
  type Counted,
  countedFor,
  doneParts,
  refresherEvent,
} from '../../src/domain/refresher-event.ts';
import type { Finding } from '../../src/domain/scenario-debrief.ts';
import { assertHolds } from '../support/compare.ts';

const ZONE = 'Asia/Kolkata';
const DAY = 24 * 60;
const minuteOf = (moment: string) => Date.parse(moment) / 60_000;
const END = minuteOf('2026-11-30T20:00:00+05:30');
const completed: ProgressEvent = {
  kind: 'outcome',
  item: 'outcome',
  choice: ['passed', '0.1.0', ...leads],
  at: END,
  try: 1,
};
const findings = (...missed: string[]): Finding[] =>
  (['asks-directly', 'secrecy', 'safety-now', 'hands-over', 'follows-up'] as const).map(
    (domain) => ({ domain, must: true, status: missed.includes(domain) ? 'missed' : 'met' }),
  );
const runs = (talks: [number, Finding[]][], rounds: number[], calls: number[]): EndedRuns => ({
  talks: talks.map(([at, verdict]) => ({ at, try: 1, verdict })),
  rounds: rounds.map((at) => ({ at, try: 1, verdict: true })),
  calls: calls.map((at) => ({ at, try: 1, verdict: true })),
});
const standing = (today: string, events: readonly ProgressEvent[] = [completed]): Refreshers => {
  const refreshers = refreshersOf(foldEvents(events), ZONE, today);
  if (!refreshers) throw new Error('The course is not completed.');
  return refreshers;
};
const answered = (...minutes: number[]) =>
  foldEvents(
    minutes.flatMap((at, index): ProgressEvent[] =>
      ['asking', 'ready'].map((item) => ({
        ...{ kind: 'answer', item, choice: ['a'], at, try: index + 1 },
      })),
    ),
  ).answers;
const counted = (all: EndedRuns, answers: ReturnType<typeof answered>): Counted =>
  countedFor(all, answers, ['asking', 'ready'], countsFor(standing('2026-12-20'), ZONE));
/** The evening on which the first refresher is done. */
const EVENING = minuteOf('2026-12-20T21:00:00+05:30');

test('before the course is completed there are no refreshers, after it they are counted by the clock of the site', () => {
  expect(refreshersOf(foldEvents([]), ZONE, '2026-12-01')).toBeNull();
  const failed = { ...completed, choice: ['failed', '0.1.0'] };
  expect(refreshersOf(foldEvents([failed]), ZONE, '2026-12-01')).toBeNull();
  expect(standing('2026-12-14')).toEqual({
    ...{ on: '2026-11-30', refreshed: '', next: '2026-12-21', state: 'due' },
  });
  const late = { ...completed, at: minuteOf('2026-11-30T19:00:00Z') };
  expect(standing('2026-12-14', [late]).on).toBe('2026-12-01');
});

test('a refresher is done once all four parts have ended, and says what was met', () => {
  const all = runs([[EVENING, findings('secrecy')]], [EVENING + 10], [EVENING + 20]);
  expect(refresherEvent(counted(all, answered()), '0.2.0')).toBeNull();
  expect(refresherEvent(counted(all, answered(EVENING + 30)), '0.2.0')).toEqual({
    kind: 'outcome',
    item: 'refresher',
    choice: ['failed', '0.2.0', ...leads.filter((lead) => lead !== 'secrecy')],
    at: EVENING + 30,
    try: 1,
  });
});

test('an act that was missing is judged by the last conversation of that evening, not by a later one', () => {
  const all = (later: number) =>
    runs(
      [
        [EVENING, findings('secrecy')],
        [later, findings()],
      ],
      [EVENING + 10],
      [EVENING + 20],
    );
  const verdict = (later: number) =>
    refresherEvent(counted(all(later), answered(EVENING)), '0.2.0')?.choice[0];
  expect([verdict(EVENING + 15), verdict(EVENING + DAY)]).toEqual(['passed', 'failed']);
});

test('what was done at the end of the course, or before a refresher opens, does not count for it', () => {
  const done = (at: number) => {
    const here = counted(runs([[at, findings()]], [at], [at]), answered(at));
    return doneParts(here, at);
  };
  expect(done(END)).toEqual([]);
  expect(done(minuteOf('2026-12-13T23:59:00+05:30'))).toEqual([]);
  expect(done(minuteOf('2026-12-14T00:00:00+05:30'))).toEqual(['items', 'talk', 'cases', 'call']);
});

test('parts that lie more than two weeks apart are not one refresher', () => {
  const parted = (gap: number) =>
    counted(runs([[EVENING, findings()]], [EVENING], [EVENING]), answered(EVENING + gap));
  expect(refresherEvent(parted(14 * DAY - 1), '1')?.at).toBe(EVENING + 14 * DAY - 1);
  expect(refresherEvent(parted(14 * DAY), '1')).toBeNull();
  expect(doneParts(parted(14 * DAY), EVENING + 14 * DAY)).toEqual(['items']);
});

test('a refresher that is in the record is not told again, and the next one counts from its own days', () => {
  const evening = runs([[EVENING, findings()]], [EVENING], [EVENING]);
  const event = refresherEvent(counted(evening, answered(EVENING)), '1');
  const after = standing('2026-12-20', mergeEvents([completed, ...(event ? [event] : [])]));
  expect(after).toMatchObject({ refreshed: '2026-12-20', next: '2027-02-28', state: 'fresh' });
  const again = countedFor(evening, answered(EVENING), ['asking', 'ready'], countsFor(after, ZONE));
  expect(refresherEvent(again, '1')).toBeNull();
});

test('phones with the same record tell of the same refresher, in whichever order it was brought together', () => {
  const ends = fc.array(fc.integer({ min: END, max: END + 60 * DAY }), { maxLength: 4 });
  fc.assert(
    fc.property(ends, ends, ends, ends, (talks, rounds, calls, items) => {
      const told = (turn: <One>(all: One[]) => One[]) =>
        refresherEvent(
          {
            ...counted(
              runs(turn(talks.map((at) => [at, findings()])), turn(rounds), turn(calls)),
              {},
            ),
            items: [turn(items)],
          },
          '1',
        );
      const event = told((all) => all);
      assert.deepEqual(
        told((all) => all.toReversed()),
        event,
      );
      if (!event) return;
      // Every part ended in the two weeks before, one of them in that very minute.
      const within = (all: number[]) =>
        all.some((at) => at <= event.at && at > event.at - 14 * DAY);
      assert.equal([talks, rounds, calls, items].every(within), true);
      assertHolds([...talks, ...rounds, ...calls, ...items], event.at);
    }),
  );
});
