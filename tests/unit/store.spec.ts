import { expect, test } from '@playwright/test';
import { answerGiven, setting } from '../../src/domain/actions.ts';
import { hashToItem, idHash20 } from '../../src/domain/id-hash.ts';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import { VERSION } from '../../src/store/migrate.ts';
import type { Change } from '../../src/store/world.ts';
import { fakeStorage } from '../support/fake-engine.ts';
import { phone } from '../support/phone.ts';
import { eventsToSlot } from '../support/slots.ts';

const answer = (item: string, letter = 'a') => answerGiven(item, [letter]);

const refused = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

test('opening a page stores nothing', () => {
  const { disk, open } = phone();
  const store = open();
  expect([...disk.values]).toEqual([]);
  expect([store.active(), store.asks(), store.status()]).toEqual([null, false, 'saved']);
  expect(store.progress().answers).toEqual({});
});

test('the first answer makes a profile silently, and the next page has it', () => {
  const { open } = phone();
  expect(open().dispatch(answer('two-changes'))).toEqual({ saved: true });
  const later = open();
  expect(later.active()).toEqual({ id: 'one', label: '', colour: 'teal' });
  expect(later.progress().answers['two-changes']).toEqual([
    { choice: ['a'], at: 29_000_000, try: 1 },
  ]);
});

test('a retry keeps the answer before it', () => {
  const { open } = phone();
  open().dispatch(answer('two-changes', 'a'));
  open().dispatch(answer('two-changes', 'b'));
  expect(
    open()
      .progress()
      .answers['two-changes']?.map((one) => [one.choice, one.try]),
  ).toEqual([
    [['a'], 1],
    [['b'], 2],
  ]);
});

test('widgets hear of every change until they stop listening', () => {
  const { open } = phone();
  const store = open();
  let heard = 0;
  const stop = store.subscribe(() => heard++);
  store.dispatch(answer('one'));
  store.refresh();
  stop();
  store.dispatch(answer('two'));
  expect(heard).toBe(2);
});

test('two people on one phone have two records, told apart by colour and name', () => {
  const { open } = phone();
  const store = open();
  store.dispatch(answer('two-changes', 'a'));
  store.dispatch(setting('label', 'रवि'));
  const second = store.create();
  expect(store.progress().answers).toEqual({});
  store.dispatch(answer('two-changes', 'c'));
  expect(open().profiles()).toEqual([
    { id: 'one', label: 'रवि', colour: 'teal' },
    { id: second, label: '', colour: 'marigold' },
  ]);
  expect(open().active()?.id).toBe(second);
  store.use('one');
  expect(open().progress().answers['two-changes']?.[0]?.choice).toEqual(['a']);
});

test('of two records none is taken by itself where it is lost who was chosen', () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch(answer('two-changes', 'a'));
  store.create();
  disk.values.delete('dastak/active');
  expect([open().asks(), open().active()]).toEqual([true, null]);
  expect(open().dispatch(answer('tired'))).toEqual({ saved: false, why: 'asks' });
});

test('a shared phone asks in every new tab, and takes no answer before it knows whose it is', () => {
  const { open } = phone();
  const first = open();
  first.dispatch(answer('two-changes'));
  first.share(true);
  expect([first.isShared(), first.active()?.id]).toEqual([true, 'one']);
  const tab = { name: '' };
  const other = open({ tab });
  expect([other.asks(), other.active()]).toEqual([true, null]);
  other.use('one');
  expect(open({ tab }).active()?.id).toBe('one');
  const third = open();
  expect(third.dispatch(answer('tired'))).toEqual({ saved: false, why: 'asks' });
  expect([third.active(), third.profiles().length]).toEqual([null, 1]);
  third.create();
  third.dispatch(answer('tired'));
  expect(third.active()?.id).toBe('p1');
  expect(open({ tab }).progress().answers).toEqual(first.progress().answers);
  third.share(false);
  expect([open().asks(), open().active()?.id]).toEqual([false, 'p1']);
});

test('every key that is stored is listed, and stands under the project’s name', () => {
  const { disk, open } = phone();
  disk.values.set('somebody-else', 'x');
  const store = open();
  store.dispatch(answer('two-changes'));
  expect(store.keys()).toEqual(['dastak/active', 'dastak/one.a', 'dastak/one.b']);
  store.share(true);
  expect(store.keys()).toEqual(['dastak/one.a', 'dastak/one.b', 'dastak/shared']);
});

for (const [name, storage] of [
  ['refuses access', refused],
  ['has no storage', () => null],
  ['has no room at all', () => Object.assign(fakeStorage(), { setItem: () => full() })],
] as const) {
  test(`where the browser ${name}, the course goes on in this tab and the store says so`, () => {
    const { open } = phone();
    const tab = { name: '' };
    const store = open({ storage, tab });
    const result = store.dispatch(answer('two-changes'));
    expect(result.saved).toBe(false);
    expect(store.status()).toBe(name === 'has no room at all' ? 'full' : 'memory');
    const next = open({ storage, tab });
    expect(next.progress().answers).toEqual(store.progress().answers);
    expect(open({ storage, tab: { name: '' } }).progress().answers).toEqual({});
    next.eraseAll();
    expect(next.profiles()).toEqual([]);
  });
}

function full(): never {
  throw new DOMException('', 'QuotaExceededError');
}

test('an answer for which there was no room is kept in the tab and stored as soon as there is', () => {
  const { disk, open } = phone();
  const tab = { name: '' };
  const store = open({ tab });
  store.dispatch(answer('one'));
  disk.problems.room = 0;
  expect(store.dispatch(answer('two'))).toEqual({ saved: false, why: 'full' });
  expect(store.status()).toBe('full');
  expect(Object.keys(open({ tab }).progress().answers)).toEqual(['one', 'two']);
  disk.problems.room = 10_000;
  expect(open({ tab }).status()).toBe('saved');
  expect(Object.keys(open().progress().answers)).toEqual(['one', 'two']);
  expect(tab.name).toBe('');
});

test('a write that does not read back the same is not called saved', () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch(answer('one'));
  disk.problems.garble = 1;
  expect(store.dispatch(answer('two'))).toEqual({ saved: false, why: 'unread' });
  expect(store.status()).toBe('memory');
});

test('a repaired record says so on the page that repaired it', () => {
  const { disk, open } = phone();
  open().dispatch(answer('one'));
  disk.values.set('dastak/one.a', 'rust');
  const store = open();
  expect([store.status(), Object.keys(store.progress().answers)]).toEqual(['damaged', ['one']]);
  expect(disk.values.get('dastak/one.a')).toBe(disk.values.get('dastak/one.b'));
  expect(open().status()).toBe('saved');
});

test('a record of a newer version is shown, left alone, and what is added lives in the tab', () => {
  const { disk, open } = phone();
  const event: ProgressEvent = { kind: 'answer', item: 'one', choice: ['a'], at: 5, try: 1 };
  const newer = eventsToSlot(1, [event], VERSION + 1);
  disk.values.set('dastak/one.a', newer);
  const tab = { name: '' };
  const store = open({ tab });
  expect([store.status(), store.dispatch(answer('two'))]).toEqual([
    'newer',
    { saved: false, why: 'newer' },
  ]);
  expect(Object.keys(open({ tab }).progress().answers)).toEqual(['one', 'two']);
  expect(disk.values.get('dastak/one.a')).toBe(newer);
});

test('a name that another site gave the tab is not read', () => {
  for (const name of [
    'course-frame',
    'dastak:',
    'dastak:{"a":1}',
    'dastak:[1,2]',
    'another[["dastak.one.a","x"]]',
  ]) {
    const { open } = phone();
    const tab = { name };
    expect(open({ storage: refused, tab }).profiles()).toEqual([]);
    expect(tab.name).toBe(name);
  }
});

test('a second copy brings back what the slots have lost, also the whole record', () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch(answer('one'));
  const copy = store.events();
  disk.values.clear();
  const later = open();
  expect(later.active()).toBeNull();
  later.restore({ records: [['one', copy]], erased: [], shared: null });
  expect(Object.keys(later.progress().answers)).toEqual(['one']);
  expect(Object.keys(open().progress().answers)).toEqual(['one']);
});

test('a record that was begun after an erasure is in use again when only a second copy has it', () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch(answer('one'));
  store.erase('one');
  const erased = new Map(disk.values);
  store.dispatch(answer('two'));
  const copied = [[store.active()?.id ?? '', store.events()]] as [string, ProgressEvent[]][];
  /** A phone on whose disk stands what stood there when the erasure was done. */
  const behind = () => {
    disk.values.clear();
    for (const [key, value] of erased) disk.values.set(key, value);
    return open();
  };

  const later = behind();
  expect([later.active(), later.asks()]).toEqual([null, false]);
  later.restore({ records: copied, erased: ['one'], shared: null });
  expect(Object.keys(later.progress().answers)).toEqual(['two']);
  expect(Object.keys(open().progress().answers)).toEqual(['two']);

  const shared = behind();
  shared.restore({ records: copied, erased: ['one'], shared: '1:yes' });
  expect([shared.active(), shared.asks()]).toEqual([null, true]);

  const [[, events] = ['', []]] = copied;
  const others = behind();
  others.restore({ records: [...copied, ['k3', events]], erased: ['one'], shared: null });
  expect([others.active(), others.asks()]).toEqual([null, true]);
});

test('an empty second copy makes no record', () => {
  const { disk, open } = phone();
  const store = open();
  store.restore({ records: [['old', []]], erased: [], shared: null });
  expect([store.profiles(), [...disk.values]]).toEqual([[], []]);
});

test('everything that is written is told to the second copy', () => {
  const { open } = phone();
  const told: (string | number)[] = [];
  const store = open();
  store.copyTo({
    keep: async (id, events) => told.push(id, events.length) > 0,
    erase: async (id) => told.push('erased', id) > 0,
    share: async (text) => told.push('shared', text) > 0,
  });
  store.dispatch(answer('one'));
  store.dispatch(answer('one'));
  store.share(true);
  store.erase('one');
  expect(told).toEqual(['one', 2, 'one', 3, 'shared', '1:yes', 'erased', 'one']);
});

test('an import joins the record, and finds its item once a page knows it', () => {
  const { open } = phone();
  const store = open();
  store.dispatch(answer('one'));
  const item = hashToItem(idHash20('two-changes'));
  const event: ProgressEvent = { kind: 'answer', item, choice: ['b'], at: 5, try: 1 };
  expect(store.importEvents([event, event])).toEqual({ saved: true });
  store.know(['one', 'two-changes']);
  expect(Object.keys(open().progress().answers).sort()).toEqual([item, 'one', 'two-changes']);
});

test('Listeners learn that another person’s record is in use, in this tab or another, however alike it looks', () => {
  const { open } = phone();
  const store = open();
  const heard: Change[] = [];
  store.subscribe((change) => heard.push(change));
  const changes = () => heard.splice(0);
  store.dispatch(answer('one'));
  expect(changes(), 'the beginner’s own').toEqual(['changed']);
  const second = store.create();
  store.dispatch(answer('one'));
  expect(changes()).toEqual(['switched', 'changed']);
  open().use('one');
  store.refresh();
  expect(changes(), 'chosen in another tab').toEqual(['switched']);
  open().erase('one');
  store.refresh();
  expect(changes(), 'erased in another tab').toEqual(['switched']);
  store.dispatch(answer('one'));
  expect(changes(), 'nobody is chosen').toEqual(['asked']);
  store.use(second);
  open().erase(second);
  store.dispatch(answer('one'));
  expect(changes().slice(-2), 'erased, and nobody is left').toEqual(['switched', 'changed']);
});

test('once there is room again, an answer is saved and the store says so', () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch(answerGiven('two-changes', ['a']));
  disk.problems.room = 0;
  expect(store.dispatch(answerGiven('two-changes', ['b'])).saved).toBe(false);
  expect(store.status()).not.toBe('saved');
  disk.problems.room = Number.POSITIVE_INFINITY;
  expect(store.dispatch(answerGiven('two-changes', ['c']))).toEqual({ saved: true });
  expect(store.status()).toBe('saved');
});
