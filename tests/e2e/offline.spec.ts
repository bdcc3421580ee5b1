import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesBelow } from '../../src/build/built-files.ts';
import { outside, type Release } from '../../src/domain/release.ts';
import { bringAll, intoFlight, test, told, whole } from '../support/flight.ts';
import { giveAnswer, says, shownCard, type Tongue } from '../support/learner.ts';
import { fixtureSite } from '../support/sites.ts';
import { expect } from '../support/test.ts';

test.use({
  serviceWorkers: 'allow',
  reuseContext: false,
  expected:
    /third-party request: http:\/\/127\.0\.0\.1:|fetching the script|ERR_|Failed to load resource/,
});

const addresses = (lang: Tongue) =>
  pagesBelow(fixtureSite.folder)
    .filter((page) => page.startsWith(`${lang}/`))
    .map((page) => page.replace(/index\.html$/, ''));
/** Content hashes of the files in a part of the English edition. */
function hashesOf(part: string): string[] {
  const assets = join(fixtureSite.folder, '_astro');
  const list = readdirSync(assets).find((name) => name.startsWith('files-en.')) ?? '';
  const { parts } = JSON.parse(readFileSync(join(assets, list), 'utf8')) as Release;
  return Object.values(parts.find(({ id }) => id === part)?.files ?? {});
}

const isDesk = (address: string) => /\/(register|verify|round|coordinator)\/$/.test(address);

test(`After one page every page of the course opens in flight mode @chromium`, async ({
  page,
  host,
}) => {
  test.setTimeout(180_000);
  await intoFlight(page, host, 'hi');
  const all = addresses('hi').filter((address) => !isDesk(address));
  expect(all.length).toBeGreaterThan(30);
  for (const address of all) {
    await page.goto(host.address + address);
    await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
    await expect(page.locator('h1').first(), address).toBeVisible();
    expect(new URL(page.url()).pathname.endsWith(address), address).toBe(true);
    await expect(page.getByText('This page is not on this phone'), address).toHaveCount(0);
    // Style sheets and scripts are there too: the theme's button is live on every page.
    await expect(page.locator('dastak-theme button'), address).toBeEnabled();
  }
});

test('Where one page of coordinators was opened, all of them open in flight mode @chromium', async ({
  page,
  host,
}) => {
  await bringAll(page, host, 'en');
  await page.goto(`${host.address}en/verify/`);
  const desk = addresses('en').filter(isDesk);
  expect(desk.length).toBe(4);
  const stillToCome = async () => {
    const kept = await page.evaluate(async () => {
      const [name = ''] = await caches.keys();
      return (await (await caches.open(name)).keys()).map(({ url }) => url);
    });
    return hashesOf(outside.desk).filter((hash) => !kept.some((url) => url.includes(hash)));
  };
  await expect.poll(stillToCome).toEqual([]);
  await page.context().setOffline(true);
  await host.close();
  for (const address of desk) {
    await page.goto(host.address + address);
    await expect(page.locator('h1').first()).toBeVisible();
    await expect(page.getByText('This page is not on this phone'), address).toHaveCount(0);
    await expect(page.locator('dastak-theme button'), address).toBeEnabled();
  }
});

test('In flight mode answers are kept, conversations go on and codes are made', async ({
  page,
  host,
}) => {
  await intoFlight(page, host, 'en');
  await page.goto(`${host.address}en/notice/check/`);
  const card = shownCard(page);
  await giveAnswer(card, 'right');
  await card.getByRole('button', { name: says.en.check }).click();
  await expect(card.getByText(says.en.saved)).toBeVisible();
  await page.goto(`${host.address}en/practice/tea/`);
  await page.getByRole('button', { name: 'Start the conversation' }).click();
  await expect(page.locator('.choices button').first()).toBeVisible();
  await page.goto(`${host.address}en/help/`);
  await expect(page.locator('a[href="tel:112"]').first()).toBeVisible();
  await page.goto(`${host.address}en/my-data/`);
  await page.getByRole('button', { name: 'Show my code' }).click();
  await expect(page.locator('dastak-transfer .groups li').first()).toHaveText(/^[0-9A-Z]{6}$/);
  await expect(page.locator('canvas'), 'drawn').toHaveAttribute('width', /\d/);
});

test('In flight mode addresses without slash and with a query open, and what is not there says so', async ({
  page,
  host,
}) => {
  await intoFlight(page, host, 'hi');
  for (const [asked, opened] of [
    ['hi/notice', 'hi/notice/'],
    ['hi/notice?from=chat', 'hi/notice/?from=chat'],
    ['hi/notice/?from=chat#text', 'hi/notice/?from=chat#text'],
    ['hi/notice/index.html', 'hi/notice/index.html'],
    ['', ''],
  ]) {
    await page.goto(host.address + asked);
    expect(page.url()).toBe(host.address + opened);
    await expect(page.locator('h1').first()).not.toHaveText('यह पन्ना इस फ़ोन में नहीं है');
  }
  for (const unknown of ['hi/nowhere/', 'en/notice/', 'review/', 'nowhere.html']) {
    await page.goto(host.address + unknown);
    await expect(page.getByRole('heading', { name: 'यह पन्ना इस फ़ोन में नहीं है' })).toBeVisible();
    await expect(
      page.getByRole('heading', { name: 'This page is not on this phone' }),
    ).toBeVisible();
  }
  await page.getByRole('link', { name: says.hi.help }).click();
  await expect(page.locator('a[href="tel:112"]').first()).toBeVisible();
});

test('The other language comes only on request, with its size said before @chromium', async ({
  page,
  host,
}) => {
  await page.goto(`${host.address}hi/my-data/`);
  await expect(told(page, 'hi')).toHaveText(whole.hi, { timeout: 30_000 });
  await expect(told(page, 'en')).toHaveText('English: अभी इस फ़ोन में नहीं है। नेट हो तभी खुलेगा।');
  expect(host.asked.filter((path) => path.startsWith('en/'))).toEqual([]);
  await page.getByRole('button', { name: /^इस फ़ोन में रखिए, क़रीब \d+ kB$/ }).click();
  await expect(told(page, 'en')).toHaveText(whole.hi, { timeout: 30_000 });
  const twice = host.asked.filter(
    (path, at) => /^_astro\/.*\.css$/.test(path) && host.asked.indexOf(path) !== at,
  );
  await host.close();
  await page.goto(`${host.address}en/ask/`);
  await expect(page.locator('h1')).toBeVisible();
  // The second language shares the style sheets that the first one brought.
  expect(twice.length).toBeLessThan(8);
});

test('A phone that saves data is asked first @chromium', async ({ page, host }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto(`${host.address}en/my-data/`);
  await expect(page.getByText('Your phone is set to save data')).toBeVisible();
  await page.waitForTimeout(1000);
  expect(host.asked.filter((path) => path.startsWith('en/') && path !== 'en/my-data/')).toEqual([]);
  await page
    .getByRole('button', { name: /^Put it on this phone, about \d+ kB$/ })
    .first()
    .click();
  await expect(told(page, 'en')).toHaveText(whole.en, { timeout: 30_000 });
});

/** Run in a page: how far from its top each control is that is no part of what is said of the copy. */
const tops = () =>
  [...document.querySelectorAll('main :is(a, button, input, summary)')]
    .filter((control) => control.checkVisibility() && !control.closest('dastak-offline'))
    .map((control) => control.getBoundingClientRect().top + scrollY);

test('What is said of the copy as it comes moves nothing that can be pressed @chromium', async ({
  page,
  host,
}) => {
  // What waits until a page has come to rest waits here until it is asked for.
  await page.addInitScript(() => {
    const listen = window.addEventListener.bind(window);
    const listener = (type: string, heard: () => void) =>
      listen(type === 'load' ? 'come-late' : type, heard);
    Object.assign(window, { addEventListener: listener });
  });
  for (const path of ['my-data/', '', 'help/', 'now/']) {
    await page.goto(`${host.address}en/${path}`);
    const before = await page.evaluate(tops);
    await page.evaluate(() => dispatchEvent(new Event('come-late')));
    if (path === 'my-data/')
      await expect(told(page, 'en')).toHaveText(whole.en, { timeout: 60_000 });
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(tops), `controls of en/${path}`).toEqual(before);
  }
});

test('The module that is open comes first, after what every page needs @chromium', async ({
  page,
  host,
}) => {
  await page.goto(`${host.address}en/notice/`);
  await expect
    .poll(() => host.asked.filter((path) => path.startsWith('en/ask/')).length, {
      timeout: 30_000,
    })
    .toBeGreaterThan(2);
  const first = (path: string) => host.asked.indexOf(path);
  expect(first('en/help/')).toBeGreaterThan(-1);
  expect(first('en/help/')).toBeLessThan(first('en/notice/check/'));
  expect(first('en/notice/check/')).toBeLessThan(first('en/begin/'));
  expect(first('en/relay/alert/')).toBeLessThan(first('en/begin/'));
});

test('Of a download that breaks off early, Help now and the numbers to ring are on the phone', async ({
  page,
  host,
}) => {
  await page.goto(`${host.address}en/`);
  await page.goto('about:blank');
  let left = 40;
  host.asked.length = 0;
  host.mishap = (path) => (path !== 'sw.js' && left-- <= 0 ? 'cut' : undefined);
  await page.goto(`${host.address}en/my-data/`);
  await expect(told(page, 'en')).toHaveText(/^English: part of it is on this phone/, {
    timeout: 30_000,
  });
  await host.close();
  for (const address of ['en/help/', 'en/now/']) {
    await page.goto(host.address + address);
    await expect(page.locator('a[href="tel:112"]').first(), address).toBeVisible();
  }
});

test('The sign-in page of a network that may be kept for an hour is gone when the network is open', async ({
  page,
  host,
}) => {
  await page.goto(`${host.address}hi/my-data/`);
  await expect(told(page, 'hi')).toHaveText(whole.hi, { timeout: 30_000 });
  host.mishap = (path) => (path.startsWith('en/notice/') ? 'portal' : undefined);
  await page.goto(`${host.address}en/notice/`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  host.mishap = () => undefined;
  await page.goto(`${host.address}en/notice/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('A host that changes every page is named as the likely cause @chromium', async ({
  page,
  host,
}) => {
  host.mishap = (path) => (path.startsWith('offline/') ? 'other' : undefined);
  await page.goto(`${host.address}en/my-data/`);
  await expect(
    page.getByText('Either the net broke off, or the files were changed on the way.'),
  ).toBeVisible({ timeout: 30_000 });
});

test('A host that changes pages, and a net that breaks off, leave a copy that says what is missing @chromium', async ({
  page,
  host,
}) => {
  host.mishap = (path) => (/^en\/finish\/check/.test(path) ? 'other' : undefined);
  await page.goto(`${host.address}en/my-data/`);
  await expect(told(page, 'en')).toHaveText(
    /^English: part of it is on this phone, \d+ of \d+ kB/,
    {
      timeout: 30_000,
    },
  );
  host.mishap = () => undefined;
  await page.reload();
  await expect(told(page, 'en')).toHaveText(whole.en, { timeout: 30_000 });
});

test('In a frame nothing is registered @chromium', async ({ page, host }) => {
  const outside = `${host.address}outside.html`;
  await page.route(outside, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>outside</title><iframe src="./en/my-data/"></iframe>',
    }),
  );
  await page.goto(outside);
  await expect(
    page.frameLocator('iframe').getByText('Here the course cannot be put on the phone.'),
  ).toBeVisible();
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0);
});
