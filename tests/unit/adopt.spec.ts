import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import { answerGiven, setting } from '../../src/domain/actions.ts';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import { openSpace } from '../../src/store/adopt.ts';
import { bindNumbers } from '../../src/store/bind-numbers.ts';
import { VERSION } from '../../src/store/migrate.ts';
import { noCopy } from '../support/copy.ts';
import { type FakeStorage, fakeStorage } from '../support/fake-engine.ts';
import { ownNumber } from '../support/hostel.ts';
import { phone } from '../support/phone.ts';
import { eventsToSlot } from '../support/slots.ts';

const event = (item: string): ProgressEvent => ({
  kind: 'answer',
  item,
  choice: ['a'],
  at: 5,
  try: 1,
});
const warden = ownNumber();
/** What an edition stored before each copy had a space of its own. */
function fillOld(disk: FakeStorage, version = 1): void {
  for (const side of ['a', 'b']) {
    disk.values.set(`dastak.one.${side}`, eventsToSlot(3, [event('two-changes')], version));
    disk.values.set(`dastak.p1.${side}`, eventsToSlot(3, [event('tired')], version));
  }
  disk.values.set('dastak.active', 'p1').set('dastak.gone', 'p7 p8');
  disk.values.set('dastak.our-numbers', JSON.stringify({ v: 1, numbers: [warden] }));
}
const numbers = (disk: FakeStorage, base: string) =>
  bindNumbers({ openStorage: () => openSpace(() => disk, base), copy: noCopy })();
/** What a page shows once it has read what was stored before. */
const numbersOf = async (disk: FakeStorage, base: string) => {
  const shown = numbers(disk, base);
  await import('../../src/store/adopt-numbers.ts');
  await new Promise(setImmediate);
  return shown.all();
};

test('What was stored before spaces goes whole to the copy that finds it first', async () => {
  const { disk, open } = phone();
  fillOld(disk);
  disk.values.set('dastak.p7.a', eventsToSlot(1, [event('erased')], 1));
  const a = open({ base: '/hostel-a/' });
  expect(a.profiles().map(({ id }) => id)).toEqual(['one', 'p1']);
  expect(Object.keys(a.progress().answers), 'the chosen one').toEqual(['tired']);
  a.use('one');
  expect(Object.keys(a.progress().answers)).toEqual(['two-changes']);
  expect(await numbersOf(disk, '/hostel-a/')).toEqual([warden]);
  expect([...disk.values.keys()].filter((key) => !key.startsWith('dastak/hostel-a/'))).toEqual([]);
  const b = open({ base: '/hostel-b/' });
  expect([b.profiles(), b.asks(), await numbersOf(disk, '/hostel-b/')]).toEqual([[], false, []]);
});

test('The page that takes over says so, and no other page does', () => {
  const { disk, open } = phone();
  fillOld(disk);
  expect(open({ base: '/hostel-a/' }).status()).toBe('adopted');
  expect(open({ base: '/hostel-a/' }).status()).toBe('saved');
  expect(open({ base: '/hostel-b/' }).status()).toBe('saved');
  disk.values.set('dastak.gone', 'p7');
  expect(open({ base: '/hostel-b/' }).status(), 'nothing that a learner sees').toBe('saved');
});

test('Two copies on one origin: nothing crosses, and erasing one leaves the other', async () => {
  const { disk, open } = phone();
  for (const [base, other] of [
    ['/', '/hostel-b/'],
    ['/hostel-a/', '/hostel-b/'],
    ['/hostel-b/', '/'],
    ['/hostel/', '/hostel/b/'],
  ] as const) {
    disk.values.clear();
    const a = open({ base });
    a.dispatch(answerGiven('two-changes', ['a']));
    a.dispatch(setting('label', 'A'));
    a.share(true);
    await numbers(disk, base).keep([warden]);
    const b = open({ base: other });
    expect([b.profiles(), b.asks(), b.keys(), await numbersOf(disk, other)], other).toEqual([
      [],
      false,
      [],
      [],
    ]);
    b.dispatch(answerGiven('tired', ['b']));
    await b.eraseAll();
    const again = open({ base });
    expect(again.profiles().map(({ label }) => label)).toEqual(['A']);
    expect(await numbersOf(disk, base)).toEqual([warden]);
  }
});

test('in one tab without storage two copies keep apart what they carry from page to page', () => {
  const tab = { name: '' };
  const { open } = phone();
  const blocked = () => null;
  open({ base: '/hostel-a/', storage: blocked, tab }).dispatch(answerGiven('two-changes', ['a']));
  const b = open({ base: '/hostel-b/', storage: blocked, tab });
  expect(b.profiles()).toEqual([]);
  b.dispatch(answerGiven('tired', ['a']));
  const again = open({ base: '/hostel-a/', storage: blocked, tab });
  expect(Object.keys(again.progress().answers)).toEqual(['two-changes']);
});

test('a record that was begun in both shapes is joined', () => {
  const { disk, open } = phone();
  open().dispatch(answerGiven('new', ['a']));
  fillOld(disk);
  const store = open();
  expect(store.active()?.id).toBe('one');
  expect(Object.keys(store.progress().answers).sort()).toEqual(['new', 'two-changes']);
});

test('what a newer edition stored under the old names moves as it is, and is left alone', () => {
  const { disk, open } = phone();
  fillOld(disk, VERSION + 1);
  const text = disk.values.get('dastak.p1.a');
  const store = open();
  expect([store.status(), store.dispatch(answerGiven('new', ['a'])).saved]).toEqual([
    'newer',
    false,
  ]);
  expect(disk.values.get('dastak/p1.a')).toBe(text);
});

test('wherever the page dies or the room ends while it moves, nothing is lost', async () => {
  const lost: unknown[] = [];
  for (const room of [null, 40, 400]) {
    for (let killIn = 0; killIn < 90; killIn += 1) {
      const { disk, open } = phone();
      fillOld(disk);
      const used = [...disk.values].flat().join('').length;
      disk.problems.killIn = killIn;
      if (room !== null) disk.problems.room = used + room;
      openSpace(() => disk, '/');
      disk.revive();
      disk.problems.room = Number.POSITIVE_INFINITY;
      const store = open();
      const answers = store.profiles().flatMap(({ id }) => {
        store.use(id);
        return Object.keys(store.progress().answers);
      });
      const left = { answers: answers.toSorted(), numbers: await numbersOf(disk, '/') };
      if (!isDeepStrictEqual(left, { answers: ['tired', 'two-changes'], numbers: [warden] }))
        lost.push({ room, killIn, left });
    }
  }
  expect(lost).toEqual([]);
});

test('a phone that keeps nothing from before is not written to', () => {
  const disk = fakeStorage();
  openSpace(() => disk, '/');
  expect([...disk.values]).toEqual([]);
});
