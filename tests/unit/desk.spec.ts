import { expect, test } from '@playwright/test';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { madeClaim, madeEntries } from '../../src/cli/made-register.ts';
import type { Entry } from '../../src/domain/register.ts';
import { attest, takeClaim } from '../../src/domain/register-acts.ts';
import { entryToRow } from '../../src/domain/register-row.ts';
import { completed, openDatabase } from '../../src/store/database.ts';
import { openDesk } from '../../src/store/desk.ts';
import { TODAY } from '../support/register.ts';

const NAME = 'dastak/desk';
const STORES = ['entries', 'credentials', 'aside', 'phone'];
const [first, second] = madeEntries(2, TODAY) as [Entry, Entry];

test.beforeAll(() => {
  globalThis.IDBKeyRange = IDBKeyRange;
});

/** A phone, and a page on it with the register open. */
async function phone() {
  const factory = new IDBFactory();
  const open = async () => {
    const desk = openDesk(() => factory, NAME);
    return { desk, reading: await desk.open() };
  };
  const stored = async <Value>(
    mode: IDBTransactionMode,
    work: (transaction: IDBTransaction) => IDBRequest<Value>,
  ) => {
    const database = await openDatabase(factory, NAME, STORES);
    const transaction = database.transaction(STORES, mode);
    const request = work(transaction);
    await completed(transaction);
    database.close();
    return request.result;
  };
  return { factory, open, stored };
}

test('What was kept is there for the next page, and only rows that changed are written', async () => {
  const { open, stored } = await phone();
  const { desk, reading } = await open();
  expect(reading).toEqual({ state: 'open', entries: [], damaged: 0 });
  expect((await desk.keep([first, second], new Map([['s1', 'signed text']]))).kept).toBe('saved');
  await stored('readwrite', (all) => all.objectStore('entries').put('marked', first.learner));
  const attested = attest(second, 'Kavita Jain', TODAY);
  expect((await desk.keep([attested])).entries).toEqual([attested]);
  expect(await stored('readonly', (all) => all.objectStore('entries').get(first.learner))).toBe(
    'marked',
  );
  const next = await open();
  expect(next.reading).toEqual({ state: 'open', entries: [attested], damaged: 1 });
  expect(await next.desk.credential('s1')).toBe('signed text');
  expect(await next.desk.credential('s2')).toBeUndefined();
});

test('More people than are read at once are all read, and their number is told meanwhile', async () => {
  const { open, factory } = await phone();
  const { desk } = await open();
  const all = madeEntries(25, TODAY);
  expect((await desk.keep(all)).kept).toBe('saved');
  const heard: number[] = [];
  const { entries } = await openDesk(() => factory, NAME, 10).open((count) => heard.push(count));
  expect(new Set(entries.map(({ learner }) => learner)).size).toBe(25);
  expect(heard).toEqual([10, 20]);
});

test('Two tabs that change one person lose nothing of each other', async () => {
  const { open } = await phone();
  const one = (await open()).desk;
  await one.keep([first]);
  const other = (await open()).desk;
  await one.keep([attest(first, 'A', TODAY)]);
  const { entries } = await other.keep([attest(first, 'B', TODAY)]);
  expect(entries[0]?.attested.map(({ by }) => by)).toEqual(['A', 'B']);
});

test('A row with any flipped letter is told as damaged, stays, and is put aside before it is written over', async () => {
  const { open, stored } = await phone();
  const { desk } = await open();
  await desk.keep([first, second]);
  const row = entryToRow(first);
  for (let at = 0; at < row.length; at += 29) {
    const flipped =
      row.slice(0, at) + String.fromCharCode(row.charCodeAt(at) ^ 1) + row.slice(at + 1);
    await stored('readwrite', (all) => all.objectStore('entries').put(flipped, first.learner));
    const { reading } = await open();
    expect(reading, `letter ${at}`).toEqual({ state: 'open', entries: [second], damaged: 1 });
  }
  const damaged = await stored('readonly', (all) => all.objectStore('entries').get(first.learner));
  const again = takeClaim(undefined, madeClaim(0, TODAY), TODAY).entry as Entry;
  await desk.keep([again]);
  expect((await open()).reading.damaged).toBe(0);
  expect(await stored('readonly', (all) => all.objectStore('aside').getAll())).toEqual([damaged]);
});

test('What was erased stays erased, also where another page still has it open', async () => {
  const { open, stored } = await phone();
  const { desk } = await open();
  await desk.keep([first], new Map([['s1', 'signed text']]));
  const asleep = (await open()).desk;
  expect(await desk.erase()).toBe(true);
  expect(await asleep.keep([second])).toEqual({ kept: 'erased', entries: [] });
  for (const name of ['entries', 'credentials', 'aside'])
    expect(await stored('readonly', (all) => all.objectStore(name).getAll())).toEqual([]);
  expect((await desk.keep([second])).kept).toBe('saved');
  expect((await open()).reading.entries).toEqual([second]);
});

test('A browser that keeps nothing and a database of a newer release are told, and nothing is lost', async () => {
  const blocked = openDesk(() => {
    throw new Error('refused');
  }, NAME);
  expect((await blocked.open()).state).toBe('blocked');
  expect(await blocked.keep([first])).toEqual({ kept: 'unsaved', entries: [first] });
  expect(await blocked.erase()).toBe(false);
  const { factory, open } = await phone();
  await (await open()).desk.keep([first]);
  const request = factory.open('newer/desk', 2);
  await new Promise((done) => {
    request.onsuccess = done;
  });
  request.result.close();
  expect((await openDesk(() => factory, 'newer/desk').open()).state).toBe('newer');
});

test('A database that the browser closes is opened again', async () => {
  const { factory, open } = await phone();
  const { desk } = await open();
  await desk.keep([first]);
  const removal = factory.deleteDatabase(NAME);
  await new Promise((done) => {
    removal.onsuccess = done;
  });
  expect((await desk.keep([second])).kept).toBe('saved');
  expect((await open()).reading.entries).toEqual([second]);
});
