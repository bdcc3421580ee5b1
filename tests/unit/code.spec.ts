import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { hashToItem, idHash20 } from '../../src/domain/id-hash.ts';
import {
  eventKinds,
  foldEvents,
  LATEST_MINUTE,
  mergeEvents,
  type ProgressEvent,
} from '../../src/domain/progress.ts';
import {
  bytesToFile,
  bytesToLink,
  bytesToQr,
  bytesToText,
  carriedEvents,
  eventsToBytes,
  readCode,
} from '../../src/exports/code.ts';
import { runs } from '../support/device.ts';
import { finishedRecord, madeCourse } from '../support/finished.ts';

const COURSE = 'dastak';
const items = ['two-changes', 'tired', 'begin-check', 'eleven-pm', 'role', 'label'];
const value = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'z',
    'keep',
    'rewrite',
    '5',
    'warden',
    'c04',
    'r112b',
    'xyz7',
    'c4',
    '',
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);
const record = fc
  .array(
    fc.record(
      {
        kind: fc.constantFrom(...eventKinds),
        item: fc.constantFrom(...items, '#00k3'),
        choice: fc.array(value, { maxLength: 8 }),
        at: fc.oneof(
          fc.nat(LATEST_MINUTE),
          fc.nat(20).map((late) => 29_925_000 + late),
        ),
        try: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 65_535 })),
      },
      { noNullPrototype: true },
    ),
    { maxLength: 30 },
  )
  .map((events) => mergeEvents(events));

test('every form of a code gives back the very same events', () => {
  fc.assert(
    fc.property(record, (events) => {
      const bytes = eventsToBytes(events, COURSE);
      return [bytesToText(bytes), bytesToLink(bytes), bytesToFile(bytes)].every((code) =>
        isDeepStrictEqual(readCode(code, COURSE, items), { ok: true, events }),
      );
    }),
    { numRuns: runs(300) },
  );
});

test('a whole finished course fits one QR code of 1,200 characters', () => {
  const { steps, ids } = madeCourse();
  for (let seed = 1; seed <= 20; seed++) {
    const whole = finishedRecord(seed);
    const carried = carriedEvents(whole, steps);
    const bytes = eventsToBytes(carried, COURSE);
    const qr = bytesToQr(bytes, 'https://hostel.example/hi/my-data/');
    expect(qr.length).toBeLessThanOrEqual(1200);
    expect(readCode(qr, COURSE, ids)).toEqual({ ok: true, events: carried });
    const [before, after] = [foldEvents(whole), foldEvents(carried)];
    for (const field of ['settings', 'done', 'answers', 'runs'] as const) {
      expect(after[field]).toEqual(before[field]);
    }
  }
});

test('a code that would make the QR too long for its address leaves the address out', () => {
  const bytes = eventsToBytes([], COURSE);
  expect(bytesToQr(bytes, 'https://a.example/')).toMatch(/^https:\/\/a\.example\/#c=/);
  expect(bytesToQr(bytes, 'x'.repeat(1200))).toBe(bytesToLink(bytes));
});

test('of the cards a code carries only the last one of each step that is not finished', () => {
  const card = (item: string, at: number): ProgressEvent => ({
    kind: 'card',
    item,
    choice: [],
    at,
    try: 1,
  });
  const steps = [
    { id: 'kinds', cards: ['plate', 'door'] },
    { id: 'signs', cards: ['now', 'later'] },
  ];
  const done: ProgressEvent = { kind: 'done', item: 'kinds', choice: [], at: 3, try: 1 };
  const language = (choice: string, at: number): ProgressEvent => ({
    kind: 'set',
    item: 'language',
    choice: [choice],
    at,
    try: 1,
  });
  const events = [
    card('plate', 1),
    card('door', 2),
    done,
    card('now', 4),
    card('later', 5),
    card('now', 6),
  ];
  const settings = [language('hi', 1), language('en', 7)];
  expect(carriedEvents([...events, ...settings, card('removed', 8)], steps)).toEqual([
    done,
    card('now', 6),
    language('en', 7),
  ]);
});

test('of a run whose every step is recorded a code carries the latest, however the clock went', () => {
  const step = (at: number, nth: number, ...lines: string[]): ProgressEvent => ({
    kind: 'run',
    item: 'eleven-pm',
    choice: ['2x1.207', ...lines],
    at,
    try: nth,
  });
  const other: ProgressEvent = { ...step(50, 4), choice: ['2x1.9', 'c02'] };
  const all = [step(90, 1), step(40, 3, 'c02', 'c05'), step(95, 2, 'c02'), other];
  expect(carriedEvents(all, [])).toEqual([step(40, 3, 'c02', 'c05'), other]);
  expect(foldEvents(carriedEvents(all, [])).runs).toEqual(foldEvents(all).runs);
});

test('an item that this edition does not have keeps its short form, and a code of that is the same code', () => {
  const event: ProgressEvent = {
    kind: 'answer',
    item: 'of-a-newer-edition',
    choice: ['b'],
    at: 29_925_000,
    try: 1,
  };
  const bytes = eventsToBytes([event], COURSE);
  const item = hashToItem(idHash20(event.item));
  const reading = readCode(bytesToText(bytes), COURSE, items);
  expect(reading).toEqual({ ok: true, events: [{ ...event, item }] });
  expect(eventsToBytes([{ ...event, item }, event], COURSE)).not.toEqual(bytes);
  expect(eventsToBytes([{ ...event, item }], COURSE)).toEqual(bytes);
});

test('a code is the same however the events arrived', () => {
  const events = finishedRecord(3);
  expect(eventsToBytes(events.toReversed(), COURSE)).toEqual(eventsToBytes(events, COURSE));
});

test('codes of the first format are read for ever', () => {
  // Never edit this text: people have it on paper.
  const code =
    '28AGBY 1RWCZG DS2D8F G4K003 4K056V M9SEX0 W21Y4H DGZ0Y6 EQZ65A WQT2G5 DXSV2A E2CA8M X8R0TT 854T65 XMZZP8 Z0X804 PRBYAG R0000T';
  expect(readCode(code, COURSE, ['two-changes', 'notice-check', 'eleven-pm'])).toEqual({
    ok: true,
    events: mergeEvents([
      { kind: 'set', item: 'label', choice: ['रवि'], at: 29_925_000, try: 1 },
      { kind: 'set', item: 'role', choice: ['warden'], at: 29_925_000, try: 1 },
      { kind: 'answer', item: 'two-changes', choice: ['b'], at: 29_925_002, try: 1 },
      { kind: 'answer', item: 'two-changes', choice: ['a', 'c'], at: 29_925_003, try: 2 },
      { kind: 'done', item: 'notice-check', choice: [], at: 29_925_009, try: 1 },
      {
        kind: 'run',
        item: 'eleven-pm',
        choice: ['2x1.207', 'c02', 'x01', 'c11'],
        at: 29_926_000,
        try: 5,
      },
    ]),
  });
});

const failed: ProgressEvent = {
  kind: 'outcome',
  item: 'outcome',
  choice: ['failed', '0.1.0', 'secrecy', 'call'],
  at: 29_926_000,
  try: 1,
};

test('codes of the second format are read for ever', () => {
  // Never edit this text: people have it on paper.
  const code =
    '48AGBJ XAPEZG 5S2D8Z G45CYN CQ6WNJ 97AKM5 VVTS1W 97M5WT DGG02K 1DTH2N JSSNQH 238KET HFSKG9 000006';
  expect(readCode(code, COURSE, ['notice-check'])).toEqual({
    ok: true,
    events: [
      { kind: 'set', item: 'role', choice: ['warden'], at: 29_925_000, try: 1 },
      { kind: 'done', item: 'notice-check', choice: [], at: 29_925_009, try: 1 },
      failed,
      {
        ...failed,
        choice: [
          ...['passed', '0.1.0', 'asks-directly', 'secrecy', 'safety-now', 'hands-over'],
          ...['follows-up', 'cases', 'call'],
        ],
        at: 29_926_400,
      },
    ],
  });
});

test('a code tells of its format only what that format can hold: without an outcome older editions read it', () => {
  const formatOf = (events: ProgressEvent[]) => (eventsToBytes(events, COURSE)[0] ?? 0) >>> 4;
  const done: ProgressEvent = { kind: 'done', item: 'tired', choice: [], at: 5, try: 1 };
  expect([formatOf([]), formatOf([done]), formatOf([done, failed])]).toEqual([1, 1, 2]);
});

test('every change of the outcome is carried', () => {
  const passed = { ...failed, choice: ['passed', '0.1.0', 'call'], at: failed.at + 1 };
  expect(carriedEvents([failed, passed], [])).toEqual([failed, passed]);
});

test('a code carries every refresher under its name, in the format of outcomes', () => {
  const refreshed = { ...failed, item: 'refresher', at: failed.at + 9 };
  const again = { ...refreshed, choice: ['passed', '0.1.0', 'call'], at: failed.at + 90 };
  const bytes = eventsToBytes(carriedEvents([failed, refreshed, again], []), COURSE);
  expect((bytes[0] ?? 0) >>> 4).toBe(2);
  expect(readCode(bytesToText(bytes), COURSE, [])).toEqual({
    ok: true,
    events: [failed, refreshed, again],
  });
});
