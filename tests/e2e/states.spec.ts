import type { Page } from '@playwright/test';
import { openState, type PageState } from '../../src/cli/page-state.ts';
import { pageStates } from '../../src/cli/page-states.ts';
import {
  edgeFaults,
  forcedFaults,
  rememberPaint,
  textFaults,
} from '../support/faults/colour-faults.ts';
import { focusFaults } from '../support/faults/focus-faults.ts';
import { frameFaults } from '../support/faults/frame-faults.ts';
import { installLook } from '../support/faults/look.ts';
import { printFaults, rememberShown } from '../support/faults/print-faults.ts';
import { axeFaults } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

interface Screen {
  width: number;
  height: number;
  /** Size of text in per cent of the page's own. */
  text: number;
}

/** Screens for a page as it comes, and for one with everything unfolded: of each the smallest phones, one enlarged or lying down, and a desk. */
const screens: readonly [readonly Screen[], readonly Screen[]] = [
  [
    { width: 280, height: 560, text: 200 },
    { width: 360, height: 560, text: 130 },
    { width: 1280, height: 800, text: 100 },
  ],
  [
    { width: 320, height: 560, text: 100 },
    { width: 740, height: 360, text: 130 },
    // A desk of 1280 × 800 enlarged to 200 %.
    { width: 640, height: 400, text: 100 },
  ],
];
/** Further screens of `npm run crawl`, which also goes through all of them in every language, folded and unfolded. */
const further: readonly Screen[] = [
  { width: 320, height: 640, text: 200 },
  { width: 1280, height: 800, text: 200 },
  { width: 1920, height: 1080, text: 100 },
];
const allScreens = [...screens.flat(), ...further];
const isWhole = process.env.DASTAK_CRAWL === 'whole';
const paper = { width: 718, height: 1000 };
const languages = ['hi', 'en'];

test.use({
  site: 'course',
  viewport: { width: 320, height: 560 },
  contextOptions: { reducedMotion: 'reduce' },
  // What a browser says that is told to be too old for the scripts.
  expected: /too old for the scripts/,
});

for (const [index, state] of pageStates.entries()) {
  // Neighbours in the list are alike, so that each language has every kind of state.
  for (const language of isWhole ? languages : languages.slice(index % 2, (index % 2) + 1)) {
    test(`${state.name}, in ${language}: nothing is cut, too small, too faint or out of reach @chromium`, async ({
      page,
      served,
    }) => {
      await openState(page, served.address, language, state);
      await page.evaluate(installLook);
      const [small, others] = isWhole ? [allScreens, allScreens] : screens;
      const found = await folded(page, small);
      found.push(...(await unfolded(page, state, others)));
      expect(found).toEqual([]);
    });
  }
}

/** By day and in the system's own colours. */
async function folded(page: Page, sizes: readonly Screen[]): Promise<string[]> {
  const found = await frame(page, sizes);
  found.push(...(await axeFaults(page, { isState: !isWhole })));
  found.push(...(await page.evaluate(textFaults)), ...(await page.evaluate(edgeFaults)));
  await page.evaluate(rememberPaint);
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  found.push(...(await page.evaluate(textFaults)), ...(await page.evaluate(forcedFaults)));
  found.push(...(await focus(page)));
  await page.emulateMedia({ forcedColors: null, colorScheme: null });
  return found;
}

/** With all that can be unfolded, by night and on paper. */
async function unfolded(
  page: Page,
  { isSheet }: PageState,
  sizes: readonly Screen[],
): Promise<string[]> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  const found = await frame(page, sizes);
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await page.evaluate(textFaults)), ...(await page.evaluate(edgeFaults)));
  if (isWhole) found.push(...(await axeFaults(page)));
  found.push(...(await focus(page)));
  await page.setViewportSize(paper);
  await page.evaluate(rememberShown);
  await page.emulateMedia({ media: 'print' });
  found.push(...(await page.evaluate(printFaults, isSheet === true)));
  await page.emulateMedia({ media: null, colorScheme: null });
  return found;
}

async function frame(page: Page, sizes: readonly Screen[]): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(() => {
    // What lies far below the screen has no lines yet that could be measured.
    const whole = new CSSStyleSheet();
    whole.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [whole];
  });
  for (const { width, height, text } of sizes) {
    await page.setViewportSize({ width, height });
    await enlarge(page, text);
    const faults = await page.evaluate(frameFaults);
    found.push(...faults.map((fault) => `${width} × ${height} at ${text} %: ${fault}`));
  }
  await enlarge(page, 100);
  return found;
}

async function enlarge(page: Page, text: number): Promise<void> {
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = `${(112.5 * size) / 100}%`;
  }, text);
}

async function focus(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 360, height: 560 });
  // Browsers show the focus to whoever used the keyboard last.
  await page.keyboard.press('Tab');
  return page.evaluate(focusFaults);
}
