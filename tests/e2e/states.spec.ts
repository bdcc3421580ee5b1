import { openState, pageStates } from '../../src/cli/page-states.ts';
import { frameFaults } from '../support/faults/frame-faults.ts';
import { expect, test } from '../support/test.ts';

/** Screens by width, height and size of text in per cent: small phones, one lying down, a phone with larger text, a desk. */
const screens = [
  { width: 280, height: 560, text: 200 },
  { width: 320, height: 560, text: 100 },
  { width: 360, height: 640, text: 130 },
  { width: 740, height: 360, text: 130 },
  { width: 1280, height: 800, text: 200 },
  { width: 1280, height: 800, text: 100 },
] as const;

test.use({ site: 'course' });

for (const language of ['hi', 'en']) {
  test(`No state of a page loses anything at its edges, on any screen and with any text: ${language} @chromium`, async ({
    browser,
    served,
  }) => {
    test.setTimeout(300_000);
    const found: string[] = [];
    for (const state of pageStates) {
      const context = await browser.newContext({ viewport: screens[1], reducedMotion: 'reduce' });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      await openState(page, served.address, language, state);
      for (const { width, height, text } of screens) {
        await page.setViewportSize({ width, height });
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = `${(112.5 * size) / 100}%`;
        }, text);
        const faults = await page.evaluate(frameFaults);
        found.push(
          ...faults.map((fault) => `${state.name}, ${width} × ${height} at ${text} %: ${fault}`),
        );
      }
      await context.close();
    }
    console.log(`${pageStates.length} states on ${screens.length} screens in ${language}.`);
    expect(found).toEqual([]);
  });
}
