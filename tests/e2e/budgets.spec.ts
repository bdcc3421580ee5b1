import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { site } from '../../src/build/site.ts';
import { pageBytes, pagesBelow, weigh } from '../../src/cli/bytes.ts';
import { dist } from '../../src/cli/tools.ts';
import type { Release } from '../../src/domain/release.ts';

// All in bytes with brotli. 14,600 bytes are ten TCP segments: what a server sends before it waits.
const FIRST_FLIGHT = 14_600;
// A check holds all questions of its module at once, and comes after lessons whose styles and scripts it shares.
const CHECK = 20_000;
// A conversation is one page with every line that may be said in it, so that it never waits for the network.
const CONVERSATION = 32_000;
// A call or a relay likewise, with all its options.
const DRILL = 24_000;
const isDrill = (module: string) => module === 'call' || module === 'relay';
// A set of cases is one page as well, so that a run can draw any of them without the network.
const CASES = 32_000;
const SCRIPTS = 8_000;
// A round of cases and a call come after lessons whose shell they share.
const ROUND_SCRIPTS = 9_000;
// It reads back conversations, cases and calls, so it has the engines of all three.
const OUTCOME_SCRIPTS = 16_000;
// What comes once a page has come to rest: the page-side half of the worker, its status in words, the worker itself.
const DEFERRED = 6_000;
// One language as the worker fetches it, list included: 806 kB (Hindi) and 721 kB (English) on 2026-11-27, a third of it
// conversations, of which every line travels along.
const LANGUAGE = 880_000;

const weighed = Promise.all(
  pagesBelow(dist).map(async (page) => ({ page, ...(await pageBytes(dist, page, site.base)) })),
);

/** Pages three folders deep, `language/module/step/`, that are heavier than their budget. */
async function heavier(
  isMeant: (module: string, step: string) => boolean,
  budget: number,
): Promise<string[]> {
  const steps = (await weighed).filter(({ page }) => {
    const [, module = '', step = '', file] = page.split('/');
    // The review book is no learner's.
    return file !== undefined && !page.startsWith('review/') && isMeant(module, step);
  });
  expect(steps).not.toEqual([]);
  return steps
    .filter(({ total }) => total.brotli > budget)
    .map(({ page, total }) => `${page}: ${total.brotli} bytes`);
}

test('Every lesson, with its styles and scripts, arrives in the first flight', async () => {
  const isLesson = (module: string, step: string) =>
    !['practice', 'cases', 'call', 'relay'].includes(module) && step !== 'check';
  expect(await heavier(isLesson, FIRST_FLIGHT)).toEqual([]);
});

test('Every check, with its styles and scripts, stays below 20 kB', async () => {
  expect(await heavier((_, step) => step === 'check', CHECK)).toEqual([]);
});

test('Every conversation, with its styles and scripts, stays below 32 kB', async () => {
  expect(await heavier((module) => module === 'practice', CONVERSATION)).toEqual([]);
});

test('Every call and relay, with its styles and scripts, stays below 24 kB', async () => {
  expect(await heavier(isDrill, DRILL)).toEqual([]);
});

test('Every set of cases, with its styles and scripts, stays below 32 kB', async () => {
  expect(await heavier((module) => module === 'cases', CASES)).toEqual([]);
});

/** Pages whose scripts are heavier than the budget of their kind. */
const heavyScripts = async (isMeant: (page: string) => boolean, budget: number) =>
  (await weighed)
    .filter(({ page, js }) => isMeant(page) && js.brotli > budget)
    .map(({ page, js }) => `${page}: ${js.brotli} bytes`);
const isRound = (page: string) => /^[a-z]+\/(call|cases)\//.test(page);
const isOutcome = (page: string) => /^[a-z]+\/outcome\//.test(page);

test('No page asks a learner for more than 8 kB of script', async () => {
  const isUsual = (page: string) => !isRound(page) && !isOutcome(page);
  expect(await heavyScripts(isUsual, SCRIPTS)).toEqual([]);
});

test('Calls and cases ask for no more than 9 kB of script', async () => {
  expect(await heavyScripts(isRound, ROUND_SCRIPTS)).toEqual([]);
});

test('The page that judges every kind of practice asks for no more than 16 kB of script', async () => {
  expect(await heavyScripts(isOutcome, OUTCOME_SCRIPTS)).toEqual([]);
});

test('No page fetches a font', async () => {
  const fetching = (await weighed).filter(({ fonts }) => fonts.raw > 0);
  expect(fetching.map(({ page }) => page)).toEqual([]);
});

test('What is fetched after a page has come to rest stays below 6 kB', async () => {
  const [map] = (await weighed).filter(({ page }) => page === 'en/index.html');
  const late = lateScripts(map?.files ?? []);
  expect(late.filter((file) => file.includes('/late.'))).toHaveLength(1);
  expect((await weigh(dist, [...late, 'sw.js'])).brotli).toBeLessThanOrEqual(DEFERRED);
});

test('One language, as the worker fetches it, fits into 880 kB', async () => {
  const lists = readdirSync(join(dist, '_astro')).filter((name) => name.startsWith('files-'));
  expect(lists.length).toBeGreaterThan(1);
  for (const list of lists) {
    const text = readFileSync(join(dist, '_astro', list), 'utf8');
    const { parts } = JSON.parse(text) as Release;
    const files = parts
      .flatMap((part) => Object.keys(part.files))
      .map((address) => address.replace(/(^|\/)$/, '$1index.html'));
    const { brotli } = await weigh(dist, [...files, `_astro/${list}`]);
    expect(brotli, list).toBeLessThanOrEqual(LANGUAGE);
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
