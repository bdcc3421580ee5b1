import { expect, test } from '@playwright/test';
import { IDBFactory } from 'fake-indexeddb';
import { answerGiven } from '../../src/domain/actions.ts';
import { bindNumbers } from '../../src/store/bind-numbers.ts';
import { bindPhone } from '../../src/store/bind-phone.ts';
import { openSecondCopy } from '../../src/store/second-copy.ts';
import { spaceOf } from '../../src/store/space.ts';
import { fakeStorage } from '../support/fake-engine.ts';
import { ownNumber } from '../support/hostel.ts';

const BASE = '/hostel-a/';

/** As much of a browser as a page's store needs; `open` gives the window of a new page. */
function browser() {
  const disk = fakeStorage();
  const databases = new IDBFactory();
  const waiting: { name: string; work: () => void }[] = [];
  function open(isFramed = false) {
    const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    const page = Object.assign(new EventTarget(), {
      ...{ localStorage: disk, indexedDB: databases, crypto, document, name: 'given' },
      navigator: {
        locks: {
          request: async (name: string, work: () => void) => void waiting.push({ name, work }),
        },
      },
      top: null as unknown,
      requestAnimationFrame: (draw: () => void) => void setTimeout(draw),
    });
    page.top = isFramed ? {} : page;
    return page;
  }
  const bind = (page: ReturnType<typeof open>) => {
    const phone = bindPhone(page as unknown as Window & typeof globalThis, BASE);
    return { ...phone, ourNumbers: bindNumbers(phone) };
  };
  /** What the second copy holds of a record. */
  const copied = async () => {
    const all = await openSecondCopy(() => databases, spaceOf(BASE), 'dastak').all();
    return all?.records.flatMap(([, events]) => events.map(({ item }) => item)) ?? [];
  };
  return { disk, open, bind, waiting, copied };
}
const heard = (name: string, more: object) => Object.assign(new Event(name), more);
/** Long enough for what a database is asked. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 100));

test('a page has one store and one list of numbers', () => {
  const { open, bind } = browser();
  const phone = bind(open());
  expect(phone.store()).toBe(phone.store());
  expect(phone.ourNumbers()).toBe(phone.ourNumbers());
});

test('what a page keeps comes back from its second copy when the storage has lost it', async () => {
  const { disk, open, bind } = browser();
  const phone = bind(open());
  phone.store().dispatch(answerGiven('two-changes', ['a']));
  phone.store().share(true);
  const warden = ownNumber();
  expect(await phone.ourNumbers().keep([warden])).toBe('saved');
  await settled();
  disk.values.clear();
  const later = bind(open());
  expect(later.store().profiles()).toEqual([]);
  await settled();
  expect([later.store().asks(), later.store().isShared()]).toEqual([true, true]);
  expect(later.ourNumbers().all()).toEqual([]);
  await settled();
  expect(later.ourNumbers().all()).toEqual([warden]);
});

test('a page hears of other tabs by the keys of its own space, and of no other', () => {
  const { open, bind } = browser();
  const page = open();
  const store = bind(page).store();
  let changes = 0;
  store.subscribe(() => changes++);
  for (const key of ['other', 'dastak.one.a', 'dastak/hostel-b/one.a'])
    page.dispatchEvent(heard('storage', { key }));
  expect(changes).toBe(0);
  page.dispatchEvent(heard('storage', { key: 'dastak/hostel-a/one.a' }));
  page.dispatchEvent(heard('storage', { key: null }));
  page.dispatchEvent(heard('pageshow', { persisted: false }));
  expect(changes).toBe(2);
  page.dispatchEvent(heard('pageshow', { persisted: true }));
  expect(changes).toBe(3);
});

const LEAVING = [
  ['is left', (page: EventTarget) => page.dispatchEvent(new Event('pagehide'))],
  [
    'is hidden',
    (page: EventTarget & { document: EventTarget & { visibilityState: string } }) => {
      page.document.visibilityState = 'hidden';
      page.document.dispatchEvent(new Event('visibilitychange'));
    },
  ],
] as const;

for (const [what, leave] of LEAVING) {
  test(`A page that ${what} writes what another process has overwritten`, () => {
    const { disk, open, bind } = browser();
    const page = open();
    const store = bind(page).store();
    store.dispatch(answerGiven('first', ['a']));
    const before = [...disk.values];
    store.dispatch(answerGiven('second', ['a']));
    // Another process, which has not heard of the second answer, writes both slots.
    for (const [key, text] of before) disk.values.set(key, text);
    leave(page);
    for (const side of ['a', 'b'])
      expect(disk.values.get(`dastak/hostel-a/one.${side}`)).toContain('second');
  });
}

for (const [what, leave] of [['shows what was pressed', undefined] as const, ...LEAVING]) {
  test(`The second copy waits until a page ${what}`, async () => {
    const { open, bind, copied } = browser();
    const page = open();
    const frames: (() => void)[] = [];
    page.requestAnimationFrame = (draw) => void frames.push(draw);
    const store = bind(page).store();
    await settled();
    store.dispatch(answerGiven('first', ['a']));
    let isSaid = false;
    void store.copied().then(() => {
      isSaid = true;
    });
    await settled();
    expect([isSaid, await copied()]).toEqual([false, []]);
    if (leave) leave(page);
    else for (const draw of frames) draw();
    await settled();
    expect([isSaid, (await copied()).includes('first')]).toEqual([true, true]);
  });
}

test('The second copy waits for no frame in a window that draws none', async () => {
  const { open, bind, copied } = browser();
  const page = open();
  page.requestAnimationFrame = () => {};
  const store = bind(page).store();
  store.dispatch(answerGiven('first', ['a']));
  await store.copied();
  expect(await copied()).toContain('first');
});

test('what other tabs have overwritten is written again in turn, under a lock of this copy alone', () => {
  const { disk, open, bind, waiting } = browser();
  const store = bind(open()).store();
  store.dispatch(answerGiven('first', ['a']));
  for (const side of ['a', 'b']) disk.values.delete(`dastak/hostel-a/one.${side}`);
  store.refresh();
  expect(waiting.map(({ name }) => name)).toEqual(['dastak/hostel-a/']);
  waiting[0]?.work();
  expect(disk.values.get('dastak/hostel-a/one.a')).toContain('first');
});

test('without storage a page lives by its tab’s name, in a frame by nothing that the page around it could read', () => {
  for (const isFramed of [false, true]) {
    const { open, bind } = browser();
    const page = open(isFramed);
    Object.defineProperty(page, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
    const store = bind(page).store();
    expect(store.dispatch(answerGiven('first', ['a'])).saved).toBe(false);
    expect(page.name.includes('first')).toBe(!isFramed);
  }
});
