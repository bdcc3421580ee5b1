import type { Page } from '@playwright/test';
import { numbersToFragment } from '../exports/numbers-code.ts';
import { certificateStates } from './certificate-states.ts';
import { showCredential, strangersCredential } from './credential-steps.ts';
import { lessonStates } from './lesson-states.ts';
import { type PageState, sheetsAt, statesAt } from './page-state.ts';
import { practiceStates } from './practice-states.ts';
import { refresherStates } from './refresher-states.ts';
import { registerStates } from './register-states.ts';
import { roundStates } from './round-states.ts';
import { END, fillNumber, goTo, makeRecord, press, sharePhone, talk } from './state-steps.ts';

const RUNG_LONG_AGO = { by: 'R K', on: '2024-01-15' };

const ARRIVED = numbersToFragment([
  { kind: 'owner', name: 'Hostel owner', number: '07440000002', by: '', on: '', place: '' },
  { kind: 'counsellor', name: 'S Meena', number: '07440000003', ...RUNG_LONG_AGO, place: '' },
]);

/**
 * Every kind of page, and the states that its parts know: before, wrong, right, done, empty, refused, overdue, asked,
 * shared, blocked. The crawler of the tests and the gallery go through them, each in a page that keeps nothing yet.
 */
export const pageStates: readonly PageState[] = [
  ...statesAt('../', { 'front page': null }),
  ...statesAt('', {
    'corridor, first visit': null,
    'corridor, role chosen': (page) => press(page, '[data-role=warden]'),
    'menu, open': (page) => press(page, '.bar [popovertarget]'),
  }),
  ...statesAt('help/', { help: null }),
  ...statesAt('now/', {
    'now, before': null,
    async 'now, danger here'(page) {
      for (const id of ['danger-yes', 'place-here', 'minor-yes'])
        await press(page, `label:has(#${id})`);
    },
    async 'now, hurt elsewhere'(page) {
      for (const id of ['danger-hurt', 'place-other', 'channel-post'])
        await press(page, `label:has(#${id})`);
    },
  }),
  ...statesAt('our-numbers/', {
    'own numbers, none': null,
    'own numbers, refused': (page) => fillNumber(page, 'nobody'),
    async 'own numbers, one kept'(page) {
      await fillNumber(page, '07440000001');
      await page.locator('.own-numbers li').first().waitFor();
    },
    'own numbers, rung too long ago': keepStaleNumber,
    async 'own numbers, passed on'(page) {
      await fillNumber(page, '07440000001');
      await press(page, '[data-pass=copy]');
      await press(page, '[data-pass=qr]');
      await page.locator('canvas').waitFor();
    },
  }),
  ...statesAt(`our-numbers/${ARRIVED}`, {
    'own numbers, arrived': (page) => page.locator('.arrived').waitFor(),
  }),
  ...statesAt('our-numbers/#n=broken', { 'own numbers, link refused': null }),
  ...statesAt('our-numbers/', {
    async 'help, own numbers rung too long ago'(page) {
      await keepStaleNumber(page);
      await goTo(page, 'help/');
    },
  }),
  ...sheetsAt('poster/', { poster: null }),
  ...sheetsAt('hand-over/', {
    'hand-over, before': null,
    async 'hand-over, card made'(page) {
      await page.locator('[name=initials]').fill('R K');
      await press(page, 'dastak-hand-over form [type=submit]');
    },
    'hand-over, refused': (page) => press(page, 'dastak-hand-over form [type=submit]'),
  }),
  ...statesAt('me/', { 'about the learner': null }),
  ...statesAt('verify/', {
    'check of a certificate': null,
    'check of a certificate, refused': (page) => showCredential(page, 'eyJhbGciOiJub25lIn0.e30.'),
    'check of a certificate, signer unknown': async (page) =>
      showCredential(page, await strangersCredential()),
  }),
  ...statesAt('my-data/', {
    'record, empty': null,
    'record, code made': makeCode,
    async 'record, code refused and erasing asked'(page) {
      await makeRecord(page);
      await page.locator('[name=code]').fill('7777 7777 7777 7777 7777');
      await press(page, 'dastak-transfer form [type=submit]');
      await press(page, '[data-do=one]');
    },
  }),
  ...statesAt('outcome/', {
    'outcome, nothing yet': null,
    async 'outcome, something done'(page) {
      await goTo(page, 'practice/warden-tiffin/');
      await talk(page, END);
      await goTo(page, 'outcome/');
    },
  }),
  ...statesAt('glossary/', { glossary: null }),
  ...statesAt('sources/', { sources: null }),
  ...statesAt('about/', { about: null }),
  ...statesAt('my-data/', {
    async 'record, two people'(page) {
      await makeRecord(page);
      await addPerson(page);
    },
    async 'record, code looked at'(page) {
      await makeCode(page);
      const code = (await page.locator('.groups li').allTextContents()).join(' ');
      await addPerson(page);
      await page.locator('[name=code]').fill(code);
      await press(page, 'dastak-transfer form [type=submit]');
      await page.locator('.preview').waitFor();
    },
  }),
  ...statesAt('', {
    async 'shared phone, asking'(page) {
      await makeRecord(page);
      await sharePhone(page);
      await goTo(page, '');
      await page.locator('dastak-profile-chooser').waitFor();
    },
  }),
  {
    name: 'corridor, nothing can be kept',
    path: '',
    before: (page) =>
      page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
      }),
    reach: (page) => page.locator('dastak-notice').waitFor(),
  },
  {
    name: 'corridor, browser too old',
    path: '',
    before: (page) =>
      page.addInitScript(() => {
        Reflect.deleteProperty(Promise, 'allSettled');
      }),
    reach: (page) => page.locator('.notice.still').waitFor(),
  },
  ...statesAt('../404.html', { 'page not found': null }),
  ...statesAt('../offline/', { 'page not on this phone': null }),
  ...certificateStates,
  ...lessonStates,
  ...practiceStates,
  ...registerStates,
  ...refresherStates,
  ...roundStates,
];

async function keepStaleNumber(page: Page): Promise<void> {
  await fillNumber(page, '07440000001', RUNG_LONG_AGO);
  await page.locator('[data-stale]').waitFor();
}

async function makeCode(page: Page): Promise<void> {
  await makeRecord(page);
  await press(page, '[data-do=make]');
  await page.locator('.groups li').last().waitFor({ state: 'attached' });
}

async function addPerson(page: Page): Promise<void> {
  await press(page, '[data-do=new]');
  await page.locator('.others li').first().waitFor();
}
