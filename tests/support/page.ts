import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Rules whose answer depends on colours: all others say the same in every theme. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * Fails where axe finds a breach of WCAG 2.2 A or AA in the page as it stands.
 * @param part a CSS selector of the part to look at; the whole page unless told
 */
export async function axe(page: Page, part?: string): Promise<void> {
  const builder = builderFor(page).withTags(STANDARDS);
  await expectNothing(page, part ? builder.include(part) : builder);
}

/** Fails where the colours of the page as it stands breach WCAG 2.2 AA. */
export async function axeColours(page: Page): Promise<void> {
  await expectNothing(page, builderFor(page).withRules(OF_COLOURS));
}

/**
 * Looks at the page as it stands by day with every rule, then at its colours by night. Where the system sets its own
 * colours axe cannot measure: it reads the colour that fills the letters, which Chromium tells as the page wrote it.
 */
export async function axeInAllColours(page: Page): Promise<void> {
  await axe(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await axeColours(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null });
}

/**
 * Asks axe for breaches alone: what passes is not listed, and no second page is opened to join the results of frames from
 * other sites, which no page has. It finds the same in a third of the time.
 */
function builderFor(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
}

async function expectNothing(page: Page, builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze();
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
