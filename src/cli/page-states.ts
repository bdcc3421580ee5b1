import type { Disposable, Page } from '@playwright/test';
import { numbersToFragment } from '../exports/numbers-code.ts';
import { certificateStates } from './certificate-states.ts';
import { showCredential, strangersCredential } from './credential-steps.ts';
import { lessonStates } from './lesson-states.ts';
import { practiceStates } from './practice-states.ts';
import { refresherStates } from './refresher-states.ts';
import { registerStates } from './register-states.ts';
import { roundStates } from './round-states.ts';
import { END, fillNumber, goTo, makeRecord, press, sharePhone, talk } from './state-steps.ts';

/** A page of the course as a learner has brought it about, in whichever language. */
export interface PageState {
  name: string;
  /** The page's address below that of its language. */
  path: string;
  /** Whether a sheet of its own is printed in place of what the screen shows. */
  isSheet?: true;
  /** Does what must be so before the page opens, such as a store that cannot be written, and gives what takes it back. */
  before?(page: Page): Promise<Disposable>;
  /** Does what brings the state about, once the page is there. */
  reach?(page: Page): Promise<void>;
}

const RUNG_LONG_AGO = { by: 'R K', on: '2024-01-15' };

const ARRIVED = numbersToFragment([
  { kind: 'owner', name: 'Hostel owner', number: '07440000002', by: '', on: '', place: '' },
  { kind: 'counsellor', name: 'S Meena', number: '07440000003', ...RUNG_LONG_AGO, place: '' },
]);

/**
 * Opens the page of a state and brings the state about; what it needed beforehand holds for no page that is opened later.
 * @param page one that keeps nothing yet
 * @param site the address of the built site, with `/` at its end
 */
export async function openState(
  page: Page,
  site: string,
  language: string,
  { path, before, reach }: PageState,
): Promise<void> {
  const prepared = await before?.(page);
  await page.goto(`${site}${language}/${path}`);
  await reach?.(page);
  await prepared?.dispose();
}

/**
 * Every kind of page, and the states that its parts know: before, wrong, right, done, empty, refused, overdue, asked,
 * shared, blocked. The crawler of the tests and the gallery go through them, each in a page that keeps nothing yet.
 */
export const pageStates: readonly PageState[] = [
  { name: 'front page', path: '../' },
  { name: 'corridor, first visit', path: '' },
  {
    name: 'corridor, role chosen',
    path: '',
    reach: (page) => press(page, '[data-role=warden]'),
  },
  { name: 'menu, open', path: '', reach: (page) => press(page, '.bar [popovertarget]') },
  { name: 'help', path: 'help/' },
  { name: 'now, before', path: 'now/' },
  {
    name: 'now, danger here',
    path: 'now/',
    async reach(page) {
      for (const id of ['danger-yes', 'place-here', 'minor-yes'])
        await press(page, `label:has(#${id})`);
    },
  },
  {
    name: 'now, hurt elsewhere',
    path: 'now/',
    async reach(page) {
      for (const id of ['danger-hurt', 'place-other', 'channel-post'])
        await press(page, `label:has(#${id})`);
    },
  },
  { name: 'own numbers, none', path: 'our-numbers/' },
  {
    name: 'own numbers, refused',
    path: 'our-numbers/',
    reach: (page) => fillNumber(page, 'nobody'),
  },
  {
    name: 'own numbers, one kept',
    path: 'our-numbers/',
    async reach(page) {
      await fillNumber(page, '07440000001');
      await page.locator('.own-numbers li').first().waitFor();
    },
  },
  {
    name: 'own numbers, rung too long ago',
    path: 'our-numbers/',
    async reach(page) {
      await fillNumber(page, '07440000001', RUNG_LONG_AGO);
      await page.locator('[data-stale]').waitFor();
    },
  },
  {
    name: 'own numbers, passed on',
    path: 'our-numbers/',
    async reach(page) {
      await fillNumber(page, '07440000001');
      await press(page, '[data-pass=copy]');
      await press(page, '[data-pass=qr]');
      await page.locator('canvas').waitFor();
    },
  },
  {
    name: 'own numbers, arrived',
    path: `our-numbers/${ARRIVED}`,
    reach: (page) => page.locator('.arrived').waitFor(),
  },
  { name: 'own numbers, link refused', path: 'our-numbers/#n=broken' },
  {
    name: 'help, own numbers rung too long ago',
    path: 'our-numbers/',
    async reach(page) {
      await fillNumber(page, '07440000001', RUNG_LONG_AGO);
      await page.locator('[data-stale]').waitFor();
      await goTo(page, 'help/');
    },
  },
  { name: 'poster', path: 'poster/', isSheet: true },
  { name: 'hand-over, before', path: 'hand-over/', isSheet: true },
  {
    name: 'hand-over, card made',
    path: 'hand-over/',
    isSheet: true,
    async reach(page) {
      await page.locator('[name=initials]').fill('R K');
      await press(page, 'dastak-hand-over form [type=submit]');
    },
  },
  {
    name: 'hand-over, refused',
    path: 'hand-over/',
    isSheet: true,
    reach: (page) => press(page, 'dastak-hand-over form [type=submit]'),
  },
  { name: 'about the learner', path: 'me/' },
  { name: 'check of a certificate', path: 'verify/' },
  {
    name: 'check of a certificate, refused',
    path: 'verify/',
    reach: (page) => showCredential(page, 'eyJhbGciOiJub25lIn0.e30.'),
  },
  {
    name: 'check of a certificate, signer unknown',
    path: 'verify/',
    reach: async (page) => showCredential(page, await strangersCredential()),
  },
  { name: 'record, empty', path: 'my-data/' },
  {
    name: 'record, code made',
    path: 'my-data/',
    async reach(page) {
      await makeRecord(page);
      await press(page, '[data-do=make]');
      await page.locator('.groups li').last().waitFor({ state: 'attached' });
    },
  },
  {
    name: 'record, code refused and erasing asked',
    path: 'my-data/',
    async reach(page) {
      await makeRecord(page);
      await page.locator('[name=code]').fill('7777 7777 7777 7777 7777');
      await press(page, 'dastak-transfer form [type=submit]');
      await press(page, '[data-do=one]');
    },
  },
  { name: 'outcome, nothing yet', path: 'outcome/' },
  {
    name: 'outcome, something done',
    path: 'outcome/',
    async reach(page) {
      await goTo(page, 'practice/warden-tiffin/');
      await talk(page, END);
      await goTo(page, 'outcome/');
    },
  },
  { name: 'glossary', path: 'glossary/' },
  { name: 'sources', path: 'sources/' },
  { name: 'about', path: 'about/' },
  {
    name: 'record, two people',
    path: 'my-data/',
    async reach(page) {
      await makeRecord(page);
      await press(page, '[data-do=new]');
      await page.locator('.others li').first().waitFor();
    },
  },
  {
    name: 'record, code looked at',
    path: 'my-data/',
    async reach(page) {
      await makeRecord(page);
      await press(page, '[data-do=make]');
      const groups = page.locator('.groups li');
      await groups.last().waitFor({ state: 'attached' });
      const code = (await groups.allTextContents()).join(' ');
      await press(page, '[data-do=new]');
      await page.locator('.others li').first().waitFor();
      await page.locator('[name=code]').fill(code);
      await press(page, 'dastak-transfer form [type=submit]');
      await page.locator('.preview').waitFor();
    },
  },
  {
    name: 'shared phone, asking',
    path: '',
    async reach(page) {
      await makeRecord(page);
      await sharePhone(page);
      await goTo(page, '');
      await page.locator('dastak-profile-chooser').waitFor();
    },
  },
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
  { name: 'page not found', path: '../404.html' },
  { name: 'page not on this phone', path: '../offline/' },
  ...certificateStates,
  ...lessonStates,
  ...practiceStates,
  ...registerStates,
  ...refresherStates,
  ...roundStates,
];
