import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { site } from '../../src/build/site.ts';
import { folderBytes, pageBytes, pagesBelow } from '../../src/cli/bytes.ts';
import { dist } from '../../src/cli/tools.ts';

// All in bytes with brotli. 14,600 bytes are ten TCP segments: what a server sends before it waits.
const FIRST_FLIGHT = 14_600;
// A check holds all questions of its module at once, and comes after lessons whose styles and scripts it shares.
const CHECK = 20_000;
// A conversation is one page with every line that may be said in it, so that it never waits for the network.
const CONVERSATION = 32_000;
// A set of cases is one page as well, so that a run can draw any of them without the network.
const CASES = 32_000;
const SCRIPTS = 8_000;
// What a learner may ever fetch; the reviewers' pages are not part of the course.
const COURSE = 700_000;

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

test('Every set of cases, with its styles and scripts, stays below 32 kB', async () => {
  expect(await heavier((module) => module === 'cases', CASES)).toEqual([]);
});

test('No page asks a learner for more than 8 kB of script', async () => {
  const heavy = (await weighed).filter(({ js }) => js.brotli > SCRIPTS);
  expect(heavy.map(({ page, js }) => `${page}: ${js.brotli} bytes`)).toEqual([]);
});

test('No page fetches a font', async () => {
  const fetching = (await weighed).filter(({ fonts }) => fonts.raw > 0);
  expect(fetching.map(({ page }) => page)).toEqual([]);
});

test('The whole course in all its languages fits into 700 kB', async () => {
  const reviewers = await folderBytes(join(dist, 'review'));
  expect((await folderBytes(dist)).brotli - reviewers.brotli).toBeLessThanOrEqual(COURSE);
});
