import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow, pagesBelow } from '../../src/build/built-files.ts';
import { packageDrive } from '../../src/cli/package.ts';
import { giveAnswer, says, shownCard } from '../support/learner.ts';
import { lines } from '../support/page.ts';
import { test as base, expect } from '../support/test.ts';

const test = base.extend<object, { drive: string }>({
  drive: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its pattern.
    async ({}, use) => {
      const home = mkdtempSync(join(tmpdir(), 'dastak-drive-'));
      const drive = join(home, 'dastak');
      await packageDrive(drive);
      await use(drive);
      rmSync(home, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});
test.use({ site: 'course' });
// The drive is made once a worker.
test.describe.configure({ mode: 'default' });

const open = (drive: string, path: string) => pathToFileURL(join(drive, path)).href;

test('The pen drive holds no module scripts, no worker, no fetch and no address from the root @chromium', ({
  drive,
}) => {
  const files = filesBelow(drive);
  expect(files.filter((file) => /sw\.js|app\.json|_headers|files-/.test(file))).toEqual([]);
  const pages = pagesBelow(drive).map((page) => readFileSync(join(drive, page), 'utf8'));
  for (const html of pages) {
    expect(html).not.toMatch(/type="module"|rel="manifest"|(?:href|src|data-address)="\//);
    expect(html).not.toMatch(/(?:href|data-address)="[^":]*\/(?:#[^"]*)?"/);
    // The gate, and one with everything else.
    expect((html.match(/<script\b/g) ?? []).length).toBeLessThanOrEqual(2);
    expect(html).toContain('drive-note');
  }
  const scripts = files.filter((file) => file.endsWith('.js'));
  for (const script of scripts) {
    const text = readFileSync(join(drive, script), 'utf8');
    // Lists of withdrawn certificates are asked for; where none comes, the page says that it could not look.
    expect(text.replaceAll(/fetch\([\w$]+,\{cache:[\w$]+\}\)/g, '')).not.toMatch(
      /\bfetch\(|^import|[^.\w]import\(/,
    );
  }
});

test('Opened by a double-click the course keeps answers, goes on and tells its limits', async ({
  page,
  drive,
}) => {
  await page.goto(open(drive, 'index.html'));
  await page.getByRole('link', { name: says.en.start }).click();
  await expect(page).toHaveURL(/\/en\/index\.html$/);
  await page.getByRole('button', { name: says.en.warden }).click();
  await page.getByRole('link', { name: says.en.first }).click();
  await expect(page.locator('.card-steps')).toBeVisible();
  await page.getByRole('button', { name: says.en.next, exact: true }).click();
  await page.goto(open(drive, 'en/notice/check/index.html'));
  const card = shownCard(page);
  await giveAnswer(card, 'right');
  await card.getByRole('button', { name: says.en.check }).click();
  await expect(card.getByText(says.en.saved)).toBeVisible();
  await page.reload();
  await expect(shownCard(page).getByRole('status')).toContainText(says.en.right);
  await page.goto(open(drive, 'en/index.html'));
  await expect(page.locator('.door[data-module=notice]')).toHaveAttribute('data-state', 'begun');
  expect((await lines(page)).join(' ')).toContain('You are reading from a folder or pen drive.');
  await page.locator('.go').click();
  await expect(page.locator('.card:visible')).toHaveCount(1);
});

test('On the pen drive conversations are played, codes are made and numbers stand', async ({
  page,
  drive,
}) => {
  await page.goto(open(drive, 'hi/practice/warden-knock/index.html'));
  await page.getByRole('button', { name: 'बातचीत शुरू कीजिए' }).click();
  await page.locator('.choices button').first().click();
  await page.reload();
  await expect(page.locator('.choices button').first()).toBeVisible();
  await page.getByRole('link', { name: says.hi.help }).click();
  await expect(page.locator('a[href="tel:112"]').first()).toBeVisible();
  await page.goto(open(drive, 'en/my-data/index.html'));
  await expect(page.getByText('Here the course cannot be put on the phone.')).toBeVisible();
  await page.getByRole('button', { name: 'Show my code' }).click();
  await expect(page.locator('dastak-transfer .groups li').first()).toHaveText(/^[0-9A-Z]{6}$/);
  await page.getByRole('link', { name: 'हिंदी' }).click();
  await expect(page).toHaveURL(/\/hi\/my-data\/index\.html/);
});
