import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pagesBelow } from '../../src/build/built-files.ts';
import { site } from '../../src/build/site.ts';
import { type PageBytes, pageBytes, weigh } from '../../src/cli/bytes.ts';
import { dist } from '../../src/cli/tools.ts';
import { learnersParts, type Part, type Release } from '../../src/domain/release.ts';

interface Budget {
  html: number;
  js: number;
  /** HTML, styles and scripts. */
  total: number;
}

// All in bytes with brotli, for a first visit. Round trips count, not sums: 14,600 bytes are ten TCP segments, which a
// server sends before it waits, so that the HTML comes in the first flight, and all that it names in the second.
// Of the scripts, 1 kB is what lets phones that end at Chromium 80 to 113 learn at all (the gate, its menu, older
// syntax), what keeps answers of tabs that write over each other, what says "saved" no sooner than it is on disk,
// and what leaves again when somebody goes back after the quick exit; another half is answers that are kept at a tap and
// what a record holds of refreshers.
const READING: Budget = { html: 14_600, js: 12_150, total: 26_400 };
// A page that shows a hostel's own numbers brings what keeps them from damage: sums, slots, a second copy; and, as all do,
// what takes up a record again that only the second copy has.
const NUMBERS: Budget = { ...READING, js: 13_900 };
// A practice has every line that may be said in it on one page, so that it never waits for the network; a tool comes
// after lessons whose shell it shares.
const DOING: Budget = { html: 40_000, js: 20_500, total: 40_000 };
// A conversation holds what is said in each truth and temper, the posts more than sixty of them with their reasons; they
// may be heavier, since the variety is what they teach.
const VARIED: Budget = { html: 36_000, js: 20_500, total: 52_000 };
// What comes once a page has come to rest: the page-side half of the worker, its status in words, the worker itself.
const DEFERRED = 6_400;
// What is for wide screens alone, which a phone fetches when it has all else.
const WIDE = 1_000;
// One language as the worker fetches it for a learner, list included, and the pages of coordinators in it. Certificate
// and refresher took the last of 1.5 MB; lessons and conversations were not to give way to them.
const LANGUAGE = 1_550_000;
const DESK = 200_000;

const PRACTICES = ['practice', 'cases', 'call', 'relay'];
const OWN_NUMBERS = ['now', 'our-numbers', 'poster'];
const TOOLS = ['outcome', 'my-data', 'certificate', 'refresher', 'register', 'verify', 'round'];

/** What a page is for, as the budgets count it; undefined for the review book, which is no learner's. */
function kindOf(page: string): string | undefined {
  const [lang, module = '', step = '', file] = page.split('/');
  if (lang === 'review') return undefined;
  if ([...PRACTICES, ...TOOLS, ...OWN_NUMBERS, 'help'].includes(module)) return module;
  if (module === 'index.html') return 'corridor';
  if (file !== undefined) return step === 'check' ? 'check' : 'lesson';
  return 'other';
}

const pages: (PageBytes & { page: string; kind: string })[] = [];

test.beforeAll(async () => {
  // Brotli at its best is slow.
  test.setTimeout(300_000);
  const weighed = pagesBelow(dist).flatMap((page) => {
    const kind = kindOf(page);
    // The review book is half of all bytes, and has no budget.
    return kind
      ? [pageBytes(dist, page, site.base).then((bytes) => ({ page, kind, ...bytes }))]
      : [];
  });
  pages.push(...(await Promise.all(weighed)));
});

/** What is over a budget, in words. */
function excess({ page, html, js, total }: PageBytes & { page: string }, budget: Budget): string[] {
  const found = { html, js, total };
  return (['html', 'js', 'total'] as const)
    .filter((part) => found[part].brotli > budget[part])
    .map((part) => `${page}: ${part} ${found[part].brotli} bytes, at most ${budget[part]}`);
}

test('No page waits for a connection that its other files have taken, but tools at the end of the course', () => {
  // Browsers open six connections to a host that speaks HTTP/1.1; a seventh file begins a round trip later.
  const late = pages
    .filter(({ kind }) => !['our-numbers', ...TOOLS].includes(kind))
    .filter(({ page, files }) => files.filter((file) => file !== page).length > 6);
  expect(late.map(({ page, files }) => [page, ...files])).toEqual([]);
});

test('The heaviest page of each kind is printed', async () => {
  const rows = [...new Set(pages.map(({ kind }) => kind))].flatMap((kind) => {
    const same = pages.filter((one) => one.kind === kind);
    const [first] = same.toSorted((a, b) => b.total.brotli - a.total.brotli);
    if (!first) return [];
    const { page, html, css, js, total } = first;
    const sizes = Object.entries({ html, css, js, total }).map(([part, { brotli }]) => [
      part,
      brotli,
    ]);
    return [{ kind, pages: same.length, heaviest: page, ...Object.fromEntries(sizes) }];
  });
  console.table(rows);
  for (const kind of ['lesson', 'check', 'corridor', 'help', 'now', 'outcome', ...PRACTICES]) {
    expect(rows.map((row) => row.kind)).toContain(kind);
  }
});

test('Lessons, checks, corridors, help and all other pages to read stay within their budget', async () => {
  const reading = pages.filter(({ kind }) => ![...PRACTICES, ...TOOLS].includes(kind));
  const budgetOf = (kind: string) => (OWN_NUMBERS.includes(kind) ? NUMBERS : READING);
  expect(reading.flatMap((page) => excess(page, budgetOf(page.kind)))).toEqual([]);
});

test('Practices and tools stay within theirs', async () => {
  const doing = pages.filter(({ kind }) => [...PRACTICES, ...TOOLS].includes(kind));
  const budgetOf = (kind: string) => (['practice', 'cases'].includes(kind) ? VARIED : DOING);
  expect(doing.flatMap((page) => excess(page, budgetOf(page.kind)))).toEqual([]);
});

test('No page fetches a font', async () => {
  const fetching = pages.filter(({ fonts }) => fonts.raw > 0);
  expect(fetching.map(({ page }) => page)).toEqual([]);
});

test('What is fetched after a page has come to rest stays below 6.4 kB', async () => {
  const [map] = pages.filter(({ page }) => page === 'en/index.html');
  const late = lateScripts(map?.files ?? []);
  expect(late.filter((file) => file.includes('/late.'))).toHaveLength(1);
  const html = readFileSync(join(dist, 'en/index.html'), 'utf8');
  const [, wide = ''] = /href="[^"]*(_astro\/[^"]+\.css)" media=/.exec(html) ?? [];
  expect((await weigh(dist, [...late, 'sw.js'])).brotli).toBeLessThanOrEqual(DEFERRED);
  expect((await weigh(dist, [wide])).brotli).toBeLessThanOrEqual(WIDE);
});

test('One language, as the worker fetches it, fits into 1.55 MB', async () => {
  const lists = readdirSync(join(dist, '_astro')).filter((name) => name.startsWith('files-'));
  expect(lists.length).toBeGreaterThan(1);
  for (const list of lists) {
    const text = readFileSync(join(dist, '_astro', list), 'utf8');
    const release = JSON.parse(text) as Release;
    const learners = learnersParts(release);
    const filesIn = (parts: readonly Part[]) =>
      parts
        .flatMap((part) => Object.keys(part.files))
        .map((address) => address.replace(/(^|\/)$/, '$1index.html'));
    const { brotli } = await weigh(dist, [...filesIn(learners), `_astro/${list}`]);
    const desk = await weigh(
      dist,
      filesIn(release.parts.filter((part) => !learners.includes(part))),
    );
    console.log(`${list}: ${brotli} bytes, and ${desk.brotli} for coordinators`);
    expect(brotli, list).toBeLessThanOrEqual(LANGUAGE);
    expect(desk.brotli, list).toBeLessThanOrEqual(DESK);
  }
});

/** Scripts that the first one after the page brings along, and those that it asks for by itself. */
function lateScripts(before: readonly string[]): string[] {
  const core = before.find((file) => file.includes('/core.')) ?? '';
  const named = (file: string) =>
    [...readFileSync(join(dist, file), 'utf8').matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)].map(
      ([, name = '']) => `_astro/${name}`,
    );
  const late = new Set(named(core));
  for (const file of late) for (const next of named(file)) late.add(next);
  return [...late].filter((file) => !before.includes(file));
}
