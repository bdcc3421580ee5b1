import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { type Asked, changes, type Pair } from '../../src/domain/change.ts';
import { hasFinished, latest, leads, type Standings, standings } from '../../src/domain/outcome.ts';
import { outcomeEvent, outcomesOf } from '../../src/domain/outcome-event.ts';
import { foldEvents, mergeEvents, type ProgressEvent } from '../../src/domain/progress.ts';
import type { Finding } from '../../src/domain/scenario-debrief.ts';

const single = (id: string): Asked => ({ id, key: { kind: 'single', right: ['a'] } });
const scale = (id: string): Asked => ({ id, key: { kind: 'scale', right: [] } });
const pairs: Pair[] = [
  { before: single('s1'), after: single('c1') },
  { before: single('s2'), after: single('c2') },
  { before: scale('s3'), after: scale('c3') },
  { before: scale('s4'), after: scale('c4') },
];
const given = (choices: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(choices).map(([id, tries]) => [
      id,
      tries.map((choice, index) => ({ choice: [choice], at: index, try: index + 1 })),
    ]),
  );

test('knowledge and readiness are told apart, before and after', () => {
  const answers = given({
    ...{ s1: ['b'], s2: ['a'], s3: ['1'], s4: ['3'] },
    ...{ c1: ['a'], c2: ['a'], c3: ['4'], c4: ['5'] },
  });
  expect(changes(pairs, answers)).toEqual({
    knowledge: { before: 50, after: 100 },
    readiness: { before: 25, after: 87.5 },
  });
});

test('only first answers count, since a second one has read what the first was told', () => {
  const { knowledge } = changes(pairs, given({ c1: ['b', 'a'], c2: ['b', 'a'] }));
  expect(knowledge).toEqual({ before: null, after: 0 });
});

test('what is not judged may be changed within the hour, and not polished later', () => {
  const late = { choice: ['a'], at: 61, try: 3 };
  const answers = given({ s1: ['a', 'b'], s2: ['b', 'a'], s3: ['1', '3'], s4: ['5', '3'] });
  const { knowledge, readiness } = changes(pairs, {
    ...answers,
    s1: [...(answers['s1'] ?? []), late],
  });
  expect(knowledge.before).toBe(50);
  expect(readiness.before).toBe(50);
});

test('a check with an open question says nothing yet', () => {
  expect(changes(pairs, given({ s1: ['a'], s3: ['2'], s4: ['2'] }))).toEqual({
    knowledge: { before: null, after: null },
    readiness: { before: 25, after: null },
  });
});

const findings = (missed: readonly string[]): Finding[] =>
  (['asks-directly', 'secrecy', 'safety-now', 'hands-over', 'follows-up'] as const).map(
    (domain) => ({ domain, must: true, status: missed.includes(domain) ? 'missed' : 'met' }),
  );

test('nothing is missed before it was practised', () => {
  const all = standings(undefined, undefined, undefined);
  expect(new Set(Object.values(all))).toEqual(new Set(['open']));
  expect(hasFinished(all)).toBe(false);
});

test('one missing act is enough to be led back, and to that act alone', () => {
  for (const lead of leads) {
    const all = standings(findings([lead]), lead !== 'cases', lead !== 'call');
    expect(leads.filter((other) => all[other] === 'missed')).toEqual([lead]);
    expect(hasFinished(all)).toBe(false);
  }
  expect(hasFinished(standings(findings([]), true, true))).toBe(true);
});

test('an act that was mended is met', () => {
  const mended = findings([]).map((one): Finding => ({ ...one, status: 'mended' }));
  expect(hasFinished(standings(mended, true, true))).toBe(true);
});

test('of several finished practices the one that ended last counts, by minute and then by try', () => {
  const first = { at: 5, try: 9 };
  const second = { at: 7, try: 1 };
  const third = { at: 7, try: 2 };
  expect(latest([third, first, second])).toBe(third);
  expect(latest([])).toBeUndefined();
});

const passed = standings(findings([]), true, true);
const failed = standings(findings(['secrecy']), true, false);
/** The record after the end of the course was judged once more. */
const judged = (
  record: readonly ProgressEvent[],
  all: Standings,
  at: number,
  release = '1.0.0',
) => {
  const event = outcomeEvent(all, at, release, foldEvents(record).outcomes);
  return mergeEvents(record, event ? [event] : []);
};

test('The last door, passed or not, goes into the record with its minute, what was met and the release', () => {
  const record = judged(judged([], failed, 50), passed, 70, '1.1.0');
  expect(outcomesOf(foldEvents(record).outcomes)).toEqual([
    {
      passed: false,
      at: 50,
      release: '1.0.0',
      met: ['asks-directly', 'safety-now', 'hands-over', 'follows-up', 'cases'],
    },
    { passed: true, at: 70, release: '1.1.0', met: leads },
  ]);
});

test('while anything at the end is open there is no outcome', () => {
  for (const all of [
    standings(undefined, true, true),
    standings(findings([]), undefined, true),
    standings(findings([]), true, undefined),
  ])
    expect(outcomeEvent(all, 50, '1.0.0', [])).toBeNull();
});

test('an outcome is written once per change, in the order of the changes, whatever the clock did', () => {
  const verdict = fc.constantFrom(passed, failed, standings(findings([]), true, false));
  fc.assert(
    fc.property(fc.array(fc.tuple(verdict, fc.nat(5)), { maxLength: 8 }), (steps) => {
      const record = steps.reduce<readonly ProgressEvent[]>(
        (before, [all, at]) => judged(judged(before, all, at), all, at),
        [],
      );
      const met = (all: Standings) => leads.filter((lead) => all[lead] === 'met').join();
      const changed = steps.map(([all]) => met(all)).filter((now, at, all) => now !== all[at - 1]);
      assert.deepEqual(
        outcomesOf(foldEvents(record).outcomes).map((one) => one.met.join()),
        changed,
      );
    }),
  );
});

test('two phones with the same record write the same outcome', () => {
  expect(mergeEvents(judged([], passed, 50), judged([], passed, 50))).toHaveLength(1);
});

test('an outcome that a later release wrote is read as far as it is known, and never stands for a pass', () => {
  const kept = (...choice: string[]) => outcomesOf([{ choice, at: 5, try: 1 }]);
  expect(kept('passed', '9.0.0', 'call', 'sleeps-well')).toEqual([
    { passed: true, at: 5, release: '9.0.0', met: ['call'] },
  ]);
  for (const choice of [[], ['passed'], ['Passed', '1'], ['excellent', '1', 'call']])
    expect(kept(...choice), choice.join()).toEqual([]);
});
