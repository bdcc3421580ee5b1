import type { Page } from '@playwright/test';
import { leads } from '../domain/outcome.ts';
import { claimToText } from '../exports/claim-code.ts';
import { type PageState, sheetsAt, statesAt } from './page-state.ts';
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
  ...statesAt('certificate/', {
    'certificate, something missing': null,
    'certificate, name asked': (page) => earned(page, new Date()),
  }),
  ...sheetsAt('certificate/', {
    async 'certificate, shown to a coordinator'(page) {
      await earned(page, new Date());
      await named(page);
      await press(page, '[data-do=show]');
      await page.locator('.ways').waitFor();
    },
    async 'certificate, refresher overdue and nothing signed'(page) {
      await earned(page, LONG_AGO);
      await named(page);
      await page.locator('[name=text]').fill('?');
      await press(page, '.back [type=submit]');
      await page.locator('.arrived:not(:empty)').waitFor();
    },
  }),
  ...statesAt(`certificate/${CLAIM}`, {
    'certificate, somebody’s claim': (page) => page.locator('.claim').waitFor(),
  }),
  ...statesAt('certificate/#z=broken', {
    'certificate, claim refused': (page) => page.locator('.arrived:not(:empty)').waitFor(),
  }),
];
