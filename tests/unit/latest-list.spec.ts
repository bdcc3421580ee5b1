import { expect, test } from '@playwright/test';
import { lastMade } from '../../src/domain/last-made.ts';
import { openCacheStore } from '../../src/offline/cache-store.ts';
import { latestList } from '../../src/offline/latest-list.ts';
import { fakePhone } from '../support/cache.ts';

const SCOPE = 'https://hostel.example/dastak/';
const PATH = 'status/0123456789abcdef.jwt';
const HOUR = 3_600;
const now = Math.floor(Date.now() / 1000);
const list = (nbf: unknown) =>
  `e30.${Buffer.from(JSON.stringify({ nbf })).toString('base64url')}.c2ln`;

test('Of several copies of a list the one that was made last is taken, and nothing that is no list', () => {
  const [old, late] = [list(now - 9 * HOUR), list(now - HOUR)];
  expect(lastMade([old, late], now)).toBe(late);
  expect(lastMade([late, old], now)).toBe(late);
  for (const other of [
    ...['', 'x', '<!doctype html><title>Sign in</title>', 'e30.e30.', 'e30.bm90IGpzb24.x'],
    ...[list('soon'), list(null), list(Number.MAX_SAFE_INTEGER), list(now + 48 * HOUR)],
  ])
    expect([other, lastMade([old, other], now)]).toEqual([other, old]);
  expect(lastMade(['<!doctype html>'], now)).toBe('');
});

test('A withdrawal is told as soon as the net has it, and stays told without the net', async () => {
  const site: Record<string, string> = {};
  const fake = fakePhone(SCOPE, site);
  const store = await openCacheStore(SCOPE);
  const found = (isOnline = true) => latestList(SCOPE + PATH, isOnline);
  expect(await found()).toBe(null);
  site[PATH] = 'no list';
  expect(await found()).toBe('no list');
  const [old, late] = [list(now - 9 * HOUR), list(now - HOUR)];
  site[PATH] = old;
  expect(await found()).toBe(old);
  site[PATH] = late;
  expect(await found()).toBe(late);
  for (const other of ['<!doctype html><title>Sign in</title>', old]) {
    site[PATH] = other;
    expect(await found()).toBe(late);
  }
  fake.unreached.add(PATH);
  expect(await found(false)).toBe(late);
  // What is kept beside the releases is no file of one, and is not swept away.
  expect(await store.hashes()).toEqual(new Set());
  await store.sweep();
  expect(await found()).toBe(late);
  // Without room it is told all the same.
  fake.unreached.clear();
  fake.room = 0;
  site[PATH] = `${list(now)} `;
  expect(await found()).toBe(site[PATH]);
});

test('Where there are no caches, the net alone is asked', async () => {
  fakePhone(SCOPE, { [PATH]: list(now) });
  Object.assign(globalThis, { caches: undefined });
  expect(await latestList(SCOPE + PATH, true)).toBe(list(now));
});
