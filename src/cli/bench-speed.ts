import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { browsersHere, launchOptions } from './browsers.ts';

/** How fast a check comes up and answers, in milliseconds since the page was asked for; all with a CPU slowed four times. */
export interface Speed {
  net: string;
  /** `cold`: the first visit. `warm`: the second, worker switched off. `offline`: from the copy on the phone, no net. */
  visit: 'cold' | 'warm' | 'offline';
  firstPaint: number;
  largestPaint: number;
  answerable: number;
  /** From the press on "Check" to the feedback on the screen. */
  feedback: number;
}

/** Bits per second, and milliseconds of a round trip, as phones have them. */
const NETS = { 'slow 3G': [400_000, 2000], 'fast 3G': [1_440_000, 562] } as const;
const PAGE = 'en/notice/check/';

/**
 * Measures the check of a module under two nets, on a first visit, a second, and without net.
 * @param address the served site, ending in a slash; files should be compressed, or the nets are judged too slow
 * @param rounds how often each case is tried; the median is told
 */
export async function measureSpeed(address: string, rounds: number): Promise<Speed[]> {
  const [path] = browsersHere('chromium');
  if (!path) return [];
  const browser = await chromium.launch(launchOptions('chromium', path));
  const rows: Speed[] = [];
  try {
    for (const net of ['slow 3G', 'fast 3G'] as const) {
      const cold: Speed[] = [];
      const warm: Speed[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const context = await phone(browser, 'block');
        cold.push(await visit(context, address, net, 'cold'));
        warm.push(await visit(context, address, net, 'warm'));
        await context.close();
      }
      rows.push(median(cold), median(warm));
    }
    const kept: Speed[] = [];
    const context = await phone(browser, 'allow');
    await bringAll(context, address);
    await context.setOffline(true);
    for (let round = 0; round < rounds; round += 1) {
      kept.push(await visit(context, address, null, 'offline'));
    }
    return [...rows, median(kept)];
  } finally {
    await browser.close();
  }
}

const phone = (
  browser: Awaited<ReturnType<typeof chromium.launch>>,
  serviceWorkers: 'allow' | 'block',
) => browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers });

async function bringAll(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${address}en/my-data/`);
  await page
    .locator('dastak-offline [data-lang=en] .message', { hasText: 'the whole course' })
    .waitFor({ timeout: 120_000 });
  await page.close();
}

async function visit(
  context: BrowserContext,
  address: string,
  net: keyof typeof NETS | null,
  kind: Speed['visit'],
): Promise<Speed> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  if (net) {
    const [bits, latency] = NETS[net];
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: bits / 8,
      uploadThroughput: bits / 8,
    });
  }
  await page.addInitScript(watchPage);
  await page.goto(address + PAGE, { timeout: 120_000 });
  await page.waitForFunction(() => 'answerable' in window, undefined, { timeout: 120_000 });
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    ...(window as unknown as { largest: number; answerable: number }),
  }));
  const feedback = await answerTime(page);
  await page.close();
  return {
    net: net ?? 'none',
    visit: kind,
    firstPaint: times.paint,
    largestPaint: times.largest,
    answerable: times.answerable,
    feedback,
  };
}

/** Runs in the page before anything else: notes the largest paint, and when the first question can be answered. */
function watchPage(): void {
  new PerformanceObserver((list) => {
    Object.assign(window, { largest: list.getEntries().at(-1)?.startTime ?? 0 });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const look = () => {
    if (document.querySelector('.card:not([hidden]) dastak-question [type=submit]:enabled'))
      Object.assign(window, { answerable: performance.now() });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Answers the open question, again where it was answered before. */
async function answerTime(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const card = document.querySelector('.card:not([hidden])');
    const button = card?.querySelector<HTMLButtonElement>('[type=submit]');
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    if (!card?.querySelector('fieldset input:enabled')) button?.click();
    await frame();
    card?.querySelector<HTMLInputElement>('fieldset input')?.click();
    await frame();
    const start = performance.now();
    button?.click();
    if (!card?.querySelector('.feedback')?.textContent) throw new Error('There is no feedback.');
    await frame();
    return performance.now() - start;
  });
}

function median(all: readonly Speed[]): Speed {
  const [first] = all;
  if (!first) throw new Error('Nothing was measured.');
  const middle = (key: keyof Speed) => {
    const sorted = all.map((one) => Number(one[key])).toSorted((a, b) => a - b);
    return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
  };
  return {
    net: first.net,
    visit: first.visit,
    firstPaint: middle('firstPaint'),
    largestPaint: middle('largestPaint'),
    answerable: middle('answerable'),
    feedback: middle('feedback'),
  };
}
