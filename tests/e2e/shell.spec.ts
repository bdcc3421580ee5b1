import type { BrowserContext, Page } from '@playwright/test';
import { says } from '../support/learner.ts';
import { withPagesInMemory } from '../support/profiles.ts';
import { expect, test } from '../support/test.ts';

test.describe(() => {
  test.use({ expected: /wikipedia|ERR_/ });

  /** Answers for the neutral page. Returns how often it was asked for so far. */
  async function elsewhere(context: BrowserContext): Promise<() => number> {
    let asked = 0;
    await context.route('https://www.wikipedia.org/**', (route) => {
      asked += 1;
      return route.fulfill({ body: '<title>elsewhere</title>', contentType: 'text/html' });
    });
    return () => asked;
  }

  /** Looks at three pages, leaves by the quick exit, and goes back twice: each page must leave again. */
  async function expectLeft(page: Page, address: string): Promise<void> {
    const asked = await elsewhere(page.context());
    for (const path of ['', 'notice/', 'notice/signs/']) {
      await page.goto(`${address}en/${path}`, { waitUntil: 'load' });
    }
    await page.getByRole('link', { name: says.en.exit }).click();
    for (let left = 1; left <= 3; left += 1) {
      await expect.poll(asked).toBe(left);
      await page.waitForURL('https://www.wikipedia.org/');
      await expect(page).toHaveTitle('elsewhere');
      // Playwright's own way back waits for a navigation that no page makes which comes from the browser's memory.
      if (left < 3) await page.evaluate(() => history.back());
    }
  }

  test('The quick exit leaves, and going back never shows the course @engines', async ({
    page,
    served,
  }) => {
    await expectLeft(page, served.address);
    // Whoever opens the course again has it again.
    await page.goto('./en/notice/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('After the quick exit no page comes back that the browser kept in its memory @chromium', async ({
    served,
    launchOptions,
  }) => {
    await withPagesInMemory(launchOptions, async (context) =>
      expectLeft(await context.newPage(), served.address),
    );
  });

  test('The quick exit stands on the screen however far a page is scrolled, and in the menu', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 560 });
    await page.goto('./en/notice/check/');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(page.getByRole('link', { name: says.en.exit })).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: says.en.menu, exact: true }).click();
    await expect(page.locator('.menu').getByRole('link', { name: says.en.exit })).toBeVisible();
  });

  test('Shift pressed three times leaves as well', async ({ page, context }) => {
    await elsewhere(context);
    await page.goto('./hi/notice/signs/');
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await page.waitForURL('https://www.wikipedia.org/');
  });
});

test('Field fault H: Shift pressed now and then, or with the mouse, never leaves a page', async ({
  page,
}) => {
  await page.goto('./en/hand-over/');
  const field = page.locator('input').first();
  const press = (times: number) =>
    page.evaluate((count) => {
      for (let at = 0; at < count; at += 1) {
        for (const type of ['keydown', 'keyup'])
          document.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', bubbles: true }));
      }
    }, times);
  for (let click = 0; click < 3; click += 1) await field.click({ modifiers: ['Shift'] });
  for (const letter of 'ABC') await page.keyboard.press(`Shift+${letter}`);
  // Two within a moment, the third after more than two seconds.
  await press(2);
  await page.waitForTimeout(2100);
  await press(1);
  await expect(field).toHaveValue('ABC');
  expect(page.url()).toContain('hand-over');
});

test('The foot of each page names the institution of site.yml', async ({ page }) => {
  for (const [address, name] of [
    ['./en/', 'Sample Hostel'],
    ['./en/help/', 'Sample Hostel'],
    ['./hi/notice/signs/', 'नमूना हॉस्टल'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('contentinfo')).toHaveText(name);
  }
});

test('Help is one press away from every page', async ({ page }) => {
  for (const address of [
    './hi/',
    './hi/notice/',
    './hi/notice/signs/',
    './hi/notice/check/',
    './hi/sources/',
    './hi/my-data/',
  ]) {
    await page.goto(address);
    await page.locator('.help-now').click();
    await expect(page).toHaveURL(/\/hi\/help\/$/);
  }
});

test('The switch turns the page dark and the next visit stays dark @engines', async ({ page }) => {
  await page.goto('./en/');
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('./en/notice/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('The switch says whether the page is dark when the system turns dark or light while it is open @chromium', async ({
  page,
}) => {
  await page.goto('./en/');
  for (const scheme of ['dark', 'light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    const pressed = scheme === 'dark';
    await expect(page.getByRole('button', { name: 'Light or dark', pressed })).toBeVisible();
  }
});

test('Numbers say that nobody has tested them from here', async ({ page }) => {
  await page.goto('./en/help/');
  const numbers = page.locator('.number');
  for (const number of await numbers.all()) {
    await expect(number).toContainText('Nobody has yet rung this number from here to test it.');
  }
  await expect(page.getByText('Your hostel has not filled this in. Ring 112.')).toBeVisible();
});

test('No page is wider than a screen of 320 px @engines', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of [
    './',
    './en/',
    './hi/',
    './en/notice/',
    './hi/notice/first-hour/#first-hour-steps',
    './en/begin/check/',
    './en/help/',
    './en/sources/',
    './en/my-data/',
  ]) {
    await page.goto(address);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, address).toBeLessThanOrEqual(0);
  }
});
