import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { localDay } from '../domain/local-day.ts';
import { registerToFile } from '../exports/register-file.ts';
import type { Row } from './bench-row.ts';
import { inChromium } from './browsers.ts';
import { madeEntries } from './made-register.ts';
import { inNewFolder } from './tools.ts';

const PASSPHRASE = 'tea glass beside the window';
/** What is typed into the search, one after the other. */
const SEARCHES = ['s', 'sharma', 'फरीद', 'surya hostel', 'nobody at all'];
/** How many are signed at once. */
const SIGNED = 100;
const PATIENCE = 600_000;

/** Measures a register of so many made-up people in the built page: take in, open, search, sign, export. */
export async function measureRegister(address: string, counts: readonly number[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of counts) {
    const measured = await inChromium((browser) =>
      inNewFolder(async (home) => {
        const page = await browser.newPage();
        page.setDefaultTimeout(PATIENCE);
        const file = join(home, `${count}.txt`);
        writeFileSync(file, registerToFile(madeEntries(count, localDay(new Date()))));
        const figures = await measureOne(page, `${address}en/register/`, file);
        const what = `register of ${count.toLocaleString('en')} people`;
        return figures.map(([name, text]) => ({ what, case: name, figures: text }));
      }),
    );
    rows.push(...measured);
  }
  return rows;
}

async function measureOne(page: Page, address: string, file: string): Promise<[string, string][]> {
  const ready = () => page.locator('dastak-register[data-open]').waitFor();
  await page.goto(address);
  await ready();
  const taken = await timed(async () => {
    await page.locator('[name=files]').setInputFiles(file);
    await page.locator('.heard', { hasText: 'Kept' }).waitFor();
  });
  const opened = await timed(async () => {
    await page.reload();
    await page.locator('.people tbody tr').nth(99).waitFor();
    await ready();
  });
  const searched = await page.evaluate(searchTimes, SEARCHES);
  await page.locator('.key summary').first().click();
  await page.locator('.make-key [name=passphrase]').fill(PASSPHRASE);
  await page.locator('.make-key [name=again]').fill(PASSPHRASE);
  await page.locator('.make-key [type=submit]').click();
  await page.locator('.keys li').waitFor();
  await page.locator('.look [name=state]').selectOption('trained');
  await page
    .locator('.people tbody tr')
    .nth(SIGNED - 1)
    .waitFor();
  await page.evaluate(chooseShown, SIGNED);
  await page.locator('.sign [name=by]').fill('Kavita Jain, coordinator');
  await page.locator('.sign [name=signer]').fill('Surya Hostel');
  const signed = await timed(async () => {
    await page.locator('[data-do=attest-sign]').click();
    await page.locator('.sign-said', { hasText: `${SIGNED} are signed` }).waitFor();
  });
  await page.locator('.look [name=state]').selectOption('');
  const csv = await downloaded(page, 'csv');
  const backup = await downloaded(page, 'backup');
  const [worst = 0] = searched.toSorted((a, b) => b - a);
  return [
    ['take in the file of another desk', `${taken} ms`],
    ['open the page, until a hundred rows are there', `${opened} ms`],
    ['search, until the rows are drawn', `${list(searched)}; worst ${worst.toFixed(0)} ms`],
    [`attest, sign and keep ${SIGNED}`, `${signed} ms`],
    ['table for the inspection', csv],
    ['backup', backup],
  ];
}

const list = (times: readonly number[]) => `${times.map((time) => time.toFixed(0)).join(', ')} ms`;

async function timed(work: () => Promise<unknown>): Promise<string> {
  const begin = performance.now();
  await work();
  return (performance.now() - begin).toFixed(0);
}

async function downloaded(page: Page, action: string): Promise<string> {
  const begin = performance.now();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-do=${action}]`).click(),
  ]);
  const path = await download.path();
  const time = (performance.now() - begin).toFixed(0);
  return `${time} ms, ${statSync(path).size.toLocaleString('en')} bytes`;
}

/** Runs in the page: how long each search takes until its rows stand in the page and are laid out, the smallest of three. */
function searchTimes(searches: readonly string[]): number[] {
  const field = document.querySelector('.look [name=search]') as HTMLInputElement;
  return searches.map((search) => {
    const times = [0, 0, 0].map(() => {
      const begin = performance.now();
      field.value = search;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      void document.body.offsetHeight;
      const time = performance.now() - begin;
      field.value = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return time;
    });
    return Math.min(...times);
  });
}

/** Runs in the page: chooses so many of those that are drawn. */
function chooseShown(count: number): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('.people [name=chosen]')];
  for (const box of boxes.slice(0, count)) box.click();
}
