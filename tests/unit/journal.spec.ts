import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import { openEngine } from '../../src/store/engine.ts';
import { openJournal } from '../../src/store/journal.ts';
import { bodyToEvents, eventsFormat, VERSION } from '../../src/store/migrate.ts';
import { assertHolds } from '../support/compare.ts';
import { fakeStorage } from '../support/fake-engine.ts';
import { eventsToSlot, readSlot } from '../support/slots.ts';

const answer = (item: string, letter: string, at = 29_000_000): ProgressEvent => ({
  kind: 'answer',
  item,
  choice: [letter],
  at,
  try: 1,
});
const [first, second, third] = [answer('one', 'a'), answer('two', 'b'), answer('three', 'c')];

/** A journal over a fake storage, opened for the profile `x`. */
function opened() {
  const disk = fakeStorage();
  const open = () =>
    openJournal(
      openEngine(() => disk, 'dastak/'),
      'x',
      eventsFormat,
    );
  return { disk, open, journal: open(), a: 'dastak/x.a', b: 'dastak/x.b' };
}
const spoil = (text = '') => text.replace('"two"', '"twx"');

test('a journal gives back what it wrote, and holds it twice', () => {
  const { disk, journal, open, a, b } = opened();
  expect(journal.read()).toEqual({ state: 'empty', entries: [], isDouble: false });
  expect(journal.write([first, second])).toBeNull();
  expect(open().read()).toEqual({
    state: 'valid',
    entries: [first, second].toSorted((x) => (x.item === 'one' ? -1 : 1)),
    isDouble: true,
  });
  expect(disk.values.get(a)).toBe(disk.values.get(b));
});

test('a slot that lacks one event makes a record single', () => {
  const { disk, journal, open, b } = opened();
  journal.write([first, second]);
  disk.values.set(b, eventsToSlot(1, [first]));
  expect(open().read()).toMatchObject({ state: 'valid', isDouble: false });
});

test('erasing takes the damaged texts that were put aside, too', () => {
  const { disk, journal, open, a } = opened();
  journal.write([first, second]);
  disk.values.set(a, spoil(disk.values.get(a)));
  open().write([third]);
  expect([...disk.values.keys()]).toContain('dastak/x.kept-1');
  open().erase();
  expect([...disk.values.keys()]).toEqual([]);
});

test('writing adds to what the slots hold already', () => {
  const { journal, open } = opened();
  journal.write([first]);
  open().write([second]);
  expect(journal.read().entries).toHaveLength(2);
});

test('a damaged slot is put aside and the other one counts', () => {
  const { disk, journal, open, a, b } = opened();
  journal.write([first, second, third]);
  const damaged = spoil(disk.values.get(a));
  disk.values.set(a, damaged);
  expect(open().read()).toMatchObject({ state: 'damaged', isDouble: false });
  expect(open().read().entries).toHaveLength(3);
  expect(open().write([])).toBeNull();
  expect(disk.values.get('dastak/x.kept-1')).toBe(damaged);
  expect(disk.values.get(a)).toBe(disk.values.get(b));
});

test('of two damaged slots every event that still stands whole is saved, and none that does not', () => {
  const { disk, journal, open, a, b } = opened();
  journal.write([first, second, third]);
  disk.values.set(a, spoil(disk.values.get(a)));
  disk.values.set(b, (disk.values.get(b) ?? '').slice(0, -60));
  const { state, entries: events } = open().read();
  expect(state).toBe('damaged');
  expect(events.map(({ item }) => item).sort()).toEqual(['one', 'three']);
});

test('a damaged slot that alone holds an answer is not written over while there is no room to put it aside', () => {
  const { disk, journal, open, a, b } = opened();
  journal.write([first]);
  const old = disk.values.get(b) ?? '';
  journal.write([first, third]);
  disk.values.set(b, old);
  const damaged = (disk.values.get(a) ?? '').replace('"sum":"', '"sum":"0');
  disk.values.set(a, damaged);
  // Enough to write the slot anew, too little for a piece beside it.
  disk.problems.room = [...disk.values].flat().join('').length + 60;
  expect(open().write([second])).toBe('full');
  expect(disk.values.get(a)).toBe(damaged);
  expect(open().read().entries).toContainEqual(third);
  disk.problems.room = 10_000;
  expect(open().write([second])).toBeNull();
  expect(open().read().entries).toEqual(expect.arrayContaining([first, second, third]));
});

test('a piece put aside stays until its events stand in a slot, wherever the page dies meanwhile', () => {
  const broken = (...events: ProgressEvent[]) => eventsToSlot(1, events).slice(0, -2);
  for (let killIn = 0; killIn < 24; killIn++) {
    for (const torn of [null, 10]) {
      const { disk, open, a, b } = opened();
      disk.values.set('dastak/x.kept-1', broken(first));
      disk.values.set(a, broken(second));
      disk.values.set(b, broken(third));
      const journal = open();
      Object.assign(disk.problems, { killIn, torn });
      journal.write([]);
      disk.revive();
      const { entries: events } = open().read();
      expect(events, `died at ${killIn}`).toEqual(expect.arrayContaining([first, second, third]));
    }
  }
});

test('the slot that is behind is written first', () => {
  const { disk, journal, a, b } = opened();
  const newest = eventsToSlot(5, [first, second]);
  disk.values.set(a, newest).set(b, eventsToSlot(4, [first]));
  disk.problems.garble = 1;
  expect(journal.write([third])).toBe('unread');
  expect(disk.values.get(a)).toBe(newest);
});

test('while the first slot is not sure, the second is left as it was', () => {
  const { disk, journal, b } = opened();
  journal.write([first]);
  const before = disk.values.get(b);
  disk.problems.garble = 1;
  expect(journal.write([second])).toBe('unread');
  expect(disk.values.get(b)).toBe(before);
});

test('a slot written by a newer version is shown and never written over', () => {
  const { disk, open, a, b } = opened();
  const newer = eventsToSlot(4, [first], VERSION + 1);
  disk.values.set(a, newer);
  expect(open().read()).toMatchObject({ state: 'newer', entries: [first] });
  expect(open().write([second])).toBe('newer');
  expect([disk.values.get(a), disk.values.get(b)]).toEqual([newer, undefined]);
});

test('a slot whose version number was damaged counts as damaged, not as newer', () => {
  const { disk, journal, open, a } = opened();
  journal.write([first]);
  disk.values.set(a, (disk.values.get(a) ?? '').replace('"v":2', '"v":9'));
  expect(open().read()).toMatchObject({ state: 'damaged', entries: [first] });
});

test('any text at all can stand in a slot without harm', () => {
  const good = eventsToSlot(3, [first, second]);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.nat(good.length - 1).map((cut) => good.slice(0, cut) + good.slice(cut + 1)),
      ),
      (text) => {
        const { state, entries: events } = readSlot(text);
        assert.equal(state, 'damaged');
        assertHolds([first, second], ...events);
      },
    ),
  );
});

test('values that no page writes are left out, even if their sums are right', () => {
  const row = (event: unknown) => eventsToSlot(1, [event as ProgressEvent]);
  for (const odd of [
    { ...first, item: '../x' },
    { ...first, item: ['one'] },
    { ...first, at: -1 },
    { ...first, at: 1.5 },
    { ...first, try: 0 },
    { ...first, kind: 'admin' },
    { ...first, choice: 'a' },
    { ...first, choice: [1] },
    { ...first, choice: ['x'.repeat(81)] },
  ]) {
    expect(readSlot(row(odd)).entries, JSON.stringify(odd)).toEqual([]);
  }
});

for (let version = 1; version <= VERSION; version++) {
  test(`a record stored in version ${version} is still read`, () => {
    const folder = new URL('../fixtures/store/', import.meta.url);
    const { slot, events } = JSON.parse(readFileSync(new URL(`v${version}.json`, folder), 'utf8'));
    expect(readSlot(slot)).toEqual({ state: 'valid', seq: 7, entries: events });
  });
}

test('a body of an old version goes through every step up to the newest', () => {
  const steps = {
    1: (body: unknown) => ({ list: (body as { events: unknown[] }).events }),
    2: (body: unknown) => ({ events: (body as { list: unknown[] }).list }),
  };
  const body = JSON.parse(`{${eventsToSlot(1, [first]).replace(/^.*?"events"/, '"events"')}`);
  expect(bodyToEvents(1, body, 3, steps)).toEqual([first]);
  expect(bodyToEvents(2, { list: body.events }, 3, steps)).toEqual([first]);
  expect(bodyToEvents(0, body, 3, steps)).toBeNull();
  expect(bodyToEvents(1, body, 2, steps)).toBeNull();
});
