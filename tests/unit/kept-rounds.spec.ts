import { expect, test } from '@playwright/test';
import { storedEngine } from '../../src/store/engine.ts';
import { openKeptRounds } from '../../src/store/kept-rounds.ts';
import { memoryEngine } from '../../src/store/memory-engine.ts';
import { fakeStorage } from '../support/fake-engine.ts';

const CODE = 'r=K7Q2MX02FN8P';

test('rounds and rows outlive a reload, once each, whichever tab kept them', () => {
  const storage = fakeStorage();
  const one = openKeptRounds(storedEngine(storage, 'dastak/'));
  const other = openKeptRounds(storedEngine(storage, 'dastak/'));
  expect(one.add([CODE, 'w=AAAA'])).toBeNull();
  expect(other.add(['w=BBBB', 'w=AAAA'])).toBeNull();
  expect(one.add(['w=CCCC'])).toBeNull();
  const all = openKeptRounds(storedEngine(storage, 'dastak/')).all();
  expect(all).toEqual([CODE, 'w=AAAA', 'w=BBBB', 'w=CCCC']);
});

test('a damaged slot costs nothing, and erasing leaves nothing', () => {
  const storage = fakeStorage();
  const engine = storedEngine(storage, 'dastak/');
  openKeptRounds(engine).add([CODE, 'w=AAAA']);
  const text = storage.getItem('dastak/kept-rounds.a') ?? '';
  storage.setItem('dastak/kept-rounds.a', text.slice(0, -20));
  const again = openKeptRounds(engine);
  expect(again.all()).toEqual([CODE, 'w=AAAA']);
  again.erase();
  expect(engine.keys()).toEqual([]);
  expect(again.all()).toEqual([]);
});

test('where nothing can be stored it is said, and the rows last as long as the tab', () => {
  const rounds = openKeptRounds(memoryEngine('blocked', 'dastak/'));
  expect(rounds.add([CODE])).toBe('blocked');
  expect(rounds.all()).toEqual([CODE]);
});
