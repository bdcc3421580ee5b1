// The second edition is made from a copy of what was built: a word on a page is changed, and the lists are written
// anew by the very function that ends a build.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bundled } from '../../src/build/bundled.ts';
import type { Release } from '../../src/domain/release.ts';
import { bringAll, intoFlight, lookForUpdate, test, told, whole } from '../support/flight.ts';
import type { Host } from '../support/host.ts';
import { fixtureSite } from '../support/sites.ts';
import { expect } from '../support/test.ts';

test.use({
  serviceWorkers: 'allow',
  reuseContext: false,
  expected:
    /third-party request: http:\/\/127\.0\.0\.1:|fetching the script|ERR_|Failed to load resource|500/,
});

const PAGE = 'en/glossary/index.html';
const OLD = 'One word for one thing.';
const NEW = 'One word for each thing.';
const newer = (page: Page) => page.getByText('A newer version of the course is here.');

/** Names of everything on the cacheStore. */
const cacheStore = (page: Page) =>
  page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => url).sort();
  });

/** How many files a part of the English edition has. */
function filesIn(part: string): number {
  const assets = join(fixtureSite.folder, '_astro');
  const list = readdirSync(assets).find((name) => name.startsWith('files-en.')) ?? '';
  const { parts } = JSON.parse(readFileSync(join(assets, list), 'utf8')) as Release;
  return new Set(Object.values(parts.find(({ id }) => id === part)?.files ?? {})).size;
}

/** Changes one page on the host and forgets what was asked before. */
async function publish(host: Host): Promise<void> {
  await host.publish(PAGE, OLD, NEW);
  host.asked.length = 0;
}

test('An update fetches the worker, its list and the changed page, and waits for consent', async ({
  page,
  host,
}) => {
  await bringAll(page, host, 'en');
  await publish(host);
  expect(await lookForUpdate(page)).toBe('waiting');
  expect(host.asked).toEqual([
    'sw.js',
    expect.stringMatching(/^_astro\/files-en\..{12}\.json$/),
    'en/glossary/',
  ]);
  await page.goto(`${host.address}en/glossary/`);
  await expect(page.getByText(OLD)).toBeVisible();
  await expect(newer(page)).toHaveCount(0);
  await page.goto(`${host.address}en/`);
  await expect(newer(page)).toBeVisible();
  const shown = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Use the newer version now' }).click();
  await shown;
  await expect(newer(page)).toBeHidden();
  await host.close();
  await page.goto(`${host.address}en/glossary/`);
  await expect(page.getByText(NEW)).toBeVisible();
});

for (const mishap of ['error', 'cut', 'other'] as const) {
  test(`An update that fails (${mishap}) leaves the old copy whole and nothing half-filled${mishap === 'cut' ? '' : ' @chromium'}`, async ({
    page,
    host,
  }) => {
    await bringAll(page, host, 'en');
    const before = await cacheStore(page);
    await host.publish(
      'en/sources/index.html',
      'We say how sure we are',
      'We tell how sure we are',
    );
    await publish(host);
    host.mishap = (path) => (path.startsWith('en/glossary/') ? mishap : undefined);
    expect(await lookForUpdate(page)).toBe('refused');
    expect(host.asked).toContain('en/sources/');
    expect(await cacheStore(page)).toEqual(before);
    await page.reload();
    await expect(newer(page)).toBeHidden();
    await expect(told(page, 'en')).toHaveText(whole.en);
    host.mishap = () => undefined;
    expect(await lookForUpdate(page)).toBe('waiting');
    await host.close();
    await page.goto(`${host.address}en/glossary/`);
    await expect(page.getByText(OLD)).toBeVisible();
  });
}

test('A newer edition does not come in by itself when every page was closed @chromium', async ({
  page,
  host,
  context,
  browserName,
}) => {
  await bringAll(page, host, 'en');
  await publish(host);
  expect(await lookForUpdate(page)).toBe('waiting');
  await page.goto('about:blank');
  const later = await context.newPage();
  const isExchanged = async () => {
    await later.goto('about:blank');
    // The browser exchanges the worker some moments after the last page has gone.
    await later.waitForTimeout(1000);
    await later.goto(`${host.address}en/help/`);
    return later.evaluate(
      async () => (await navigator.serviceWorker.getRegistration())?.waiting === null,
    );
  };
  // Firefox exchanges it later; in both the edition is still the one before.
  if (browserName === 'chromium') await expect.poll(isExchanged).toBe(true);
  await later.goto(`${host.address}en/glossary/`);
  await expect(later.getByText(OLD)).toBeVisible();
  await later.goto(`${host.address}en/`);
  await expect(newer(later)).toBeVisible();
  const shown = later.waitForEvent('load');
  await later.getByRole('button', { name: 'Use the newer version now' }).click();
  await shown;
  await expect(newer(later)).toBeHidden();
  await host.close();
  await later.goto(`${host.address}en/glossary/`);
  await expect(later.getByText(NEW)).toBeVisible();
});

test('A conversation that is open goes on through an update, and is asked nothing', async ({
  page,
  host,
  context,
}) => {
  await bringAll(page, host, 'en');
  await page.goto(`${host.address}en/practice/tea/`);
  await page.getByRole('button', { name: 'Start the conversation' }).click();
  await page.locator('.choices button').first().click();
  const said = await page.locator('dastak-scenario').innerText();
  await publish(host);
  expect(await lookForUpdate(page)).toBe('waiting');
  await expect(page.locator('dastak-offline')).toHaveCount(0);
  const map = await context.newPage();
  await map.goto(`${host.address}en/`);
  await map.getByRole('button', { name: 'Use the newer version now' }).click();
  await expect(newer(map)).toBeHidden();
  expect(await page.locator('dastak-scenario').innerText()).toBe(said);
  await host.close();
  await page.locator('.choices button').first().click();
  await expect.poll(() => page.locator('dastak-scenario').innerText()).not.toBe(said);
  await page.reload();
  await expect(page.locator('.choices button').first()).toBeVisible();
});

test('A page of the old edition still gets the scripts it asks for after the switch @chromium', async ({
  page,
  host,
  context,
}) => {
  await bringAll(page, host, 'en');
  await page.goto(`${host.address}en/my-data/`);
  // A build gives a changed script a new name, and the old name is gone from the host.
  const assets = join(host.folder, '_astro');
  const old = readdirSync(assets).find((name) => name.startsWith('transferring.')) ?? '';
  for (const name of readdirSync(assets).filter((one) => one.endsWith('.js'))) {
    const text = readFileSync(join(assets, name), 'utf8');
    writeFileSync(join(assets, name), text.replaceAll(old, 'transferring.newnames.js'));
  }
  renameSync(join(assets, old), join(assets, 'transferring.newnames.js'));
  await publish(host);
  expect(await lookForUpdate(page)).toBe('waiting');
  const map = await context.newPage();
  await map.goto(`${host.address}en/`);
  await map.getByRole('button', { name: 'Use the newer version now' }).click();
  await expect(newer(map)).toBeHidden();
  await page.getByRole('button', { name: 'Show my code' }).click();
  await expect(page.getByText('There is nothing yet that a code could carry.')).toBeVisible();
});

test('A phone with little room keeps the open module first, says what is here, and is not asked again by itself @chromium', async ({
  page,
  host,
}) => {
  const worker = join(host.folder, 'sw.js');
  // Stands for a full phone: from some file on, the cache takes no more.
  const full = `{const put = Cache.prototype.put; let room = ${filesIn(':help') + filesIn(':shared') + filesIn('notice') + 5};
    Cache.prototype.put = async function (...all) {
      if (!/edition-/.test(all[0]) && room-- <= 0) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, all);
    };}\n`;
  writeFileSync(worker, full + readFileSync(worker, 'utf8'));
  await page.goto(`${host.address}en/notice/`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForTimeout(500);
  await page.goto(`${host.address}en/my-data/`);
  await expect(told(page, 'en')).toHaveText(
    'English: there was not room for everything. Here without the net: Notice. Delete old videos or photos that you no longer need, then fetch the rest.',
    { timeout: 30_000 },
  );
  host.asked.length = 0;
  await page.reload();
  await expect(told(page, 'en')).toHaveText(/there was not room for everything/);
  // Only the page itself, which had no room either.
  expect(host.asked.filter((path) => path.startsWith('en/'))).toEqual(['en/my-data/']);
  await host.close();
  await page.goto(`${host.address}en/notice/check/`);
  await expect(page.locator('h1')).toBeVisible();
  await page.goto(`${host.address}en/help/`);
  await expect(page.locator('a[href="tel:112"]').first()).toBeVisible();
});

for (const [kilobytes, sentence] of [
  [30, /This phone has no room for the course\./],
  [200, /English: this phone has no room for the course\. It opens only with the net\./],
  [400, /English: there was room only for Help now and the numbers to ring\./],
  [800, /English: there was not room for everything\. Here without the net: Begin, /],
] as const) {
  test(`A phone with ${kilobytes} kB of room is told so, and not to wait for the net @chromium`, async ({
    page,
    host,
    context,
  }) => {
    const origin = new URL(host.address).origin;
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: kilobytes * 1000 });
    await page.goto(`${host.address}en/my-data/`);
    const said = page.locator('dastak-offline').getByText(sentence);
    await expect(said).toBeVisible({ timeout: 30_000 });
    await page.reload();
    await expect(said).toBeVisible({ timeout: 30_000 });
  });
}

test('The worker that ends all caching clears the phone and takes itself away', async ({
  page,
  host,
}) => {
  await bringAll(page, host, 'en');
  writeFileSync(join(host.folder, 'sw.js'), await bundled('kill-switch'));
  const file = join(host.folder, PAGE);
  writeFileSync(file, readFileSync(file, 'utf8').replace(OLD, NEW));
  await lookForUpdate(page);
  await expect
    .poll(() =>
      page.evaluate(async () => [
        (await caches.keys()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ]),
    )
    .toEqual([0, 0]);
  await page.goto(`${host.address}en/glossary/`);
  await expect(page.getByText(NEW)).toBeVisible();
});

test('Under a path of its own the worker keeps to it and leaves other caches alone @chromium', async ({
  page,
  host,
}) => {
  await page.goto(`${host.address}404.html`);
  await page.evaluate(
    async () => void (await (await caches.open('of another site')).put('/x', new Response('x'))),
  );
  await intoFlight(page, host, 'en');
  expect(await page.evaluate(() => caches.keys())).toContain('of another site');
  const scopeOf = async () => (await navigator.serviceWorker.getRegistration())?.scope;
  expect(await page.evaluate(scopeOf)).toBe(host.address);
  expect(new URL(host.address).pathname).toBe('/courses/small/');
});
