import type { Page } from '@playwright/test';
import { leads } from '../domain/outcome.ts';
import { claimToText } from '../exports/claim-code.ts';
import type { PageState } from './page-states.ts';
import { completedAt } from './refresher-states.ts';
import { bringRecord, goTo, press } from './state-steps.ts';

const LONG_AGO = new Date('2024-03-01T12:00:00Z');

const CLAIM = claimToText({
  learner: 'K7M2WXQ4R9ZB',
  name: 'Sunita Meena',
  place: 'Surya Hostel',
  role: 'warden',
  release: '1.0.0',
  on: '2026-11-30',
  met: leads,
  truths: ['none'],
  refreshed: '',
});

async function earned(page: Page, on: Date): Promise<void> {
  await bringRecord(page, completedAt(on));
  await goTo(page, 'certificate/');
  await page.locator('.earned').waitFor();
}

async function named(page: Page): Promise<void> {
  await page.locator('[name=name]').fill('सुनीता मीणा');
  await page.locator('[name=place]').fill('सूर्या हॉस्टल, कोटा');
  await press(page, '.who [type=submit]');
  await page.locator('.sheet').waitFor();
}

/** States of the certificate. */
export const certificateStates: readonly PageState[] = [
  { name: 'certificate, something missing', path: 'certificate/' },
  {
    name: 'certificate, name asked',
    path: 'certificate/',
    reach: (page) => earned(page, new Date()),
  },
  {
    name: 'certificate, shown to a coordinator',
    path: 'certificate/',
    isSheet: true,
    async reach(page) {
      await earned(page, new Date());
      await named(page);
      await press(page, '[data-do=show]');
      await page.locator('.ways').waitFor();
    },
  },
  {
    name: 'certificate, refresher overdue and nothing signed',
    path: 'certificate/',
    isSheet: true,
    async reach(page) {
      await earned(page, LONG_AGO);
      await named(page);
      await page.locator('[name=text]').fill('?');
      await press(page, '.back [type=submit]');
      await page.locator('.arrived:not(:empty)').waitFor();
    },
  },
  {
    name: 'certificate, somebody’s claim',
    path: `certificate/${CLAIM}`,
    reach: (page) => page.locator('.claim').waitFor(),
  },
  {
    name: 'certificate, claim refused',
    path: 'certificate/#z=broken',
    reach: (page) => page.locator('.arrived:not(:empty)').waitFor(),
  },
];
