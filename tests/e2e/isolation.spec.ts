import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';

// In Chromium one page serves all tests of a worker; what one test leaves must not reach the next.
test.describe.configure({ mode: 'serial' });

/** What the page finds: the name of its tab, numbers of entries in its four stores, its permission, and whether it has the net. */
const found = (page: Page) =>
  page.evaluate(async () => [
    window.name,
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
    (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state,
    navigator.onLine,
  ]);

test('A test may fill all that a page can keep @chromium', async ({ page, context }) => {
  await page.goto('./404.html');
  await page.evaluate(async () => {
    window.name = 'one';
    localStorage.setItem('one', '1');
    sessionStorage.setItem('one', '1');
    await caches.open('one');
    await new Promise((done) => {
      const asked = indexedDB.open('one');
      asked.onsuccess = () => {
        asked.result.close();
        done(undefined);
      };
    });
  });
  await context.grantPermissions(['clipboard-read']);
  await context.setOffline(true);
  expect(await found(page)).toEqual(['one', 1, 1, 1, 1, 'granted', false]);
});

test('The next test finds nothing of it @chromium', async ({ page }) => {
  await page.goto('./404.html');
  expect(await found(page)).toEqual(['', 0, 0, 0, 0, 'prompt', true]);
});
