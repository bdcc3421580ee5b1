import { expect, test } from '@playwright/test';
import { dayOf } from '../../src/build/day.ts';
import { timeZoneIn } from '../../src/build/site.ts';
import { contentProblems } from '../../src/rules/index.ts';
import { errorsIn, warningsIn } from '../../src/rules/problem.ts';
import { put, TODAY, tinyFiles } from './tiny-course.ts';

const SITE = `institution: { hi: सूर्या हॉस्टल, en: Surya Hostel }
district: kota
address: https://example.org/dastak/
exit: https://example.org/
contact: null
contacts:
  - { id: our-warden, kind: warden, name: { hi: कोई, en: Somebody }, number: "07440000", tested: { by: AB, on: "2026-11-01" } }
issuers: []
`;

test('Whatever the day, the same files have the same errors; only warnings come with time', () => {
  const files = tinyFiles({
    'content/site.yml': SITE,
    'content/helplines.yml': put('tested: null', 'tested: { by: AB, on: "2026-11-01" }'),
  });
  const found = ['2000-01-01', TODAY, '2027-03-01', '2029-03-01'].map((day) => {
    const problems = contentProblems(files, day);
    return {
      day,
      errors: errorsIn(problems),
      warnings: warningsIn(problems).map((one) => one.value),
    };
  });
  expect(found).toEqual([
    { day: '2000-01-01', errors: [], warnings: ['2026-11-01', '2026-11-01'] },
    { day: TODAY, errors: [], warnings: [] },
    { day: '2027-03-01', errors: [], warnings: ['2026-11-01'] },
    { day: '2029-03-01', errors: [], warnings: ['2026-11-01', '2027-06-01'] },
  ]);
});

test('A day begins at midnight in Kota, not in Greenwich', () => {
  expect(dayOf(new Date('2026-11-23T18:29:59Z'))).toBe('2026-11-23');
  expect(dayOf(new Date('2026-11-23T18:30:00Z'))).toBe('2026-11-24');
});

test('The day is that of the institution, and that of Kota where site.yml names no zone that is known', () => {
  const moment = new Date('2026-11-23T18:35:00Z');
  for (const [text, day] of [
    ['timeZone: Asia/Kathmandu', '2026-11-24'],
    ['timeZone: Asia/Dubai', '2026-11-23'],
    ['timeZone: Asia/Nowhere', '2026-11-24'],
    ['district: kota', '2026-11-24'],
    ['', '2026-11-24'],
    ['{', '2026-11-24'],
  ] as const)
    expect(dayOf(moment, timeZoneIn(text)), text).toBe(day);
});
