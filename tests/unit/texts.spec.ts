import { expect, test } from '@playwright/test';
import { isStale } from '../../src/domain/ledger.ts';
import { localDay } from '../../src/domain/local-day.ts';
import { pathsUnder } from '../../src/i18n/paths.ts';
import { translator } from '../../src/i18n/translator.ts';

const texts = {
  map: {
    'minutes-one': '{count} minute',
    'minutes-other': '{count} minutes',
    door: 'Door {number}',
  },
};

test('a text is filled in, and what has no value stays as it is', () => {
  const t = translator(texts, 'en-IN', 'content/ui/en.yml');
  expect(t('map.door', { number: 3 })).toBe('Door 3');
  expect(t('map.door')).toBe('Door {number}');
});

test('a number picks the form of its language: in Hindi nought and one share one', () => {
  const english = translator(texts, 'en-IN', 'content/ui/en.yml');
  const hindi = translator(texts, 'hi-IN', 'content/ui/hi.yml');
  expect([0, 1, 2].map((count) => english('map.minutes', { count }))).toEqual([
    '0 minutes',
    '1 minute',
    '2 minutes',
  ]);
  expect([0, 1, 2].map((count) => hindi('map.minutes', { count }))).toEqual([
    '0 minute',
    '1 minute',
    '2 minutes',
  ]);
});

test('a missing text is named with its file and what to add', () => {
  const t = translator(texts, 'en-IN', 'content/ui/en.yml');
  expect(() => t('map.corridor')).toThrow(
    'content/ui/en.yml has no text for "map.corridor". Add the line "corridor: …" under "map:", because a page must never show a bare key.',
  );
});

test('addresses lie below the base path, with or without its last slash', () => {
  for (const base of ['/dastak', '/dastak/']) {
    const paths = pathsUnder(base);
    expect(paths.chooser()).toBe('/dastak/');
    expect(paths.lesson('hi', 'notice', 'kinds-of-sign')).toBe('/dastak/hi/notice/kinds-of-sign/');
    expect(paths.check('en', 'notice')).toBe('/dastak/en/notice/check/');
  }
});

test('a test of a number is fresh for ninety days', () => {
  expect(isStale('2026-11-23', '2027-02-21')).toBe(false);
  expect(isStale('2026-11-23', '2027-02-22')).toBe(true);
  expect(isStale('never', '2027-02-22')).toBe(true);
});

test('At two at night a phone in Kota is a day ahead of Greenwich, and says so', () => {
  const day = (zone: string) => {
    const { TZ } = process.env;
    process.env['TZ'] = zone;
    try {
      return localDay(new Date('2026-11-22T20:30:00Z'));
    } finally {
      if (TZ === undefined) delete process.env['TZ'];
      else process.env['TZ'] = TZ;
    }
  };
  expect([day('Asia/Kolkata'), day('UTC'), day('America/New_York')]).toEqual([
    '2026-11-23',
    '2026-11-22',
    '2026-11-22',
  ]);
});
