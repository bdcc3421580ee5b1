import type { Page } from '@playwright/test';
import { type Driven, lookWithoutScript, takeFirstSteps } from '../../src/cli/first-steps.ts';
import { expect, test } from '../support/test.ts';

const driven = (page: Page): Driven => ({
  goto: async (address) => void (await page.goto(address)),
  evaluate: (expression) => page.evaluate(expression),
});

/** Takes away what came to browsers after the floor. */
function forget(): void {
  const without = (owner: object | undefined, ...names: string[]) => {
    for (const name of names) if (owner) Reflect.deleteProperty(owner, name);
  };
  without(Array.prototype, 'at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with');
  without(Array.prototype, 'toSpliced');
  without(Uint8Array.prototype, 'toHex', 'toBase64');
  for (const list of [Object.getPrototypeOf(Uint8Array.prototype), String.prototype]) {
    without(
      list,
      'at',
      'findLast',
      'findLastIndex',
      'toSorted',
      'toReversed',
      'with',
      'replaceAll',
    );
  }
  without(Object, 'hasOwn', 'groupBy');
  without(Map, 'groupBy');
  without(Promise, 'any', 'withResolvers', 'try');
  without(Intl, 'Segmenter', 'DurationFormat');
  without(Element.prototype, 'checkVisibility', 'replaceChildren', 'setHTML');
  without(Document.prototype, 'replaceChildren', 'startViewTransition');
  without(DocumentFragment.prototype, 'replaceChildren');
  without(HTMLElement.prototype, 'popover', 'showPopover', 'hidePopover', 'togglePopover');
  without(AbortSignal, 'timeout', 'any');
  without(Crypto.prototype, 'randomUUID');
  without(Navigator.prototype, 'locks', 'share', 'canShare', 'connection', 'userAgentData');
  without(CSS, 'highlights');
  without(window, 'structuredClone', 'BroadcastChannel', 'CompressionStream', 'scheduler');
  without(
    window,
    'AudioContext',
    'MediaRecorder',
    'Highlight',
    'requestIdleCallback',
    'navigation',
  );
  CSS.supports = () => false;
}

test('The first steps pass in a browser without anything that is newer than the floor', async ({
  page,
  served,
}) => {
  await page.addInitScript(forget);
  const steps = await takeFirstSteps(driven(page), served.address, 'notice');
  expect(steps.filter(({ problem }) => problem !== null)).toEqual([]);
  expect(steps).toHaveLength(9);
});

test('The menu without popovers closes with Escape and with a tap beside it, and gives its focus back', async ({
  page,
}) => {
  await page.addInitScript(forget);
  await page.setViewportSize({ width: 900, height: 740 });
  await page.goto('./en/');
  const opener = page.locator('.bar [popovertarget]');
  const menu = page.locator('.menu');
  await expect(menu).toBeHidden();
  await opener.click();
  await expect(menu).toBeVisible();
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(opener).toBeFocused();
  await opener.click();
  // Beside it there is room on a wide screen only.
  await page.mouse.click(20, 400);
  await expect(menu).toBeHidden();
});

test.describe('below the floor', () => {
  test.use({ expected: /too old for the scripts/ });

  test('A browser below the floor shows the whole page as without script, and says so', async ({
    page,
    served,
  }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Object, 'fromEntries'));
    const steps = await lookWithoutScript(driven(page), served.address);
    expect(steps.filter(({ problem }) => problem !== null)).toEqual([]);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });
});

test.describe('a script that is lost', () => {
  test.use({ expected: /ERR_FAILED/ });

  test('A page of which a script was lost on the way says so', async ({ page }) => {
    await page.route('**/core.*.js', (route) => route.abort());
    await page.goto('./hi/notice/check/');
    await expect(page.locator('.still')).toContainText('पन्ना फिर से खोलिए');
    await expect(page.locator('dastak-question details').first()).toBeVisible();
  });
});

test('A page that lives says nothing of it', async ({ page }) => {
  await page.goto('./en/');
  await page.waitForLoadState();
  await expect(page.locator('.still')).toBeHidden();
});
