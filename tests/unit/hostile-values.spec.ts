import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { answerGiven, setting } from '../../src/domain/actions.ts';
import { knownSettings, profileColours, roles } from '../../src/domain/profile.ts';
import { eventKey, type ProgressEvent } from '../../src/domain/progress.ts';
import { bytesToLink, eventsToBytes, readCode } from '../../src/exports/code.ts';
import { role as roleSchema } from '../../src/schema/words.ts';
import { anyTextOf } from '../support/any-text.ts';
import { assertHolds } from '../support/compare.ts';
import { runs } from '../support/device.ts';
import { forgedLink } from '../support/forged.ts';
import { phone } from '../support/phone.ts';

const set = (item: string, value: string): ProgressEvent => ({
  kind: 'set',
  item,
  choice: [value],
  at: 5,
  try: 1,
});
const again = (nth: number): ProgressEvent => ({
  kind: 'answer',
  item: 'two-changes',
  choice: ['b'],
  at: 5,
  try: nth,
});

test('the roles that a record knows are those of the course', () => {
  expect(roles.toSorted()).toEqual(roleSchema.options.toSorted());
});

test('A setting that this edition does not know counts as none, and the record keeps it', () => {
  for (const [name, value] of [
    ['role', 'parent'],
    ['role', '"] *, [x="'],
    ['theme', 'sepia'],
    ['colour', 'url(x)'],
  ] as const) {
    const { open } = phone();
    const store = open();
    store.importEvents([set(name, value)]);
    expect(store.progress().settings, value).not.toHaveProperty([name], value);
    expect(profileColours).toContain(store.active()?.colour);
    expect(open().events()).toContainEqual(set(name, value));
  }
});

test('whatever settings are called and hold, pages get a known role, theme and colour and a short label', () => {
  const name = fc.constantFrom('role', 'theme', 'colour', 'label', 'language', 'constructor');
  fc.assert(
    fc.property(fc.dictionary(name, anyTextOf(80)), (settings) => {
      const known = knownSettings(settings);
      if (known['role'] !== undefined) assertHolds(roles, known['role']);
      if (known['theme'] !== undefined) assertHolds(['light', 'dark'], known['theme']);
      if (known['colour'] !== undefined) assertHolds(profileColours, known['colour']);
      assert.doesNotMatch(known['label'] ?? '', /[^\P{C}\u200c\u200d]/u);
    }),
    { numRuns: runs(500) },
  );
});

test('“Saved” holds: an answer after an imported try of 65535 is there at the next opening', () => {
  for (const nth of [65_534, 65_535]) {
    const { open } = phone();
    const store = open();
    expect(store.importEvents([again(nth)])).toEqual({ saved: true });
    for (const letter of ['a', 'c', 'd']) {
      expect(store.dispatch(answerGiven('two-changes', [letter]))).toEqual({ saved: true });
      const later = open()
        .progress()
        .answers['two-changes']?.map(({ choice }) => choice.join());
      expect(later, `try ${nth}`).toContain(letter);
    }
  }
});

test('“Saved” is said of what reading gives back, event by event, and of nothing else', () => {
  const odd: ProgressEvent[] = [
    again(65_536),
    { ...again(1), item: 'Not-An-Id' },
    { ...again(1), choice: ['x'.repeat(81)] },
    { ...again(1), at: -1 },
    { ...again(1), at: 2 ** 26 },
  ];
  for (const event of odd) {
    const { open } = phone();
    const store = open();
    expect(store.importEvents([event, again(3)])).toEqual({ saved: false, why: 'unread' });
    const held = open().events().map(eventKey);
    expect(held).toContain(eventKey(again(3)));
    expect(store.events().map(eventKey).toSorted()).toEqual(held.toSorted());
    expect(store.dispatch(answerGiven('tired', ['a'])), 'the next one is well').toEqual({
      saved: true,
    });
  }
});

test('A forged code is bounded before work: it takes no second and fills no phone', () => {
  const body = (length: number, byte: (at: number) => number) =>
    Array.from({ length }, (_, at) => byte(at) & 255);
  const forged = [
    body(9_600, (at) => at * 167),
    body(5_900, (at) => at * at * 31),
    ...[0, 1, 85, 128, 170, 254, 255].map((byte) => body(5_900, () => byte)),
    ...Array.from({ length: 40 }, (_, seed) =>
      body(5_900, (at) => (at * 2654435761 * (seed + 1)) >>> 11),
    ),
  ];
  const unbounded = forged.flatMap((bytes, at) =>
    [1, 2].flatMap((version) => {
      const start = performance.now();
      const reading = readCode(forgedLink(version, 'dastak', bytes), 'dastak', []);
      const took = performance.now() - start;
      const size = reading.ok ? reading.events.map(eventKey).join().length : 0;
      return took < 2_000 && size < 200_000 ? [] : [{ at, version, took, size }];
    }),
  );
  expect(unbounded).toEqual([]);
});

test('a code of a record ten times as large as the course makes one is still read', () => {
  const events = Array.from(
    { length: 2_000 },
    (_, at): ProgressEvent => ({
      ...{ kind: 'answer', item: `q-${at % 110}`, choice: ['a', 'c'] },
      ...{ at: 29_000_000 + at, try: 1 },
    }),
  );
  const ids = Array.from({ length: 110 }, (_, at) => `q-${at}`);
  expect(readCode(bytesToLink(eventsToBytes(events, 'dastak')), 'dastak', ids)).toEqual({
    ok: true,
    events,
  });
});

test('a label that was stored before it was tidied is shown without what nobody sees', () => {
  const { open } = phone();
  const store = open();
  store.dispatch(setting('label', `  a\u202e${'b'.repeat(60)}`));
  expect(store.active()?.label).toBe(`a${'b'.repeat(60)}`);
});
