import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { hashToItem, idHash20, itemToHash } from '../../src/domain/id-hash.ts';
import {
  type Action,
  type Attempt,
  eventKey,
  eventKinds,
  foldEvents,
  mergeEvents,
  nextEvent,
  type ProgressEvent,
  resolveItems,
  runName,
} from '../../src/domain/progress.ts';
import { assertAtMost, assertHolds, assertSame } from '../support/compare.ts';

// Few items and few minutes, so that events meet.
const item = fc.constantFrom('two-changes', 'tired', 'constructor', 'role', 'begin-check');
const choice = fc.array(fc.constantFrom('a', 'b', 'r07', '2x1.7', 'वार्डन'), { maxLength: 3 });
const events: fc.Arbitrary<ProgressEvent[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...eventKinds),
    item,
    choice,
    at: fc.nat(3),
    try: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 12 },
);
const action: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom(...eventKinds),
  item,
  choice,
});

test('merging is commutative', () => {
  fc.assert(
    fc.property(events, events, (a, b) => assertSame(mergeEvents(a, b), mergeEvents(b, a))),
  );
});

test('merging is associative', () => {
  fc.assert(
    fc.property(events, events, events, (a, b, c) =>
      assertSame(mergeEvents(mergeEvents(a, b), c), mergeEvents(a, mergeEvents(b, c))),
    ),
  );
});

test('merging the same again changes nothing', () => {
  fc.assert(
    fc.property(events, events, (a, b) => {
      const once = mergeEvents(a, b);
      assertSame(mergeEvents(once, b, a), once);
    }),
  );
});

test('merging event by event comes to the same as merging all at once', () => {
  fc.assert(
    fc.property(events, (all) => {
      const start: readonly ProgressEvent[] = [];
      const each = all.reduce((record, event) => mergeEvents(record, [event]), start);
      assertSame(each, mergeEvents(all));
    }),
  );
});

test('a record that holds all others is given back itself, so that nothing is folded or written anew', () => {
  fc.assert(
    fc.property(events, events, (a, b) => {
      const whole = mergeEvents(a, b);
      fc.pre(whole.length > 0);
      assert.equal(mergeEvents(a, whole, b), whole);
      for (const event of whole) assert.equal(mergeEvents(whole, [{ ...event }]), whole);
      assert.equal(mergeEvents(whole, structuredClone(whole)), whole);
    }),
  );
});

/** A run goes on under its name; other runs stay as they were. */
const names = (attempts: unknown) =>
  (attempts as Attempt[]).map((one) => runName(one.choice) ?? JSON.stringify(one));

test('merging never lowers progress', () => {
  fc.assert(
    fc.property(events, events, (a, b) => {
      const before = foldEvents(a);
      const after = foldEvents(mergeEvents(a, b));
      for (const field of ['settings', 'seen', 'done', 'answers', 'runs'] as const) {
        for (const [id, value] of Object.entries(before[field])) {
          const now = after[field][id];
          assert.notEqual(now, undefined, `${field} of ${id}`);
          if (field === 'runs') assertHolds(names(now), ...names(value));
          else if (Array.isArray(value)) assertHolds(now as Attempt[], ...value);
          else if (typeof value === 'number') assertAtMost(now as number, value);
        }
      }
    }),
  );
});

test('the order in which events arrive, and how often, makes no difference to the fold', () => {
  fc.assert(
    fc.property(
      events.chain((all) =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
        ),
      ),
      ([all, arrived]) => assertSame(foldEvents(arrived), foldEvents(all)),
    ),
  );
});

test('what is done now is the latest, even after the clock was set back', () => {
  fc.assert(
    fc.property(events, action, fc.nat(5), (before, next, now) => {
      const record = mergeEvents(before);
      const event = nextEvent(record, next, now);
      const { settings, last, answers, runs, done, outcomes } = foldEvents(
        mergeEvents(record, event ? [event] : []),
      );
      const attempts = (next.kind === 'run' ? runs : answers)[next.item];
      const told = {
        set: settings[next.item] === (next.choice[0] ?? ''),
        card: last?.card === next.item,
        done: next.item in done,
        answer: attempts?.at(-1)?.choice.join() === next.choice.join(),
        run: attempts?.at(-1)?.choice.join() === next.choice.join(),
        outcome: outcomes.some(({ choice }) => choice.join() === next.choice.join()),
      };
      assert.equal(told[next.kind], true);
    }),
  );
});

test('an action that the record tells already adds no event, unless it is an answer or a run', () => {
  fc.assert(
    fc.property(action, fc.nat(5), fc.nat(5), (next, first, second) => {
      const once = [nextEvent([], next, first)].filter((event) => event !== null);
      const again = nextEvent(once, next, second);
      if (next.kind === 'answer' || next.kind === 'run') {
        assert.equal(again?.try, 2);
      } else {
        assert.equal(again, null);
      }
    }),
  );
});

test('a step is finished once, at its first try', () => {
  const finish = { kind: 'done', item: 'tired', choice: [] } as const;
  const done = nextEvent([], finish, 5);
  expect(done).toEqual({ ...finish, at: 5, try: 1 });
  expect(nextEvent(done ? [done] : [], finish, 9)).toBeNull();
});

test('an event says its time in whole minutes, whatever the clock shows', () => {
  const at = (now: number) => nextEvent([], { kind: 'done', item: 'tired', choice: [] }, now)?.at;
  expect(at(29_000_000.9)).toBe(29_000_000);
  expect(at(-5)).toBe(0);
  expect(at(1e12)).toBe(2 ** 26 - 1);
});

test('a fold keeps first sight, last card, every try in order and the latest setting', () => {
  const progress = foldEvents([
    { kind: 'answer', item: 'tired', choice: ['b'], at: 90, try: 2 },
    { kind: 'answer', item: 'tired', choice: ['a'], at: 100, try: 1 },
    { kind: 'card', item: 'plate', choice: [], at: 40, try: 1 },
    { kind: 'card', item: 'plate', choice: [], at: 70, try: 1 },
    { kind: 'card', item: 'door', choice: [], at: 70, try: 2 },
    { kind: 'done', item: 'kinds-of-sign', choice: [], at: 80, try: 1 },
    { kind: 'set', item: 'language', choice: ['en'], at: 10, try: 1 },
    { kind: 'set', item: 'language', choice: ['hi'], at: 10, try: 2 },
    { kind: 'run', item: 'eleven-pm', choice: ['c2', 'c4'], at: 85, try: 1 },
    { kind: 'outcome', item: 'outcome', choice: ['failed', '1.0.0', 'call'], at: 91, try: 1 },
    { kind: 'outcome', item: 'refresher', choice: ['failed', '1.0.0'], at: 95, try: 1 },
  ]);
  expect(progress).toEqual({
    settings: { language: 'hi' },
    seen: { plate: 40, door: 70 },
    last: { card: 'door', at: 70 },
    done: { 'kinds-of-sign': 80 },
    answers: {
      tired: [
        { choice: ['a'], at: 100, try: 1 },
        { choice: ['b'], at: 90, try: 2 },
      ],
    },
    runs: { 'eleven-pm': [{ choice: ['c2', 'c4'], at: 85, try: 1 }] },
    outcomes: [{ choice: ['failed', '1.0.0', 'call'], at: 91, try: 1 }],
    refreshers: [{ choice: ['failed', '1.0.0'], at: 95, try: 1 }],
  });
});

test('the steps of one run are one run, told by the latest of them', () => {
  const step = (name: string, nth: number, ...lines: string[]): ProgressEvent => ({
    kind: 'run',
    item: 'eleven-pm',
    choice: [name, ...lines],
    at: 100 - nth,
    try: nth,
  });
  const { runs } = foldEvents([
    step('2x1.7', 1),
    step('2x1.7', 2, 'c02'),
    step('2x1.9', 3),
    step('2x1.7', 4, 'c02', 'c05'),
  ]);
  expect(runs['eleven-pm']?.map(({ choice }) => choice)).toEqual([
    ['2x1.9'],
    ['2x1.7', 'c02', 'c05'],
  ]);
});

test('an item known by its short form only gets its id as soon as a page knows it', () => {
  const event: ProgressEvent = {
    kind: 'answer',
    item: hashToItem(idHash20('two-changes')),
    choice: ['a'],
    at: 1,
    try: 1,
  };
  expect(itemToHash(event.item)).toBe(itemToHash('two-changes'));
  expect(resolveItems([event], ['tired'])).toEqual([]);
  expect(resolveItems([event], ['tired', 'two-changes'])).toEqual([
    { ...event, item: 'two-changes' },
  ]);
  expect(eventKey(event)).toBe(`["answer","#${event.item.slice(1)}",["a"],1,1]`);
});
