import { expect, test } from '@playwright/test';
import { openCacheStore } from '../../src/offline/cache-store.ts';
import { downloadRelease, keptOf } from '../../src/offline/precache.ts';
import { fakePhone, hashOfText } from '../support/cache.ts';

const SCOPE = 'https://hostel.example/dastak/';
const RELEASE = 'one';
/** The text at each address. */
const site: Record<string, string> = {};

/** A part whose files hold so many thousand letters each. */
function part(id: string, sizes: Readonly<Record<string, number>>) {
  const files: Record<string, string> = {};
  for (const [address, size] of Object.entries(sizes)) {
    const text = address.padEnd(size * 1_000, '.');
    site[address] = text;
    files[address] = hashOfText(text);
  }
  return { id, files, bytes: Object.values(sizes).reduce((sum, size) => sum + size * 1_000, 0) };
}
const help = part(':help', { 'en/help/': 12, 'en/a.css': 5 });
const large = part('large', { 'en/large/': 10, 'en/large/1/': 10, 'en/large/2/': 10 });
const larger = part('larger', { 'en/larger/': 10, 'en/larger/1/': 30 });
const small = part('small', { 'en/small/': 10, 'en/a.css': 5 });
const release = { parts: [help, large, larger, small] };
const other = { parts: [part('other', { 'en/large/1/': 10, 'hi/other/': 10 })] };

async function phone() {
  const fake = fakePhone(SCOPE, site);
  const store = await openCacheStore(SCOPE);
  const download = () => downloadRelease(store, SCOPE, release, 'en/large/', async () => {});
  const addresses = async () => {
    const has = await store.hashes();
    return Object.keys(site).filter((address) => has.has(hashOfText(site[address] ?? '')));
  };
  return { fake, store, download, addresses };
}

// What had come of a part once stayed when the phone was full: it took room, and opened no page.
test('Where room ends within a part, what came of it is dropped and a smaller part finds room', async () => {
  const { fake, download, addresses } = await phone();
  fake.room = 36_000;
  expect(await download()).toBe('full');
  expect(await addresses()).toEqual(['en/help/', 'en/a.css', 'en/small/']);
  expect(fake.room).toBe(9_000);
  expect(fake.asked).not.toContain('en/larger/');
});

test('Where what every page needs finds no room, no module is fetched, and none is said to open', async () => {
  const { fake, store, download, addresses } = await phone();
  fake.room = 12_000;
  expect(await download()).toBe('full');
  expect(fake.asked.filter((address) => !(address in help.files))).toEqual([]);
  expect(await addresses()).toEqual([]);
  const listed = { address: 'files.json', hash: 'x', bytes: 100_000 };
  for (const address of Object.keys(small.files)) {
    const text = site[address] ?? '';
    fake.room += text.length;
    await store.put(hashOfText(text), new Response(text));
  }
  const note = { ...release, isFull: true };
  expect(keptOf('en', listed, note, await store.hashes(), null)).toMatchObject({
    ...{ state: 'full', hasHelp: false, modules: [] },
  });
});

test('What came before a download was cut stays, and is not fetched again', async () => {
  const { fake, download, addresses } = await phone();
  fake.unreached.add('en/large/2/');
  expect(await download()).toBe('cut');
  const came = ['en/help/', 'en/a.css', 'en/large/', 'en/large/1/'];
  expect(await addresses()).toEqual(came);
  fake.unreached.clear();
  fake.asked.length = 0;
  expect(await download()).toBe(null);
  expect(fake.asked.filter((address) => came.includes(address))).toEqual([]);
  expect(await addresses()).toEqual(
    Object.keys(site).filter((address) => address.startsWith('en/')),
  );
});

test('A sweep leaves whole parts of a language for which there was no room, and all of one that was cut', async () => {
  const { fake, store, download, addresses } = await phone();
  fake.unreached.add('en/large/2/');
  await download();
  const came = await addresses();
  await store.put('stale', new Response('of a release that is gone'));
  await store.write(RELEASE, { en: release });
  await store.sweep();
  expect(await addresses()).toEqual(came);
  expect(await store.get('stale')).toBeUndefined();
  // Another language needs one of the files, too, and has not come to its end.
  await store.write(RELEASE, { en: { ...release, isFull: true }, hi: other });
  await store.sweep();
  expect(await addresses()).toEqual(['en/help/', 'en/a.css', 'en/large/1/']);
});

test('A language is whole without the pages of coordinators, and says so with the size that a learner needs', async () => {
  const { store, download } = await phone();
  await download();
  const desk = part(':desk', { 'en/register/': 40 });
  const listed = { address: 'files.json', hash: 'x', bytes: 77_000 };
  const note = { parts: [...release.parts, desk] };
  const kept = keptOf('en', listed, note, await store.hashes(), null);
  const bytes = release.parts.reduce((sum, one) => sum + one.bytes, 0);
  expect(kept).toMatchObject({ state: 'whole', bytes });
});
