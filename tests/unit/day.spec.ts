import { expect, test } from '@playwright/test';
import { dateInWords, dayInWords } from '../../src/i18n/day.ts';

// English alone is American, with the month first.
test('A day is written with the day first, in every language of the course', () => {
  const written = ['en', 'en-IN', 'hi', 'hi-IN'].flatMap((locale) =>
    (['long', 'short'] as const).map((month) => dayInWords('2026-11-30', locale, month)),
  );
  expect(written).toEqual([
    ...['30 November 2026', '30 Nov 2026', '30 November 2026', '30 Nov 2026'],
    ...['30 नवंबर 2026', '30 नव॰ 2026', '30 नवंबर 2026', '30 नव॰ 2026'],
  ]);
});

test('A date that is known to the month or year alone is written no closer', () => {
  const written = (lang: string) =>
    ['2024-05-29', '2024-05', '2024'].map((date) => dateInWords(date, lang));
  expect(written('en')).toEqual(['29 May 2024', 'May 2024', '2024']);
  expect(written('hi')).toEqual(['29 मई 2024', 'मई 2024', '2024']);
});
