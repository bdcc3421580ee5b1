import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pagesBelow } from '../../src/build/built-files.ts';
import { walkCards } from '../support/learner.ts';
import { axe } from '../support/page.ts';
import { fixtureSite } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

test.use({ serviceWorkers: 'allow', reuseContext: false });

const { folder, base } = fixtureSite;

const hint = (page: Page) => page.locator('dastak-install');

for (const [lang, name] of [
  ['hi', 'दस्तक'],
  ['en', 'Dastak'],
]) {
  test(`The first screen shows a neutral name and a door, in ${lang}`, async () => {
    const app = JSON.parse(readFileSync(join(folder, `${lang}/app.json`), 'utf8'));
    expect(app).toMatchObject({
      name,
      short_name: name,
      lang,
      start_url: `${base}${lang}/`,
      scope: base,
      display: 'standalone',
    });
    expect(JSON.stringify(app)).not.toMatch(/suicid|सुसाइड|आत्महत्या|distress/i);
    for (const { src, sizes } of app.icons as { src: string; sizes: string }[]) {
      const png = readFileSync(join(folder, src.slice(base.length)));
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
      expect(png.length, src).toBeLessThan(8_000);
    }
    expect(app.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain('maskable');
    const pages = pagesBelow(folder);
    const shortcuts = (app.shortcuts as { url: string }[]).map(({ url }) => url.slice(base.length));
    expect(shortcuts).toContain(`${lang}/help/`);
    for (const shortcut of shortcuts) expect(pages).toContain(`${shortcut}index.html`);
    // The page of tonight's number comes with its own change; where it is built, it has its shortcut.
    expect(shortcuts.includes(`${lang}/now/`)).toBe(pages.includes(`${lang}/now/index.html`));
  });
}

test('After a finished check the page tells how to put the course on the first screen', async ({
  page,
}) => {
  await page.goto('./en/notice/check/#notice-result');
  await page.waitForFunction(async () => Boolean(await navigator.serviceWorker.ready));
  await expect(hint(page)).toBeHidden();
  const first = await page.locator('dastak-lesson .card').first().getAttribute('id');
  await page.goto(`./en/notice/check/#${first}`);
  await walkCards(page, 'en');
  await expect(hint(page)).toBeVisible();
  await expect(hint(page)).toContainText('choose "Add to home screen"');
  await axe(page);
});

test('Where the browser offers it, one press asks; the browser’s own banner is held back', async ({
  page,
}) => {
  await page.goto('./en/notice/check/');
  await page.waitForFunction(async () => Boolean(await navigator.serviceWorker.ready));
  const isHeldBack = await page.evaluate(() => {
    const question = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: async () => {
        document.documentElement.dataset['asked'] = 'yes';
      },
    });
    return !window.dispatchEvent(question);
  });
  expect(isHeldBack).toBe(true);
  await walkCards(page, 'en');
  await hint(page).getByRole('button', { name: 'Put it on the first screen' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-asked', 'yes');
  await expect(hint(page)).toBeHidden();
});

test('House fault 14: once it was asked, the browser’s own later event shows the hint no more', async ({
  page,
}) => {
  await page.goto('./en/notice/check/');
  await page.waitForFunction(async () => Boolean(await navigator.serviceWorker.ready));
  const offer = () =>
    page.evaluate(() => {
      const question = new Event('beforeinstallprompt', { cancelable: true });
      window.dispatchEvent(Object.assign(question, { prompt: async () => undefined }));
    });
  await offer();
  await walkCards(page, 'en');
  await hint(page).getByRole('button', { name: 'Put it on the first screen' }).click();
  await offer();
  await expect(hint(page)).toBeHidden();
});

test.describe('On an iPhone', () => {
  test.use({
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  });
  test('the hint names the Share button @chromium', async ({ page }) => {
    await page.goto('./hi/notice/check/');
    await walkCards(page, 'hi');
    await expect(hint(page)).toContainText('शेयर का बटन');
  });
});
