import type { Page } from '@playwright/test';
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
import { expect, test } from '../support/test.ts';

// What the crawler looks for is found where it was put on purpose, and nothing is found beside it.
test.use({ viewport: { width: 320, height: 560 } });

async function show(page: Page, style: string, main: string): Promise<void> {
  await page.setContent(
    `<style>body{margin:0;background:#fff;color:#000}button,a,input{display:block;min-width:44px;min-height:44px}
    :focus-visible{outline:3px solid #000}${style}</style><main>${main}</main>`,
  );
  await page.evaluate(installLook);
}

test('The crawler finds what is cut, runs off the screen or is too small to press @chromium', async ({
  page,
}) => {
  await show(
    page,
    '.wide{width:400px;text-align:right}.cut{height:10px;overflow:hidden}.dot{min-width:9px;min-height:9px;width:9px;height:9px;padding:0}',
    '<p class="wide">Far out</p><p class="cut">Half of it</p><button class="dot"></button><button>Good</button>',
  );
  expect(await page.evaluate(frameFaults)).toEqual([
    'the page is 80 px wider than the screen: <p.wide> “Far out”',
    'text runs off the screen: <p.wide> “Far out”',
    'text is cut in height: <p.cut> “Half of it”',
    'a target is 9 × 9 px: <button.dot> “”',
  ]);
});

test('The crawler finds words and edges of fields that hardly show @chromium', async ({ page }) => {
  await show(
    page,
    '.pale{color:#999}.large{color:#888;font-size:24px}.veiled{opacity:0.4}.grey{color:#999}.faint{border:2px solid #ddd}.clear{border:2px solid #777}',
    '<p class="pale">Pale</p><p class="large">Large</p><div class="veiled"><p>Veiled</p></div><input class="faint" name="a"><input class="clear grey" name="b">',
  );
  expect(await page.evaluate(textFaults)).toEqual([
    'words stand out by 2.8 to 1 only: <p.pale> “Pale”',
    'words stand out by 2.8 to 1 only: <p> “Veiled”',
    'words stand out by 2.8 to 1 only: <input.clear.grey name=b> “”',
  ]);
  expect(await page.evaluate(edgeFaults)).toEqual([
    'the edge of a field can hardly be seen: <input.faint name=a> “”',
  ]);
});

test('The crawler finds a focus that does not show, or that lies under something @chromium', async ({
  page,
}) => {
  await show(
    page,
    '.bare:focus-visible{outline:none}.over{position:fixed;margin:0;inset:0 0 auto;height:60px;background:#fff}',
    '<button class="under">Under</button><button class="bare">Bare</button><button>Good</button><p class="over"></p>',
  );
  await page.keyboard.press('Tab');
  expect(await page.evaluate(focusFaults)).toEqual([
    'the focus lies under something, or off the screen: <button.under> “Under”',
    'the focus does not show: <button.bare> “Bare”',
  ]);
});

test('The crawler finds what vanishes where the system sets the colours @chromium', async ({
  page,
}) => {
  await show(
    page,
    '.dot,.ring{width:20px;height:20px}.dot{background:teal}.ring{border:3px solid teal}.button{border:0}[aria-current]{background:#dff}',
    '<p class="dot"></p><p class="ring"></p><button class="button">Send</button><nav><a href="#a" aria-current="page">Here</a><a href="#b">There</a></nav>',
  );
  await page.evaluate(rememberPaint);
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  expect(await page.evaluate(forcedFaults)).toEqual([
    'vanishes where the system sets the colours: <p.dot> “”',
    'has no edge where the system sets the colours: <button.button> “Send”',
    'looks like what is not chosen: <a> “Here”',
  ]);
});

test('The crawler finds a hidden panel on paper, and words that paper leaves out @chromium', async ({
  page,
}) => {
  await show(
    page,
    '@media print{.panel{display:block!important}.told{display:none}}',
    '<p class="panel" hidden>All was there</p><p class="told">Seven not yet</p><p>Good</p>',
  );
  await page.evaluate(rememberShown);
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(printFaults, false)).toEqual([
    'only paper shows <p.panel> “All was there”',
    'paper leaves out <p.told> “Seven not yet”',
  ]);
  expect(await page.evaluate(printFaults, true)).toEqual([
    'only paper shows <p.panel> “All was there”',
  ]);
});
