import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { bareHtml } from './bare-page.ts';
import { fastest, median, slowed } from './bench-phone.ts';
import { finishedRecord } from './bench-record.ts';
import { inChromium } from './browsers.ts';

/** How a page of the course comes up beside a page of the same text with nothing else; all in milliseconds. */
export interface Paint {
  page: string;
  /** Per visit. */
  firstPaint: number[];
  /** From asking until every custom element is defined that the page does not leave for later, per visit. */
  ready: number[];
  /** First paint of the page of the same text, per visit. */
  bare: number[];
  /** From a press to the first frame with what it has changed; empty where the page has nothing to be answered. */
  feedback: number[];
  /** The same for somebody who has finished the course. */
  feedbackLate: number[];
}

/** A kind of page: where one of it is, and which presses lead to the first answer; the last of them is measured. */
const PAGES: Readonly<Record<string, { at: string; presses: readonly string[] }>> = {
  lesson: { at: 'hi/notice/kinds-of-sign/', presses: [] },
  'lesson, English': { at: 'en/notice/kinds-of-sign/', presses: [] },
  check: {
    at: 'hi/notice/check/',
    presses: ['.card:not([hidden]) fieldset input', '.card:not([hidden]) [type=submit]'],
  },
  conversation: {
    at: 'hi/practice/warden-knock/',
    presses: ['[data-do=begin]', '.choices [data-choice]'],
  },
  cases: {
    at: 'hi/cases/post-lab/',
    presses: ['[data-do=begin]', '[data-ask=decide] input', '[data-ask=decide] [type=submit]'],
  },
  call: { at: 'hi/call/call-own-hostel/', presses: ['[data-do=begin]', '.choices [data-choice]'] },
  corridor: { at: 'hi/', presses: [] },
  help: { at: 'hi/help/', presses: [] },
  now: { at: 'hi/now/', presses: [] },
  record: { at: 'hi/my-data/', presses: [] },
};

/** Elements that a page fetches only after it has come to rest, at the end of a check, or on a wide screen. */
const LATER = [
  ...['dastak-offline', 'dastak-reminder', 'dastak-install'],
  ...['dastak-refresher-line', 'dastak-steps', 'dastak-aloud'],
];

/** Where the bare pages lie. */
const BARE = 'bare/';

/**
 * Copies the measured pages with all that they fetch, and beside them those of bare text that they are compared with.
 * @param built the built folder
 * @param to the folder to be written, with one of its own, `bare`, in it
 */
export function copyPages(built: string, to: string): void {
  const page = (at: string) => join(at, 'index.html');
  for (const name of readdirSync(built).filter((one) => one.includes('.') || one === '_astro')) {
    cpSync(join(built, name), join(to, name), { recursive: true });
  }
  for (const { at } of Object.values(PAGES)) {
    cpSync(join(built, page(at)), join(to, page(at)));
    mkdirSync(join(to, BARE, at), { recursive: true });
    const bare = bareHtml(readFileSync(join(built, page(at)), 'utf8'));
    writeFileSync(join(to, BARE, page(at)), bare);
  }
}

/**
 * Measures one page of each kind on Fast 3G with a processor slowed four times, each time on a first visit.
 * @param address the served site with its bare pages, ending in a slash; compressed, as hosts send it
 * @param rounds how often each page is visited, its bare page between
 * @param only the one kind of page to measure; all of them unless told
 * @throws Error where there is no page of that kind
 */
export function measurePaint(address: string, rounds: number, only?: string): Promise<Paint[]> {
  if (only && !PAGES[only]) throw new Error(`Write one of: ${Object.keys(PAGES).join(', ')}`);
  return inChromium(async (browser) => {
    const rows: Paint[] = [];
    const record = finishedRecord(new URL(address).pathname);
    console.log(
      'First visits, Fast 3G, CPU slowed four times: medians, and in brackets the fastest, in ms',
    );
    // The first page of a browser pays for its start.
    await visit(browser, `${address}${BARE}hi/`, []);
    for (const [page, { at, presses }] of Object.entries(PAGES)) {
      if (only && only !== page) continue;
      const row: Paint = {
        page,
        firstPaint: [],
        ready: [],
        bare: [],
        feedback: [],
        feedbackLate: [],
      };
      for (let round = 0; round < rounds; round += 1) {
        const { firstPaint, ready, feedback } = await visit(browser, address + at, presses);
        row.firstPaint.push(firstPaint);
        row.ready.push(ready);
        if (feedback !== undefined) row.feedback.push(feedback);
        if (presses.length > 0) {
          const late = await visit(browser, address + at, presses, record);
          if (late.feedback !== undefined) row.feedbackLate.push(late.feedback);
        }
        row.bare.push((await visit(browser, address + BARE + at, [])).firstPaint);
      }
      rows.push(row);
      console.log(`${page}: ${paintToText(row)}`);
    }
    return rows;
  });
}

/** A row's figures in words: medians, and in brackets the fastest, which other work on the machine disturbs least. */
export function paintToText({ firstPaint, ready, bare, feedback, feedbackLate }: Paint): string {
  const both = (all: readonly number[]) =>
    `${Math.round(median(all))} (${Math.round(fastest(all))})`;
  const ratio = (of: typeof median) => (of(firstPaint) / of(bare)).toFixed(2);
  const after =
    feedback.length > 0
      ? `; feedback ${both(feedback)} after the press, ${both(feedbackLate)} once the course is finished`
      : '';
  return `first paint ${both(firstPaint)}, ready ${both(ready)}; bare ${both(bare)}, so ${ratio(median)} (${ratio(fastest)}) times${after}`;
}

/** Visits a page for the first time; @param record what the storage holds of an earlier visit to others */
async function visit(
  browser: Browser,
  address: string,
  presses: readonly string[],
  record: Readonly<Record<string, string>> = {},
) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.addInitScript((stored) => {
    for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value);
  }, record);
  await slowed(page, 'fast 3G');
  await page.goto(address, { timeout: 120_000 });
  const times = await page.evaluate(paintAndReady, LATER);
  let feedback: number | undefined;
  for (const selector of presses) feedback = await pressTime(page, selector);
  await context.close();
  return { ...times, feedback };
}

/** Runs in the page: its first paint, and when all its elements were defined but those fetched later on. */
async function paintAndReady(later: readonly string[]) {
  const names = [...document.querySelectorAll('*')]
    .map(({ localName }) => localName)
    .filter((name) => name.includes('-') && !later.includes(name));
  const first = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
  const missing = () => names.filter((name) => !customElements.get(name));
  while (first() === undefined || missing().length > 0) {
    if (performance.now() > 60_000) throw new Error(`Never painted or defined: ${missing()}`);
    await new Promise((done) => setTimeout(done, 10));
  }
  const defined = names.map((name) => performance.getEntriesByName(name)[0]?.startTime ?? 0);
  return { firstPaint: first() ?? 0, ready: Math.max(0, ...defined) };
}

/** Presses the first element that can be pressed; returns the milliseconds to the frame that shows what came of it. */
async function pressTime(page: Page, selector: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const target = [...document.querySelectorAll<HTMLElement>(wanted)].find(
      (one) => one.checkVisibility() && !one.matches(':disabled'),
    );
    if (!target) throw new Error(`Nothing to be pressed matches ${wanted}.`);
    await frame();
    const before = document.body.innerText;
    const start = performance.now();
    target.click();
    await frame();
    const took = performance.now() - start;
    const isChoice = target instanceof HTMLInputElement;
    if (!isChoice && before === document.body.innerText)
      throw new Error(`Nothing came of pressing ${wanted}.`);
    return took;
  }, selector);
}
