import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { root } from '../../src/cli/tools.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Rules whose answer depends on colours: all others say the same in every theme. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

const source = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/**
 * Fails where axe finds a breach of WCAG 2.2 A or AA in the page as it stands.
 * @param part a CSS selector of the part to look at; the whole page unless told
 */
export async function axe(page: Page, part?: string): Promise<void> {
  expect(await axeFaults(page, STANDARDS, part), `axe on ${page.url()}`).toEqual([]);
}

/**
 * Looks at the page as it stands by day with every rule, then at its colours by night. Where the system sets its own
 * colours axe cannot measure: it reads the colour that fills the letters, which Chromium tells as the page wrote it.
 */
export async function axeInAllColours(page: Page): Promise<void> {
  await axe(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await axeFaults(page, OF_COLOURS), `axe on ${page.url()} by night`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
}

/**
 * What axe finds in the page as it stands, one sentence each. It is asked for breaches alone and in the page itself, since
 * no page has frames to join: that takes a third of the time of its own driver.
 * @param rules names of rules, or tags of standards; WCAG 2.2 A and AA unless told
 * @param part a CSS selector of the part to look at
 */
export async function axeFaults(
  page: Page,
  rules: string[] = STANDARDS,
  part?: string,
): Promise<string[]> {
  await page.evaluate(`globalThis.axe || (() => { ${source} })()`);
  const options: RunOptions = {
    runOnly: rules,
    resultTypes: ['violations'],
    // Its answer depends on how far the page is scrolled; the crawler asks for 44 px of every target instead.
    rules: { 'target-size': { enabled: false } },
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
