import { expect, test } from '@playwright/test';
import { answerGiven } from '../../src/domain/actions.ts';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import { phone } from '../support/phone.ts';

const answer = (item: string) => answerGiven(item, ['a']);

test('an erased record is gone with everything under its name, and no tab brings it back', () => {
  const { disk, open } = phone();
  const erased: (string | null)[] = [];
  const store = open();
  store.copyTo((id, events) => events ?? erased.push(id));
  store.dispatch(answer('two-changes'));
  const other = open();
  store.create();
  store.use('one');
  store.erase('one');
  expect(erased).toEqual(['one']);
  expect([...disk.values.keys()].filter((key) => key.startsWith('dastak.one.'))).toEqual([]);
  expect([store.active(), store.asks()]).toEqual([null, true]);
  expect(other.dispatch(answer('tired'))).toEqual({ saved: false, why: 'asks' });
  other.create();
  other.dispatch(answer('tired'));
  expect(other.active()?.id).toBe('p2');
  expect(Object.keys(other.progress().answers)).toEqual(['tired']);
  const old: ProgressEvent = { kind: 'answer', item: 'two-changes', choice: ['a'], at: 1, try: 1 };
  store.restore('one', [old]);
  expect(store.profiles().map(({ id }) => id)).toEqual(['p1', 'p2']);
});

test('erasing the only record leaves a phone on which the next person begins anew', () => {
  const { open } = phone();
  const store = open();
  store.dispatch(answer('two-changes'));
  store.erase('one');
  expect([store.asks(), open().asks(), open().active()]).toEqual([false, false, null]);
  store.dispatch(answer('tired'));
  expect(open().active()?.id).toBe('p1');
});

test('erasing works on a full disk, and no tab brings the record back', () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch(answer('two-changes'));
  const other = open();
  disk.problems.room = [...disk.values].flat().join('').length;
  store.erase('one');
  other.refresh();
  expect([...disk.values.keys()].sort()).toEqual(['dastak.active', 'dastak.gone']);
});

test('a page that dies while it erases leaves the others to be asked for', () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch(answer('two-changes'));
  store.create();
  store.use('one');
  disk.values.set('dastak.gone', 'one');
  expect([open().active(), open().asks()]).toEqual([null, true]);
});

test('a write that waited for its turn does not bring back a record that was erased meanwhile', () => {
  const { disk, open } = phone();
  const waiting: (() => void)[] = [];
  const store = open({ alone: (work) => waiting.push(work) });
  store.dispatch(answer('one'));
  disk.values.delete('dastak.one.a');
  disk.values.delete('dastak.one.b');
  open().dispatch(answer('two'));
  store.refresh();
  expect(waiting).toHaveLength(1);
  open().erase('one');
  waiting[0]?.();
  expect([...disk.values.keys()].sort()).toEqual(['dastak.active', 'dastak.gone']);
});

test('erasing everything leaves the numbers of the erased records and nothing else', () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch(answer('two-changes'));
  store.create();
  store.share(true);
  store.eraseAll();
  expect([...disk.values]).toEqual([['dastak.gone', 'one p1']]);
  expect([store.profiles(), store.active(), store.asks()]).toEqual([[], null, false]);
});
