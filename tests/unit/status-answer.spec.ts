import { expect, test } from '@playwright/test';
import { lastMade } from '../../src/domain/last-made.ts';
import { openCacheStore } from '../../src/offline/cache-store.ts';
import { answerStatusList, isStatusList } from '../../src/offline/status-answer.ts';
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
    ...[
      list('soon'),
      list(null),
      list(Number.MAX_SAFE_INTEGER),
      list(now + 48 * HOUR),
      'a.\u0000.b',
    ],
  ])
    expect([other, lastMade([old, other], now)]).toEqual([other, old]);
  expect(lastMade(['<!doctype html>'], now)).toBe('');
});

test('A withdrawal is told as soon as the net has it, and stays told without the net', async () => {
  const site: Record<string, string> = {};
  const fake = fakePhone(SCOPE, site);
  const store = await openCacheStore(SCOPE);
  const asked = () =>
    answerStatusList(SCOPE + PATH, PATH, store, new Response(list(now - 9 * HOUR)));
  const text = async () => (await asked()).text();
  expect(await text()).toBe(list(now - 9 * HOUR));
  site[PATH] = list(now - HOUR);
  expect(await text()).toBe(list(now - HOUR));
  site[PATH] = '<!doctype html><title>Sign in</title>';
  expect(await text()).toBe(list(now - HOUR));
  fake.unreached.add(PATH);
  expect(await text()).toBe(list(now - HOUR));
  // What is kept beside the releases is no file of one, and is not swept away.
  expect(await store.hashes()).toEqual(new Set());
  await store.sweep();
  expect(await text()).toBe(list(now - HOUR));
  // Without room it is told all the same.
  fake.unreached.clear();
  fake.room = 0;
  site[PATH] = `${list(now)} `;
  expect(await text()).toBe(site[PATH]);
});

test('Only lists are asked of the net first', () => {
  expect(isStatusList(PATH)).toBe(true);
  for (const path of ['en/verify/', 'status/', 'status/a/b.jwt', '_astro/status.jwt'])
    expect(isStatusList(path)).toBe(false);
});
