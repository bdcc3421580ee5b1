import { expect, test } from '@playwright/test';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import { VERSION } from '../../src/store/migrate.ts';
import { listToEntries } from '../../src/store/number-entries.ts';
import { numbersFormat } from '../../src/store/numbers-format.ts';
import { type Copied, openSecondCopy } from '../../src/store/second-copy.ts';
import { readSlot, toSlot } from '../../src/store/slot.ts';
import { ownNumber } from '../support/hostel.ts';
import { eventsToSlot } from '../support/slots.ts';

const answer = (item: string): ProgressEvent => ({
  kind: 'answer',
  item,
  choice: ['a'],
  at: 5,
  try: 1,
});
const [first, second] = [answer('one'), answer('two')];
const warden = ownNumber();
const [NAME, OLD] = ['dastak/hostel-a/', 'dastak'];

/** A browser with its databases. */
function browser(factory: () => IDBFactory | undefined = () => undefined) {
  const databases = new IDBFactory();
  const open = (name = NAME) => openSecondCopy(() => factory() ?? databases, name, OLD);
  /** Does something to a store of a database, made first where it is not there. */
  const put = (name: string, store: string, key: string, value: unknown, stores = [store]) =>
    new Promise<void>((resolve, reject) => {
      const request = databases.open(name, 1);
      request.onupgradeneeded = () => {
        for (const each of stores) request.result.createObjectStore(each);
      };
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const transaction = request.result.transaction(store, 'readwrite');
        transaction.objectStore(store).put(value, key);
        transaction.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
  const names = async () => (await databases.databases()).map(({ name }) => name).toSorted();
  return { databases, open, put, names };
}
const NOTHING = { records: [], erased: [], shared: null, numbers: null };
/** The own numbers in a copy. */
const numbersIn = (copied: Copied | null) =>
  readSlot(numbersFormat, copied?.numbers ?? null).entries;

test('a copy gives back what it was given, merged, also to the next page', async () => {
  const { open } = browser();
  const copy = open();
  expect(await copy.all()).toEqual(NOTHING);
  expect(await copy.keep('one', [second])).toBe(true);
  expect(await copy.keep('one', [first])).toBe(true);
  expect(await copy.keep('p1', [second])).toBe(true);
  expect((await open().all())?.records).toEqual([
    ['one', [first, second]],
    ['p1', [second]],
  ]);
});

test('what was erased stays erased, whatever is kept afterwards', async () => {
  const { open } = browser();
  const copy = open();
  await copy.keep('one', [first]);
  expect(await copy.erase('one')).toBe(true);
  expect(await open().keep('one', [second])).toBe(true);
  expect(await open().erase('never-here')).toBe(true);
  const there = await open().all();
  expect(there?.erased).toEqual(['never-here', 'one']);
  expect(there?.records.flatMap(([, events]) => events)).toEqual([]);
});

test('a phone that is shared and the own numbers of a hostel are kept, the later list before the earlier', async () => {
  const { open } = browser();
  const copy = open();
  expect(await copy.share('3:yes')).toBe(true);
  const later = listToEntries(2, [warden]);
  expect(await copy.keepNumbers(numbersFormat, later)).toBe(true);
  expect(await copy.keepNumbers(numbersFormat, listToEntries(1, []))).toBe(true);
  const there = await open().all();
  expect([there?.shared, numbersIn(there)]).toEqual(['3:yes', later]);
});

test('a copy of a newer version is left alone', async () => {
  const { open, put } = browser();
  const newer = eventsToSlot(1, [first], VERSION + 1);
  const stores = ['records', 'phone'];
  await put(NAME, 'records', 'one', newer, stores);
  await put(NAME, 'phone', 'numbers', toSlot(numbersFormat, 1, listToEntries(1, [warden]), 9));
  const copy = open();
  await copy.keep('one', [second]);
  await copy.keepNumbers(numbersFormat, listToEntries(7, []));
  const there = await copy.all();
  expect(there?.records).toEqual([['one', [first]]]);
  expect(numbersIn(there)).toEqual(listToEntries(1, [warden]));
});

test('damaged copies give what can be read of them, and anything else gives nothing', async () => {
  const { open, put } = browser();
  const stores = ['records', 'phone'];
  await put(
    NAME,
    'records',
    'one',
    eventsToSlot(1, [first, second]).replace('"two"', '"twx"'),
    stores,
  );
  for (const [index, odd] of [7, null, { v: 1 }, [first], ''].entries())
    await put(NAME, 'records', `p${index}`, odd);
  await put(NAME, 'phone', 'shared', 7);
  const there = await open().all();
  expect(there?.records.filter(([, events]) => events.length > 0)).toEqual([['one', [first]]]);
  expect([there?.erased, there?.shared]).toEqual([[], null]);
});

test('where there is no database every promise says no and none fails', async () => {
  const refusals: (() => IDBFactory | undefined)[] = [
    () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
    () =>
      ({
        open: () => {
          throw new Error('blocked');
        },
      }) as unknown as IDBFactory,
  ];
  for (const refusal of refusals) {
    const copy = browser(refusal).open();
    expect(await copy.all()).toBeNull();
    expect(await copy.keep('one', [first])).toBe(false);
    expect(await copy.erase('one')).toBe(false);
    expect(await copy.share('1:yes')).toBe(false);
  }
});

test('a database that the browser has cleared away is opened again', async () => {
  const { databases, open } = browser();
  const copy = open();
  await copy.keep('one', [first]);
  await new Promise((resolve) => {
    // The copy lets go of it, or the deletion would wait for ever.
    databases.deleteDatabase(NAME).onsuccess = resolve;
  });
  expect(await copy.keep('one', [second])).toBe(true);
  expect((await copy.all())?.records).toEqual([['one', [second]]]);
});

test('Two copies on one origin: the first takes over what all of them shared, and nothing crosses after that', async () => {
  const { open, put, names } = browser();
  await put(OLD, 'records', 'one', eventsToSlot(1, [first], 1));
  const a = open();
  expect((await a.all())?.records).toEqual([['one', [first]]]);
  const b = open('dastak/hostel-b/');
  expect(await b.all()).toEqual(NOTHING);
  expect(await names()).toEqual(['dastak/hostel-a/', 'dastak/hostel-b/']);
  await b.keep('one', [second]);
  await a.erase('one');
  expect((await open('dastak/hostel-b/').all())?.records).toEqual([['one', [second]]]);
  expect((await open().all())?.erased).toEqual(['one']);
});

test('What all copies on one origin shared stays where it is while there is no room to take it over', async () => {
  const { open, put, names } = browser();
  await put(OLD, 'records', 'one', eventsToSlot(1, [first], 1));
  const write = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  try {
    expect((await open().all())?.records).toEqual([]);
  } finally {
    IDBObjectStore.prototype.put = write;
  }
  expect(await names()).toContain(OLD);
  expect((await open().all())?.records).toEqual([['one', [first]]]);
  expect(await names()).toEqual([NAME]);
});
