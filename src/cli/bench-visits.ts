import type { Browser, BrowserContext } from '@playwright/test';
import { fastest, median, type Net, slowed } from './bench-phone.ts';
import type { Row } from './bench-row.ts';
import { inChromium } from './browsers.ts';

const PAGE = 'en/notice/check/';

/** When a page has shown something, and when its first question can be answered; in milliseconds since it was asked for. */
interface Visit {
  paint: number;
  answerable: number;
}

/**
 * Measures the check of a module where the network is slowest, on a second visit without the worker, and without any network.
 * @param address the served site, ending in a slash; files should be compressed, or the networks are judged too slow
 * @param rounds how often each case is tried
 */
export function measureVisits(address: string, rounds: number): Promise<Row[]> {
  return inChromium(async (browser) => {
    const rows: Row[] = [];
    for (const net of ['slow 3G', 'fast 3G'] as const) {
      const first: Visit[] = [];
      const second: Visit[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const context = await phone(browser, 'block');
        first.push(await visit(context, address, net));
        second.push(await visit(context, address, net));
        await context.close();
      }
      rows.push(row(`first, ${net}`, first), row(`second, ${net}`, second));
    }
    const stored: Visit[] = [];
    const context = await phone(browser, 'allow');
    await downloadAll(context, address);
    await context.setOffline(true);
    for (let round = 0; round < rounds; round += 1) stored.push(await visit(context, address));
    return [...rows, row('from the copy on the phone, no network', stored)];
  });
}

const phone = (browser: Browser, serviceWorkers: 'allow' | 'block') =>
  browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers });

async function downloadAll(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${address}en/my-data/`);
  await page
    .locator('dastak-offline [data-lang=en] .message', { hasText: 'the whole course' })
    .waitFor({ timeout: 120_000 });
  await page.close();
}

async function visit(context: BrowserContext, address: string, net?: Net): Promise<Visit> {
  const page = await context.newPage();
  await slowed(page, net);
  await page.addInitScript(watchPage);
  await page.goto(address + PAGE, { timeout: 120_000 });
  await page.waitForFunction(() => 'answerable' in window, undefined, { timeout: 120_000 });
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    answerable: (window as unknown as Visit).answerable,
  }));
  await page.close();
  return times;
}

/** Runs in the page before anything else: notes when the first question can be answered. */
function watchPage(): void {
  const look = () => {
    if (document.querySelector('.card:not([hidden]) dastak-question [type=submit]:enabled'))
      Object.assign(window, { answerable: performance.now() });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function row(name: string, visits: readonly Visit[]): Row {
  const both = (key: keyof Visit) => {
    const all = visits.map((one) => one[key]);
    return `${Math.round(median(all))} (${Math.round(fastest(all))})`;
  };
  return {
    what: 'a check, CPU slowed four times, ms',
    case: name,
    figures: `first paint ${both('paint')}, can be answered ${both('answerable')} after asking`,
  };
}
