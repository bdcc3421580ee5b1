import { expect, test } from '@playwright/test';
import { answerGiven } from '../../src/domain/actions.ts';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import type { Store } from '../../src/store/progress-store.ts';
import type { Change } from '../../src/store/world.ts';
import { fakeCopy } from '../support/copy.ts';
import { phone } from '../support/phone.ts';

const answer = (item: string) => answerGiven(item, ['a']);

test('an erased record is gone with everything under its name, and no tab brings it back', async () => {
  const { disk, open } = phone();
  const { copy, held } = fakeCopy();
  const store = open();
  store.copyTo(copy);
  store.dispatch(answer('two-changes'));
  const other = open();
  store.create();
  store.use('one');
  expect(await store.erase('one')).toBe(true);
  expect(held().erased).toEqual(['one']);
  expect([...disk.values.keys()].filter((key) => key.startsWith('dastak/one.'))).toEqual([]);
  expect([store.active(), store.asks()]).toEqual([null, true]);
  expect(other.dispatch(answer('tired'))).toEqual({ saved: false, why: 'asks' });
  other.create();
  other.dispatch(answer('tired'));
  expect(other.active()?.id).toBe('p2');
  expect(Object.keys(other.progress().answers)).toEqual(['tired']);
  const old: ProgressEvent = { kind: 'answer', item: 'two-changes', choice: ['a'], at: 1, try: 1 };
  store.restore({ records: [['one', [old]]], erased: [], shared: null });
  expect(store.profiles().map(({ id }) => id)).toEqual(['p1', 'p2']);
});

test('Erased is said once a copy has it on disk, and said otherwise where there is none', async () => {
  const { open } = phone();
  const store = open();
  store.dispatch(answer('two-changes'));
  expect(await store.erase('one'), 'no copy').toBe(false);
  const { copy } = fakeCopy();
  store.copyTo({ ...copy, erase: async () => false });
  expect(await store.erase('p1'), 'a copy that is full').toBe(false);
  store.copyTo(copy);
  expect(await store.erase('p1')).toBe(true);
  store.dispatch(answer('tired'));
  expect(await store.eraseAll()).toBe(true);
});

test('An erased record does not come back when the browser is ended before its storage was on disk', async () => {
  const { disk, open } = phone();
  const { copy, held } = fakeCopy();
  const store = open();
  store.copyTo(copy);
  store.dispatch(answer('two-changes'));
  const onDisk = [...disk.values];
  await store.erase('one');
  // What was written last never arrived.
  disk.values.clear();
  for (const [key, text] of onDisk) disk.values.set(key, text);
  const later = open();
  const heard: Change[] = [];
  later.subscribe((change) => heard.push(change));
  later.restore(held());
  expect([later.profiles(), later.active(), later.asks()]).toEqual([[], null, false]);
  expect(heard).toEqual(['switched']);
  expect([...disk.values.keys()].filter((key) => key.startsWith('dastak/one.'))).toEqual([]);
  expect(open().profiles()).toEqual([]);
});

test('Twenty further erasures do not bring back the first', async () => {
  const { disk, open } = phone();
  const { copy, held } = fakeCopy();
  const store = open();
  store.copyTo(copy);
  store.dispatch(answer('two-changes'));
  const slots = [...disk.values].filter(([key]) => key.startsWith('dastak/one.'));
  await store.erase('one');
  for (let more = 0; more < 25; more += 1) await store.erase(store.create());
  for (const [key, text] of slots) disk.values.set(key, text);
  expect(open().profiles(), 'by the list in the storage').toEqual([]);
  disk.values.delete('dastak/gone');
  const later = open();
  later.restore(held());
  expect(later.profiles(), 'by the second copy').toEqual([]);
});

test('Neither an old tab nor the code of another profile brings an erased record back', async () => {
  const { open } = phone();
  const { copy, held } = fakeCopy();
  const old = open();
  old.copyTo(copy);
  old.dispatch(answer('two-changes'));
  const store = open();
  store.copyTo(copy);
  await store.erase('one');
  old.leave();
  old.refresh();
  expect(old.profiles()).toEqual([]);
  store.importEvents([{ kind: 'answer', item: 'tired', choice: ['a'], at: 5, try: 1 }]);
  expect(Object.keys(store.progress().answers)).toEqual(['tired']);
  const later = open();
  later.restore(held());
  expect(later.profiles().map(({ id }) => id)).toEqual(['one2']);
  expect(Object.keys(later.progress().answers)).toEqual(['tired']);
});

test('Clearing the browser’s data is an erasure that no open page undoes', () => {
  for (const hears of [
    (store: Store) => store.refresh(),
    (store: Store) => store.leave(),
    (store: Store) => store.dispatch(answer('tired')),
  ]) {
    const { disk, open } = phone();
    const { copy, held } = fakeCopy();
    const store = open();
    store.copyTo(copy);
    store.dispatch(answer('two-changes'));
    const heard: Change[] = [];
    store.subscribe((change) => heard.push(change));
    disk.values.clear();
    hears(store);
    expect(heard[0], 'the page is told').toBe('switched');
    expect(held().erased).toEqual(['one']);
    expect(Object.keys(store.progress().answers)).not.toContain('two-changes');
    expect([...disk.values.values()].join()).not.toContain('two-changes');
  }
});

test('one slot that is lost is no clearing', () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch(answer('two-changes'));
  for (const side of ['a', 'b']) disk.values.delete(`dastak/one.${side}`);
  store.refresh();
  expect(Object.keys(open().progress().answers)).toEqual(['two-changes']);
});

test('a storage that stops answering is no clearing', () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch(answer('two-changes'));
  disk.problems.killIn = 0;
  store.refresh();
  expect(disk.isDead).toBe(true);
  store.refresh();
  disk.revive();
  expect(Object.keys(open().progress().answers)).toEqual(['two-changes']);
});

test('A shared phone stays shared when the browser is ended before its storage was on disk', async () => {
  const { disk, open } = phone();
  const { copy, held } = fakeCopy();
  const store = open();
  store.copyTo(copy);
  store.dispatch(answer('two-changes'));
  const onDisk = [...disk.values];
  const back = () => {
    disk.values.clear();
    for (const [key, text] of onDisk) disk.values.set(key, text);
  };
  expect(await store.share(true)).toBe(true);
  back();
  const later = open({ tab: { name: '' } });
  expect(later.asks(), 'the slots alone do not know').toBe(false);
  later.restore(held());
  expect([later.isShared(), later.asks(), later.active()]).toEqual([true, true, null]);
  expect(open({ tab: { name: '' } }).asks()).toBe(true);
  later.copyTo(copy);
  later.use('one');
  await later.share(false);
  back();
  const last = open({ tab: { name: '' } });
  last.restore(held());
  expect([last.isShared(), last.asks()]).toEqual([false, false]);
});

test('a phone that was shared before this was counted still is', () => {
  const { disk, open } = phone();
  open().dispatch(answer('two-changes'));
  disk.values.set('dastak/shared', 'yes');
  disk.values.delete('dastak/active');
  expect([open().isShared(), open().asks()]).toEqual([true, true]);
});

test('erasing the only record leaves a phone on which the next person begins anew', () => {
  const { open } = phone();
  const store = open();
  store.dispatch(answer('two-changes'));
  store.erase('one');
  expect([store.asks(), open().asks(), open().active()]).toEqual([false, false, null]);
  store.dispatch(answer('tired'));
  expect(open().active()?.id).toBe('one2');
});

test('erasing works on a full disk, and no tab brings the record back', () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch(answer('two-changes'));
  const other = open();
  disk.problems.room = [...disk.values].flat().join('').length;
  store.erase('one');
  other.refresh();
  expect([...disk.values.keys()].sort()).toEqual(['dastak/active', 'dastak/gone']);
});

test('a page that dies while it erases leaves the others to be asked for', () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch(answer('two-changes'));
  store.create();
  store.use('one');
  disk.values.set('dastak/gone', 'one');
  expect([open().active(), open().asks()]).toEqual([null, true]);
});

test('a write that waited for its turn does not bring back a record that was erased meanwhile', () => {
  const { disk, open } = phone();
  const waiting: (() => void)[] = [];
  const store = open({ alone: (work) => waiting.push(work) });
  store.dispatch(answer('one'));
  disk.values.delete('dastak/one.a');
  disk.values.delete('dastak/one.b');
  open().dispatch(answer('two'));
  store.refresh();
  expect(waiting).toHaveLength(1);
  open().erase('one');
  waiting[0]?.();
  expect([...disk.values.keys()].sort()).toEqual(['dastak/active', 'dastak/gone']);
});

test('erasing everything leaves the numbers of the erased records and nothing else', () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch(answer('two-changes'));
  store.create();
  store.share(true);
  store.eraseAll();
  expect([...disk.values].toSorted()).toEqual([
    ['dastak/gone', 'one p1'],
    ['dastak/shared', '2:no'],
  ]);
  expect([store.profiles(), store.active(), store.asks()]).toEqual([[], null, false]);
});

test('Saved is said once a copy has the answer on disk, or could not write it', async () => {
  const { open } = phone();
  const store = open();
  store.dispatch(answer('two-changes'));
  await store.copied();
  const { copy } = fakeCopy();
  let finish: (isOnDisk: boolean) => void = () => undefined;
  const keep = () =>
    new Promise<boolean>((done) => {
      finish = done;
    });
  store.copyTo({ ...copy, keep });
  for (const isOnDisk of [true, false]) {
    store.dispatch(answer(`tired-${isOnDisk}`));
    let isCopied = false;
    const waiting = store.copied().then(() => {
      isCopied = true;
    });
    await new Promise(setImmediate);
    expect(isCopied).toBe(false);
    finish(isOnDisk);
    await waiting;
    expect(isCopied).toBe(true);
  }
});
