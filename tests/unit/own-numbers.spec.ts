import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { arrival, numberKey } from '../../src/domain/number-arrival.ts';
import { contactKinds, most, type OwnNumber, toOwnNumber } from '../../src/domain/own-number.ts';
import {
  fragmentToNumbers,
  LONGEST_QR,
  numbersToFragment,
} from '../../src/exports/numbers-code.ts';
import { siteSchema } from '../../src/schema/site.ts';
import { openSpace } from '../../src/store/adopt.ts';
import { bindNumbers } from '../../src/store/bind-numbers.ts';
import type { StorageLike } from '../../src/store/engine.ts';
import { memoryEngine } from '../../src/store/memory-engine.ts';
import { listToEntries, type NumberEntry } from '../../src/store/number-entries.ts';
import { numbersFormat } from '../../src/store/numbers-format.ts';
import { readSlot, toSlot } from '../../src/store/slot.ts';
import { noCopy } from '../support/copy.ts';
import { runs } from '../support/device.ts';
import { fakeStorage } from '../support/fake-engine.ts';

const TODAY = '2026-11-23';
const warden: OwnNumber = {
  ...{
    kind: 'warden',
    name: 'रात की वार्डन',
    number: '07440000',
    by: 'AB',
    on: '2026-11-01',
    place: '',
  },
};
const letters = fc.constantFrom(...'aZ9 .-&/क़ाँ्०ઘé', 'श्री\u200dम');
const day = fc
  .integer({ min: 0, max: 2500 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));
const ownNumber = fc
  .record({
    kind: fc.constantFrom(...contactKinds),
    name: fc.array(letters, { minLength: 1, maxLength: 30 }).map((all) => all.join('')),
    number: fc.stringMatching(/^\+?[0-9]{3,15}$/),
    by: fc.array(letters, { maxLength: 14 }).map((all) => all.join('')),
    on: day,
    place: fc.constantFrom('', 'kota-city', 'dadra-and-nagar-haveli-and-daman-and-diu'),
  })
  .map((fields) => toOwnNumber({ ...fields, on: fields.by.trim() === '' ? '' : fields.on }))
  .filter((reading) => reading.ok)
  .map(({ number }) => number);
const numbers = fc.array(ownNumber, { maxLength: most.numbers });

test('kinds of own numbers are the kinds of site.yml', () => {
  const { contacts } = siteSchema.shape;
  expect(contacts.element.shape.kind.options.toSorted()).toEqual(contactKinds.toSorted());
});

test('what is wrong with a number is named', () => {
  const problem = (change: object) => {
    const reading = toOwnNumber({ ...warden, ...change }, TODAY);
    return reading.ok ? null : reading.problem;
  };
  expect(problem({})).toBe(null);
  expect(problem({ kind: 'police' })).toBe('kind');
  const unseen = ['a\u202eb', 'a\u0000', '\u200d', 'a \u200cb', 'a\u200d'];
  for (const name of ['', 'a'.repeat(31), '<b>', '"', ...unseen, 7, null])
    expect(problem({ name })).toBe('name');
  for (const number of [
    '',
    '12',
    '1'.repeat(16),
    '12a4',
    '1+234',
    'tel:123',
    '*21#',
    '0744-111',
    '०७४४',
  ])
    expect(problem({ number })).toBe('number');
  for (const change of [{ by: '' }, { on: '' }, { by: 'a'.repeat(15) }])
    expect(problem(change)).toBe('by');
  for (const on of ['2026-02-30', '2026-13-01', '1999-01-01', 'today'])
    expect(problem({ on })).toBe('on');
  expect(problem({ on: '2026-11-24' })).toBe('future');
  expect(problem({ kind: 'control-room', place: '../x' })).toBe('place');
});

test('a link gives back the very same numbers', () => {
  fc.assert(
    fc.property(numbers, (all) => {
      const link = `https://hostel.example/hi/our-numbers/${numbersToFragment(all)}`;
      return isDeepStrictEqual(fragmentToNumbers(link, '2099-01-01'), { ok: true, numbers: all });
    }),
    { numRuns: runs(300) },
  );
});

test('twelve full numbers in Hindi fit one QR code', () => {
  const full = Array.from(
    { length: most.numbers },
    (_, index): OwnNumber => ({
      ...{ kind: 'control-room', name: 'क'.repeat(most.name), by: 'ख'.repeat(most.by) },
      ...{ number: `+91${1e12 + index}`, on: TODAY, place: 'kota-rural' },
    }),
  );
  const link = `https://hostel-association.example/dastak/hi/our-numbers/${numbersToFragment(full)}`;
  expect(fragmentToNumbers(link, TODAY)).toEqual({ ok: true, numbers: full });
  expect(link.length).toBeLessThanOrEqual(LONGEST_QR);
});

test('every letter of a link that is changed is noticed', () => {
  const whole = numbersToFragment([warden]);
  for (let at = 3; at < whole.length; at++) {
    const other = whole[at] === 'A' ? 'B' : 'A';
    const reading = fragmentToNumbers(whole.slice(0, at) + other + whole.slice(at + 1), TODAY);
    // The last letter's low bits are no part of any byte.
    if (at < whole.length - 1) expect(reading.ok, whole[at]).toBe(false);
  }
});

test('a forged link with a right sum is refused where it says what no form would take', () => {
  const forged = (change: object) =>
    fragmentToNumbers(numbersToFragment([{ ...warden, ...change } as OwnNumber]), TODAY);
  expect(forged({ name: '<img src=x>' })).toEqual({ ok: false, problem: 'damaged' });
  expect(forged({ name: '' })).toEqual({ ok: false, problem: 'damaged' });
  expect(forged({ number: '1' })).toEqual({ ok: false, problem: 'damaged' });
  expect(forged({ on: '2026-11-24' })).toEqual({ ok: false, problem: 'future' });
  const many = Array.from({ length: 13 }, () => warden);
  expect(fragmentToNumbers(numbersToFragment(many), TODAY)).toEqual({
    ok: false,
    problem: 'damaged',
  });
});

test('numbers that arrive are added, a later test replaces an earlier one, and twice changes nothing', () => {
  const again = { ...warden, on: '2026-11-20', by: 'CD' };
  const hospital = { ...warden, kind: 'hospital', number: '999000' } as OwnNumber;
  expect(arrival([warden], [again, hospital])).toEqual({
    added: [hospital],
    changed: [again],
    all: [again, hospital],
  });
  expect(arrival([again], [warden])).toEqual({ added: [], changed: [], all: [again] });
  fc.assert(
    fc.property(numbers, numbers, (own, arriving) => {
      const { all } = arrival(own, arriving);
      return (
        isDeepStrictEqual(arrival(all, arriving).all, all) &&
        new Set(all.map(numberKey)).size === all.length
      );
    }),
  );
});

/** The numbers of a phone whose pages use the same storage. */
const opened = (
  storage: () => StorageLike | null,
  copy?: (entries: readonly NumberEntry[]) => Promise<boolean>,
  tab?: { name: string },
) =>
  bindNumbers({
    openStorage: () => openSpace(storage, '/', tab),
    copy: {
      ...noCopy,
      keepNumbers: async (_format, entries) =>
        (await copy?.(entries as unknown as NumberEntry[])) ?? false,
    },
  })();
const SLOT = /our-numbers\.[ab]$/;

test('numbers outlive the page, in two slots', async () => {
  const disk = fakeStorage();
  const open = () => opened(() => disk);
  expect(open().all()).toEqual([]);
  expect(await open().keep([warden])).toBe('saved');
  expect(open().all()).toEqual([warden]);
  expect([...disk.values.keys()]).toEqual(['dastak/our-numbers.a', 'dastak/our-numbers.b']);
  expect(await open().keep([])).toBe('saved');
  expect(open().all()).toEqual([]);
  expect(open().isDamaged()).toBe(false);
});

test('numbers that phones hold from before move into slots, and what is stored wrongly is left out', async () => {
  for (const [text, kept] of [
    ['', []],
    ['{', []],
    ['[]', []],
    ['null', []],
    ['{"v":1}', []],
    ['{"v":1,"numbers":"x"}', []],
    ['{"v":1,"numbers":[null,7,{"kind":"warden"}]}', []],
    [JSON.stringify({ v: 1, numbers: [{ ...warden, number: '<b>' }, warden] }), [warden]],
  ] as const) {
    const disk = fakeStorage();
    disk.values.set('dastak.our-numbers', text);
    for (let page = 0; page < 2; page += 1) {
      const store = opened(() => disk);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(store.all(), text).toEqual(kept);
    }
    expect([...disk.values.keys()].filter((key) => !SLOT.test(key))).toEqual([]);
  }
});

test('Every bit of a stored list flipped: no number ever shows a wrong digit', async () => {
  const disk = fakeStorage();
  const list = [
    warden,
    { ...warden, kind: 'hospital', number: '999000', on: '', by: '' } as OwnNumber,
  ];
  await opened(() => disk).keep(list);
  const [[, text = ''] = []] = disk.values;
  let lost = 0;
  // One assertion at the end: thousands take longer than all else.
  const problems: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    for (let bit = 0; bit < 16; bit += 1) {
      const flipped = String.fromCharCode(text.charCodeAt(at) ^ (1 << bit));
      const damaged = text.slice(0, at) + flipped + text.slice(at + 1);
      const both = fakeStorage();
      for (const side of ['a', 'b']) both.values.set(`dastak/our-numbers.${side}`, damaged);
      const numbers = opened(() => both);
      const shown = numbers.all();
      const isOwn = shown.every((one) => list.some((own) => isDeepStrictEqual(own, one)));
      if (!isOwn) problems.push(`${at}.${bit} shows another number`);
      if (shown.length < list.length) {
        lost += 1;
        if (!numbers.isDamaged()) problems.push(`${at}.${bit} is not told`);
      }
      const one = fakeStorage();
      one.values.set('dastak/our-numbers.a', damaged).set('dastak/our-numbers.b', text);
      if (!isDeepStrictEqual(opened(() => one).all(), list)) {
        problems.push(`${at}.${bit}: the other slot has not all of them`);
      }
    }
  }
  expect(problems).toEqual([]);
  expect(lost).toBeGreaterThan(100);
});

test('numbers are called kept once the second copy has them, and it brings back what slots have lost', async () => {
  const disk = fakeStorage();
  let copied: readonly NumberEntry[] = [];
  let isOnDisk = () => {};
  const store = opened(
    () => disk,
    (entries) => {
      copied = entries;
      return new Promise((resolve) => {
        isOnDisk = () => resolve(true);
      });
    },
  );
  let said = '';
  const keeping = store.keep([warden]).then((kept) => {
    said = kept;
  });
  await Promise.resolve();
  expect(said, 'nothing is said before').toBe('');
  isOnDisk();
  await keeping;
  expect(said).toBe('saved');
  disk.values.clear();
  const later = opened(() => disk);
  let heard = 0;
  later.subscribe(() => heard++);
  later.restore(copied);
  later.restore(copied);
  expect([later.all(), heard]).toEqual([[warden], 1]);
  await later.keep([]);
  later.restore(copied);
  expect(later.all(), 'an older copy brings nothing back').toEqual([]);
});

test('the list that was kept last is the one that is shown, whatever stood there before', async () => {
  const disk = fakeStorage();
  const wardens = ['07441111', '07442222', '07443333'].map((number) => ({ ...warden, number }));
  for (const list of [...wardens, ...wardens.toReversed()].map((one) => [one])) {
    expect(await opened(() => disk).keep(list)).toBe('saved');
    expect(opened(() => disk).all()).toEqual(list);
  }
});

test('two tabs that change the list at once agree on one of the lists', async () => {
  const [one, two] = [fakeStorage(), fakeStorage()];
  await opened(() => one).keep([warden]);
  await opened(() => two).keep([{ ...warden, number: '0744111' }]);
  const read = (disk: typeof one) =>
    readSlot(numbersFormat, disk.values.get('dastak/our-numbers.a') ?? '').entries;
  const there = numbersFormat.merge(read(one), read(two));
  expect(there).toEqual(numbersFormat.merge(read(two), read(one)));
  expect(there).toHaveLength(1);
});

test('numbers of a newer version are shown and not written over', async () => {
  const disk = fakeStorage();
  const newer = toSlot(numbersFormat, 1, listToEntries(1, [warden]), 3);
  disk.values.set('dastak/our-numbers.a', newer);
  const store = opened(() => disk);
  expect(store.all()).toEqual([warden]);
  expect(await store.keep([])).toBe('unsaved');
  expect(store.all()).toEqual([]);
  expect(disk.values.get('dastak/our-numbers.a')).toBe(newer);
});

test('without storage numbers live as long as the tab, beside the record', async () => {
  const tab = { name: '' };
  const blocked = () => {
    throw new Error('blocked');
  };
  const record = memoryEngine('blocked', 'dastak/', tab);
  const store = opened(blocked, undefined, tab);
  record.set('one.a', 'record');
  expect(await store.keep([warden])).toBe('unsaved');
  record.set('one.b', 'record');
  expect(opened(blocked, undefined, tab).all()).toEqual([warden]);
  expect(record.keys().filter((key) => !SLOT.test(key))).toEqual(['one.a', 'one.b']);
});

test('where there is no room the number lasts for this page and that is said', async () => {
  const disk = fakeStorage();
  disk.values.set('dastak/one.a', 'x');
  disk.problems.room = 30;
  const store = opened(() => disk);
  expect(await store.keep([warden])).toBe('unsaved');
  expect(store.all()).toEqual([warden]);
});
