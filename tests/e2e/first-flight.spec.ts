import { site } from '../../src/build/site.ts';
import { pageBytes } from '../../src/cli/bytes.ts';
import { dist } from '../../src/cli/tools.ts';
import { expect, test } from '../support/test.ts';

test.use({ site: 'course' });

const PAGES = [
  '',
  'hi/',
  'hi/notice/',
  'hi/notice/kinds-of-sign/',
  'hi/notice/check/',
  'hi/practice/warden-knock/',
  'hi/help/',
  'hi/my-data/',
];

for (const address of PAGES) {
  test(`Nothing jumps while /${address} comes up @chromium`, async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(`./${address}`, { waitUntil: 'load' });
    await page.waitForTimeout(600);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    // What the web's own measure calls good.
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.1);
  });
}

test('Before a page has come to rest it asks for what was weighed, and for nothing that can wait @chromium', async ({
  page,
  served,
}) => {
  for (const address of PAGES) {
    const weighed = await pageBytes(dist, `${address}index.html`, site.base);
    await page.goto(`./${address}`);
    await expect.poll(() => page.evaluate(restedAt)).toBeGreaterThan(0);
    const asked = await page.evaluate(askedBefore, await page.evaluate(restedAt));
    const below = asked.map((url) => url.slice(served.address.length));
    const scripts = below.filter((path) => path.endsWith('.js'));
    if (address !== '') expect(scripts, address).not.toEqual([]);
    expect(
      // The second copy is fetched beside the page: what a killed browser lost is back before somebody answers.
      scripts.filter((path) => !weighed.files.includes(path) && !path.includes('/copy.')),
      address,
    ).toEqual([]);
    expect(
      below.filter((path) => /sw\.js|late\.|files-/.test(path)),
      address,
    ).toEqual([]);
  }
});

/** When the page had come with all that it names, in milliseconds; 0 before that. */
function restedAt(): number {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.loadEventStart ?? 0;
}

/** Addresses that the page began to fetch before a moment. */
function askedBefore(moment: number): string[] {
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime < moment)
    .map(({ name }) => name);
}
