import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import {
  composeHandOver,
  handOverFields,
  handOverToText,
  openFields,
} from '../../src/exports/hand-over.ts';
import { anyTextOf } from '../support/any-text.ts';

const fields = Object.keys(handOverFields);
const say = (key: string) => key.toUpperCase();
const full = {
  ...{ initials: 'RK', room: '204', told: 'Hostel owner', 'told-at': '22:40' },
  ...{ rang: 'Tele-MANAS', sits: 'Day warden', 'sits-until': '06:30' },
  ...{ checks: 'Academic head', 'checks-at': '08:00', 'looks-at': 'Breakfast, a call home' },
};

test('A card is passed on as text, line by line', () => {
  expect(handOverToText(composeHandOver(full), say)).toBe(`TITLE

TONIGHT
INITIALS: RK
ROOM: 204
TOLD: Hostel owner
TOLD-AT: 22:40
RANG: Tele-MANAS
SITS: Day warden
SITS-UNTIL: 06:30

TOMORROW
CHECKS: Academic head
CHECKS-AT: 08:00
LOOKS-AT: Breakfast, a call home

FOOTER`);
});

test('A part without a word is left out, and what has to be settled is named', () => {
  const card = composeHandOver({ told: ' Hostel \n owner ', room: '' });
  expect(handOverToText(card, say)).toBe('TITLE\n\nTONIGHT\nTOLD: Hostel owner\n\nFOOTER');
  expect(openFields(card)).toEqual(['sits', 'sits-until', 'checks', 'checks-at']);
  expect(openFields(composeHandOver(full))).toEqual([]);
});

test('Of a name two letters are kept, in any script', () => {
  const initials = (typed: string) => composeHandOver({ initials: typed }).initials;
  expect(initials('Rohan Kumar')).toBe('Ro');
  expect(initials('R. K.')).toBe('RK');
  expect(initials('रोहन')).toBe('रोह');
  expect(initials('12')).toBeUndefined();
});

test('A time is a time or nothing', () => {
  const at = (typed: string) => composeHandOver({ 'told-at': typed })['told-at'];
  expect(at('07:05')).toBe('07:05');
  for (const typed of ['25:00', '7:05', 'soon', '07:05:00']) expect(at(typed)).toBeUndefined();
});

test('There is no field for a name, and none beyond those of the card', () => {
  expect(composeHandOver({ ...full, name: 'Rohan', __proto__: 'x' })).toEqual(full);
  expect(fields.filter((field) => field.includes('name'))).toEqual([]);
});

test('Whatever is typed, each value is one short line, and composing it again changes nothing', () => {
  const typed = fc.dictionary(
    fc.oneof(fc.constantFrom(...fields), fc.string()),
    fc.oneof(
      anyTextOf(400),
      fc.constantFrom('<img src=x onerror=alert(1)>', 'a \u202e\u0000\u2028 b', '</dd><script>'),
    ),
  );
  fc.assert(
    fc.property(typed, (values) => {
      const card = composeHandOver(values);
      const isTidy = Object.entries(card).every(
        ([field, value]) =>
          (fields as string[]).includes(field) &&
          value === value.trim() &&
          !/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]| {2}/u.test(value) &&
          (field === 'initials' ||
            [...value].length <= handOverFields[field as keyof typeof handOverFields]),
      );
      const lines = handOverToText(card, say).split('\n').filter(Boolean);
      return (
        isTidy &&
        isDeepStrictEqual(composeHandOver(card as Record<string, string>), card) &&
        lines.length <= 4 + fields.length
      );
    }),
    { numRuns: 500 },
  );
});
