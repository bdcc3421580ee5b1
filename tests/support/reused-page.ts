import type { Page } from '@playwright/test';
import { test as base, expect, expectNone, watch } from './test.ts';

export { expect };

interface ReusedPage {
  page: Page;
  /** Adds to it what goes wrong in the page. */
  problems: string[];
}

/**
 * The tests' `test` with one page for all tests of a worker, emptied before each: scripts that it has compiled once, such as
 * those of axe, cost nothing more. For tests that add no script, route or clock to the page, or take them away again.
 */
export const test = base.extend<object, { reused: ReusedPage }>({
  reused: [
    async ({ browser, served }, use) => {
      const context = await browser.newContext({
        locale: 'hi-IN',
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
      });
      const problems = await watch(context, served.address);
      await use({ page: await context.newPage(), problems });
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: async ({ reused }, use) => use(reused.page.context()),
  page: async ({ reused: { page }, served, viewport }, use) => {
    await empty(page, served.address);
    if (viewport) await page.setViewportSize(viewport);
    await use(page);
  },
  problems: async ({ reused: { problems }, context, expected }, use) => {
    problems.length = 0;
    await use(problems);
    await expectNone(problems, context, expected);
  },
});

/**
 * Leaves the site and forgets all that its pages have kept, also what goes with the tab.
 * @param address the site's address
 */
export async function empty(page: Page, address: string): Promise<void> {
  await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null });
  await page.evaluate(() => {
    window.name = '';
    try {
      sessionStorage.clear();
    } catch {
      // A page without an address has none.
    }
  });
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(address);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
}
