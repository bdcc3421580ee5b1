import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { root } from '../../src/cli/tools.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/**
 * What axe need not be asked of every state: the contrast of words, which `textFaults` finds in a fiftieth of the time, and
 * what depends on the style sheets alone, which are the same everywhere.
 */
const FOUND_ELSEWHERE = ['color-contrast', 'css-orientation-lock'];

const source = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/**
 * Fails where axe finds a breach of WCAG 2.2 A or AA in the page as it stands.
 * @param part a CSS selector of the part to look at; the whole page unless told
 */
export async function axe(page: Page, part?: string): Promise<void> {
  expect(await axeFaults(page, { part }), `axe on ${page.url()}`).toEqual([]);
}

/**
 * What axe finds in the page as it stands, one sentence each. It is asked for breaches alone and in the page itself, since
 * no page has frames to join: that takes a third of the time of its own driver.
 * @param part a CSS selector of the part to look at; the whole page unless told
 * @param isState whether other searches look at the page as well, so that axe is asked only for what they cannot find
 */
export async function axeFaults(
  page: Page,
  { part, isState = false }: { part?: string | undefined; isState?: boolean } = {},
): Promise<string[]> {
  const skipped = ['target-size', ...(isState ? FOUND_ELSEWHERE : [])];
  await page.evaluate(`globalThis.axe || (() => { ${source} })()`);
  const options: RunOptions = {
    runOnly: STANDARDS,
    resultTypes: ['violations'],
    // The answer of target-size depends on how far the page is scrolled; the crawler asks for 44 px of every target instead.
    rules: Object.fromEntries(skipped.map((rule) => [rule, { enabled: false }])),
  };
  const { violations } = await page.evaluate(
    ([selector, asked]) =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(
        selector ?? document,
        asked,
      ),
    [part, options] as const,
  );
  return violations.flatMap((rule: AxeResults['violations'][number]) =>
    rule.nodes.map((node) => {
      const summary = node.failureSummary?.replaceAll(/\s+/g, ' ') ?? rule.help;
      return `${rule.id}: ${node.target.join(' ')} · ${node.html.slice(0, 120)} · ${summary}`;
    }),
  );
}

/** The visible text of a page, or of the part that a CSS selector names, as trimmed lines without empty ones. */
export async function lines(page: Page, part = 'body'): Promise<string[]> {
  const text = await page.locator(part).innerText();
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
