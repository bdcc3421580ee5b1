import { expect, test } from '@playwright/test';
import { dayInWords } from '../../src/i18n/day.ts';

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
