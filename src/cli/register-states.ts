import type { Page } from '@playwright/test';
import { localDay } from '../domain/local-day.ts';
import { registerToFile } from '../exports/register-file.ts';
import { madeEntries } from './made-register.ts';
import { type PageState, sheetsAt } from './page-state.ts';
import { press } from './state-steps.ts';

/** A register of a dozen people, two of whom may be one. */
function madeRegister(): string {
  const entries = madeEntries(12, localDay(new Date()));
  const [first] = entries;
  const learner = 'ZZZZZZZZZZZZ';
  const twin = first?.claim && { ...first, learner, claim: { ...first.claim, learner } };
  return registerToFile(twin ? [...entries, twin] : entries);
}

async function take(page: Page, text: string): Promise<void> {
  await page.locator('dastak-register[data-open]').waitFor();
  const file = { name: 'desk.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
  await page.locator('[name=files]').setInputFiles(file);
  await page.locator('.take .heard:not(:empty)').waitFor();
}

/** The register of a coordinator. */
export const registerStates: readonly PageState[] = sheetsAt('register/', {
  'register, empty': null,
  async 'register, no code found and nobody chosen'(page) {
    await take(page, 'nothing');
    await press(page, '[data-do=attest-sign]');
    await page.locator('.sign-said:not(:empty)').waitFor();
  },
  async 'register, key missing'(page) {
    await take(page, madeRegister());
    await press(page, '[data-do=choose-all]');
    for (const name of ['by', 'signer'])
      await page.locator(`.sign [name=${name}]`).fill('Kavita Jain');
    await press(page, '[data-do=attest-sign]');
    await page.locator('.sign-said:not(:empty)').waitFor();
  },
  async 'register, somebody open, counts shown, erasing asked'(page) {
    await take(page, madeRegister());
    await press(page, '.people [data-do=open]');
    await press(page, '.counts summary');
    await press(page, '[data-do=erase]');
  },
  async 'register, nobody found'(page) {
    await take(page, madeRegister());
    await page.locator('.look [name=search]').fill('zzzz');
  },
});
