import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { previewImport } from '../../src/domain/import-preview.ts';
import { inAppBrowser, isPurging } from '../../src/domain/in-app.ts';
import { tidyLabel } from '../../src/domain/label.ts';
import { profileColours } from '../../src/domain/profile.ts';
import {
  type EventKind,
  eventKinds,
  mergeEvents,
  type ProgressEvent,
} from '../../src/domain/progress.ts';

const event = (kind: EventKind, item: string, at: number, ...choice: string[]): ProgressEvent => ({
  kind,
  item,
  choice,
  at,
  try: 1,
});

test('a look at an import tells what it would change, and in which setting', () => {
  const here = [
    event('set', 'language', 1, 'hi'),
    event('set', 'role', 1, 'warden'),
    event('answer', 'two-changes', 2, 'a'),
    event('card', 'plate', 2),
  ];
  const coming = [
    event('set', 'language', 5, 'en'),
    event('set', 'role', 0, 'peer'),
    event('set', 'label', 5, 'रवि'),
    event('answer', 'two-changes', 2, 'a'),
    event('answer', 'two-changes', 3, 'b'),
    event('answer', '#0k3z', 3, 'b'),
    event('run', 'eleven-pm', 3, 'c02'),
    event('done', 'notice-check', 4),
    event('card', 'plate', 9),
    event('card', 'door', 9),
  ];
  expect(previewImport(here, coming)).toEqual({
    answers: 2,
    runs: 1,
    steps: 1,
    places: 1,
    unknown: 1,
    settings: [
      { name: 'language', from: 'hi', to: 'en' },
      { name: 'label', from: null, to: 'रवि' },
    ],
    isNothing: false,
  });
});

test('an import of what is here already changes nothing', () => {
  const kind = fc.constantFrom<EventKind>(...eventKinds);
  const events = fc.array(
    fc.record({
      kind,
      item: fc.constantFrom('plate', 'door'),
      choice: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
      at: fc.nat(3),
      try: fc.integer({ min: 1, max: 2 }),
    }),
  );
  fc.assert(
    fc.property(events, (all) => {
      const { isNothing, settings, answers, runs, steps, places } = previewImport(
        mergeEvents(all),
        all,
      );
      assert.deepEqual({ isNothing, settings }, { isNothing: true, settings: [] });
      assert.equal(answers + runs + steps + places, 0);
    }),
  );
});

const phones = {
  chromeAndroid:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  firefoxAndroid: 'Mozilla/5.0 (Android 13; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
  safariPhone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  chromePhone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1',
  safariMac:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  chromeMac:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  whatsApp:
    'Mozilla/5.0 (Linux; Android 12; SM-A125F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36 WhatsApp/2.25.1.1 A',
  facebook:
    'Mozilla/5.0 (Linux; Android 12; SM-A125F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/400.0.0.1;]',
  facebookPhone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/400.0.0.1]',
  instagram:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 300.0.0.1',
  someApp:
    'Mozilla/5.0 (Linux; Android 12; SM-A125F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36',
  someAppPhone:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
};

test('browsers inside apps are told from browsers of their own', () => {
  const told = Object.fromEntries(
    Object.entries(phones).map(([name, agent]) => [name, inAppBrowser(agent)]),
  );
  expect(told).toEqual({
    chromeAndroid: null,
    firefoxAndroid: null,
    safariPhone: null,
    chromePhone: null,
    safariMac: null,
    chromeMac: null,
    whatsApp: 'whatsapp',
    facebook: 'facebook',
    facebookPhone: 'facebook',
    instagram: 'instagram',
    someApp: 'other',
    someAppPhone: 'other',
  });
});

test('browsers that forget after seven days are known, unless the site is on the home screen', () => {
  const forgets = Object.entries(phones)
    .filter(([, agent]) => isPurging(agent, false))
    .map(([name]) => name);
  expect(forgets).toEqual([
    'safariPhone',
    'chromePhone',
    'safariMac',
    'facebookPhone',
    'instagram',
    'someAppPhone',
  ]);
  expect(isPurging(phones.safariPhone, true)).toBe(false);
});

test('a label is cut at whole characters and rid of what is not to be seen', () => {
  expect(tidyLabel('  सुनीता \n मैम\u0000 ')).toBe('सुनीता मैम');
  expect(tidyLabel('क्षत्रिय'.repeat(20))).toBe('क्षत्रिय'.repeat(8));
  expect(tidyLabel(' \t ')).toBe('');
  expect(new Set(profileColours).size).toBe(6);
});
