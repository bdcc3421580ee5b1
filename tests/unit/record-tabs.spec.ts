import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { eventKey } from '../../src/domain/progress.ts';
import type { StorageLike } from '../../src/store/engine.ts';
import { eventsFormat, VERSION } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/progress-store.ts';
import { toSlot } from '../../src/store/slot.ts';
import { fakeCopy } from '../support/copy.ts';
import { runs } from '../support/device.ts';
import { laggingStorage } from '../support/lagging.ts';

/** Tabs in processes of their own, which hear of each other's writes late. */
function tabs(count: number) {
  let born = 0;
  return laggingStorage(count).map((view) => ({
    ...view,
    store: openStore({
      storage: () => view.storage,
      clock: () => 29_000_000 * 60_000,
      newId: () => `p${++born}`,
    }),
  }));
}

test('tabs that answer at once all count, however late they hear of each other', () => {
  const step = fc.record({ tab: fc.nat(2), hears: fc.boolean(), item: fc.nat(3) });
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 20 }),
      fc.array(fc.nat(2), { maxLength: 40 }),
      (steps, order) => {
        const all = tabs(3);
        const acknowledged = new Set<string>();
        const hear = (tab?: (typeof all)[number]) => {
          if (tab?.hear()) tab.store.refresh();
        };
        for (const { tab, hears, item } of steps) {
          const here = all[tab];
          if (hears) hear(here);
          else if (
            here?.store.dispatch({ kind: 'answer', item: `item-${item}`, choice: ['a'] }).saved
          )
            for (const event of here.store.events()) acknowledged.add(eventKey(event));
        }
        for (const tab of order) hear(all[tab]);
        let patience = 2000;
        for (let behind = all; behind.length > 0 && patience > 0; patience--) {
          hear(behind[patience % behind.length]);
          behind = all.filter((tab) => tab.isBehind());
        }
        assert.ok(patience > 0, 'The tabs do not come to rest.');
        for (const { storage } of all) {
          const fresh = openStore({ storage: () => storage, clock: () => 0, newId: () => 'x' });
          const there = new Set(fresh.events().map(eventKey));
          assert.deepEqual(
            [...acknowledged].filter((key) => !there.has(key)),
            [],
          );
        }
      },
    ),
    { numRuns: runs(500) },
  );
});

test('tabs that are loaded anew lose nothing, though others wrote over their slots before anybody heard', () => {
  const step = fc.record({ tab: fc.nat(2), does: fc.constantFrom('answer', 'hear', 'reload') });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 24 }), (steps) => {
      let named = 0;
      const open = (storage: StorageLike) =>
        openStore({
          ...{ storage: () => storage, clock: () => 29_000_000 * 60_000, newId: () => 'x' },
          tabId: `t${++named}`,
        });
      const all = laggingStorage(3).map((view) => ({ view, store: open(view.storage) }));
      const acknowledged = new Set<string>();
      for (const [index, { tab, does }] of steps.entries()) {
        const here = all[tab];
        if (!here) continue;
        const action = { kind: 'answer', item: `item-${index}`, choice: ['a'] } as const;
        if (does === 'hear' && here.view.hear()) here.store.refresh();
        if (does === 'reload') here.store = open(here.view.storage);
        if (does === 'answer' && here.store.dispatch(action).saved) acknowledged.add(action.item);
      }
      // Every page is closed at once; what is on its way still arrives.
      for (const { view } of all) while (view.isBehind()) view.hear();
      for (const { view } of all) {
        const there = open(view.storage).progress().answers;
        assert.deepEqual(
          [...acknowledged].filter((item) => !(item in there)),
          [],
        );
      }
    }),
    { numRuns: runs(300) },
  );
});

test('what a tab keeps apart goes once a copy has it on disk, and with the erased', async () => {
  const [view] = laggingStorage(1);
  if (!view) throw new Error('There should be a view.');
  const apart = () => [...view.values.keys()].filter((key) => key.includes('.tab-'));
  const world = { storage: () => view.storage, clock: () => 0, newId: () => 'x' };
  const first = openStore({ ...world, tabId: 'first' });
  let isOnDisk = false;
  const copy = { keep: async () => isOnDisk, erase: async () => true, share: async () => true };
  first.copyTo(copy);
  first.dispatch({ kind: 'answer', item: 'one', choice: ['a'] });
  await new Promise(setImmediate);
  expect(apart()).toEqual(['dastak/one.tab-first']);
  isOnDisk = true;
  first.dispatch({ kind: 'answer', item: 'two', choice: ['a'] });
  expect(apart()).toEqual(['dastak/one.tab-first']);
  await new Promise(setImmediate);
  expect(apart()).toEqual([]);
  isOnDisk = false;
  first.dispatch({ kind: 'answer', item: 'three', choice: ['a'] });
  await first.erase('one');
  expect(apart()).toEqual([]);
});

test('where there is no second copy the next page takes away what stands in the slots', async () => {
  const [view] = laggingStorage(1);
  if (!view) throw new Error('There should be a view.');
  const apart = () => [...view.values.keys()].filter((key) => key.includes('.tab-'));
  const world = { storage: () => view.storage, clock: () => 0, newId: () => 'x' };
  openStore({ ...world, tabId: 'gone' }).dispatch({ kind: 'answer', item: 'one', choice: ['a'] });
  await new Promise(setImmediate);
  expect(apart()).toEqual(['dastak/one.tab-gone']);
  const next = openStore({ ...world, tabId: 'next' });
  await new Promise(setImmediate);
  expect(apart()).toEqual([]);
  expect(Object.keys(next.progress().answers)).toEqual(['one']);
});

test('what a tab wrote that has gone is taken from the news of it, where another has written over it', () => {
  const [one, two] = laggingStorage(2);
  if (!one || !two) throw new Error('There should be two views.');
  const world = { clock: () => 0, newId: () => 'x' };
  const first = openStore({ ...world, storage: () => one.storage });
  const second = openStore({ ...world, storage: () => two.storage });
  first.dispatch({ kind: 'answer', item: 'one', choice: ['a'] });
  const text = one.values.get('dastak/one.a') ?? '';
  second.dispatch({ kind: 'answer', item: 'two', choice: ['b'] });
  expect(Object.keys(second.progress().answers)).toEqual(['two']);
  second.hear('dastak/one.a', text);
  expect(Object.keys(second.progress().answers).sort()).toEqual(['one', 'two']);
  expect(two.values.get('dastak/one.a')).toContain('"one"');
});

test('news of a record that was erased meanwhile brings nothing back', async () => {
  const [view] = laggingStorage(1);
  if (!view) throw new Error('There should be a view.');
  const store = openStore({ storage: () => view.storage, clock: () => 0, newId: () => 'x' });
  store.dispatch({ kind: 'answer', item: 'one', choice: ['a'] });
  const text = view.values.get('dastak/one.a') ?? '';
  await store.erase('one');
  store.hear('dastak/one.a', text);
  expect(store.profiles()).toEqual([]);
  expect([...view.values.keys()].filter((key) => /\.[ab]$/.test(key))).toEqual([]);
});

test('what another tab overwrote is written again in turn with the other tabs', () => {
  const waiting: (() => void)[] = [];
  const [one, two] = laggingStorage(2);
  if (!one || !two) throw new Error('There should be two views.');
  const world = {
    clock: () => 0,
    newId: () => 'x',
    alone: (work: () => void) => waiting.push(work),
  };
  const first = openStore({ ...world, storage: () => one.storage });
  const second = openStore({ ...world, storage: () => two.storage });
  first.dispatch({ kind: 'answer', item: 'one', choice: ['a'] });
  second.dispatch({ kind: 'answer', item: 'two', choice: ['b'] });
  for (const view of [one, two]) while (view.isBehind()) view.hear();
  expect(one.values.get('dastak/one.a')).not.toContain('"one"');
  first.refresh();
  expect(Object.keys(first.progress().answers)).toEqual(['one', 'two']);
  expect(waiting).toHaveLength(1);
  waiting[0]?.();
  expect(one.values.get('dastak/one.a')).toContain('"one"');
});

test('what a tab of a newer version left is not taken away, nor written over by a tab of its name', async () => {
  const [view] = laggingStorage(1);
  if (!view) throw new Error('There should be a view.');
  const newer = toSlot(eventsFormat, 1, [], VERSION + 1);
  const keys = ['dastak/one.tab-next', 'dastak/one.tab-other'];
  for (const key of keys) view.storage.setItem(key, newer);
  const world = { storage: () => view.storage, clock: () => 0, newId: () => 'x' };
  const store = openStore({ ...world, tabId: 'next' });
  store.copyTo(fakeCopy().copy);
  expect(store.dispatch({ kind: 'answer', item: 'one', choice: ['a'] })).toEqual({ saved: true });
  await store.copied();
  for (const key of keys) expect(view.values.get(key)).toBe(newer);
});
