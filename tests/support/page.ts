import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/**
 * Fails where axe finds a breach of WCAG 2.2 A or AA in the page as it stands.
 * @param part a CSS selector of the part to look at; the whole page unless told
 */
export async function axe(page: Page, part?: string): Promise<void> {
  const builder = new AxeBuilder({ page }).withTags(STANDARDS);
  const { violations } = await (part ? builder.include(part) : builder).analyze();
  const offenders = violations.flatMap((rule) =>
    rule.nodes.map((node) => {
      const summary = node.failureSummary?.replaceAll(/\s+/g, ' ') ?? rule.help;
      return `${rule.id}: ${node.target.join(' ')} · ${node.html.slice(0, 120)} · ${summary}`;
    }),
  );
  expect(offenders, `axe on ${page.url()}`).toEqual([]);
}

/** The visible text of a page, or of the part that a CSS selector names, as trimmed lines without empty ones. */
export async function lines(page: Page, part = 'body'): Promise<string[]> {
  const text = await page.locator(part).innerText();
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
