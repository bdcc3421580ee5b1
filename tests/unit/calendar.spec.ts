import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { daysToCalendar } from '../../src/exports/calendar.ts';
import { assertAtMost } from '../support/compare.ts';

const made = new Date('2026-11-30T14:30:15.123Z');
const address = 'https://dastak.example/hi/refresher/';
const file = (more: { days?: string[]; title?: string; note?: string }) =>
  daysToCalendar({
    ...{ days: ['2026-12-21', '2027-02-28'], title: 'दस्तक: आठ-दस मिनट', note: '', address, made },
    ...more,
  });
/** The entries as a parser that is not ours reads them. */
const entries = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((entry) => {
    const event = new ICAL.Event(entry);
    const alarm = entry.getFirstSubcomponent('valarm');
    return {
      uid: event.uid,
      title: event.summary,
      note: event.description,
      starts: event.startDate.toString(),
      isDay: event.startDate.isDate,
      stamp: `${entry.getFirstPropertyValue('dtstamp')}`,
      url: `${entry.getFirstPropertyValue('url')}`,
      alarm: `${alarm?.getFirstPropertyValue('trigger')}`,
    };
  });

test('a calendar holds each day as an entry for the whole day, with a reminder in the morning', () => {
  const entry = (day: string) => ({
    ...{
      uid: `refresher-${day}@dastak.example`,
      title: 'दस्तक: आठ-दस मिनट',
      note: 'मन हो, तो; साथ में',
    },
    ...{ starts: day, isDay: true, stamp: '2026-11-30T14:30:15Z', url: address, alarm: 'PT9H' },
  });
  const text = file({ note: 'मन हो, तो; साथ में' });
  expect(entries(text)).toEqual([entry('2026-12-21'), entry('2027-02-28')]);
  const [calendar] = [new ICAL.Component(ICAL.parse(text))];
  expect(calendar?.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar?.getFirstPropertyValue('prodid')).toBe('-//dastak.example//Dastak//EN');
});

test('a calendar without days is a calendar still', () => {
  expect(entries(file({ days: [] }))).toEqual([]);
});

test('any text comes back from the calendar as it was, and no line is longer than 75 octets', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 });
  const special = fc
    .array(fc.constantFrom('\\', ';', ',', '\n', ':', 'क्षि', '👩‍👩‍👧', 'n', ' ', 'BEGIN:VEVENT'))
    .map((all) => all.join(''));
  const inText = (one: string) => one.replace(/\p{Cc}/gu, (sign) => (sign === '\n' ? '\n' : ''));
  fc.assert(
    fc.property(fc.oneof(text, special), fc.oneof(text, special), (title, note) => {
      const calendar = file({ days: ['2026-12-21'], title: inText(title), note: inText(note) });
      const read = entries(calendar).map((entry) => [entry.title, entry.note]);
      assert.deepEqual(read, [[inText(title), inText(note)]]);
      const lines = calendar.split('\r\n');
      assert.equal(lines.pop(), '');
      for (const line of lines) {
        assert.doesNotMatch(line, /[\r\n]/);
        assertAtMost(Buffer.byteLength(line), 75);
      }
      // Each line is whole letters, also where it was broken.
      assert.equal(Buffer.from(calendar).toString(), calendar);
    }),
  );
});
