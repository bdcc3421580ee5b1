import type { Page } from '@playwright/test';
import { browsersHere } from '../../src/cli/browsers.ts';
import { killed, lostWhenKilled } from '../../src/cli/kill-loss.ts';
import { measureTabLoss } from '../../src/cli/tab-loss.ts';
import { giveAnswer, says, shownCard } from '../support/learner.ts';
import { withPagesInMemory } from '../support/profiles.ts';
import { expect, test } from '../support/test.ts';

const words = says.en;

/** Ends the process that draws the page, as a phone does that runs out of memory. */
async function endProcess(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

/** Run in a page: how many entries its second copy has beside the records. */
async function entriesOfPhone(): Promise<number> {
  const [first] = await indexedDB.databases();
  if (!first?.name) return 0;
  const asked = indexedDB.open(first.name);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const count = database.transaction('phone').objectStore('phone').count();
  const found = await new Promise<number>((resolve) => {
    count.onsuccess = () => resolve(count.result);
  });
  database.close();
  return found;
}

/** Numbers from 0 to 1 that are the same in every run. */
function* chances(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    yield state / 2 ** 32;
  }
}

test.use({ expected: /crash|ERR_/i });

test('Whatever was said to be saved is there after the page process ends at any moment @chromium', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const chance = chances(20261123);
  await page.goto('./en/notice/check/');
  const questions = await page
    .locator('dastak-question')
    .evaluateAll((all) => all.map((one) => one.closest('.card')?.id ?? ''));
  const acknowledged = new Set<string>();
  let current = page;
  for (let round = 0; round < 12; round += 1) {
    const id = questions[Math.floor(chance.next().value * questions.length)] ?? '';
    await current.goto(`./en/notice/check/#${id}`);
    const card = shownCard(current);
    const again = card.getByRole('button', { name: words.again });
    if (await again.isVisible()) await again.click();
    await giveAnswer(card, chance.next().value < 0.5 ? 'right' : 'wrong');
    // Sometimes the process ends while the answer is on its way: only what was acknowledged counts.
    await card
      .getByRole('button', { name: words.check })
      .evaluate((button: HTMLButtonElement) => button.click());
    if (chance.next().value < 0.7) await expect(card.getByText(words.saved)).toBeVisible();
    if (await card.getByText(words.saved).isVisible()) acknowledged.add(id);
    await endProcess(current);
    current = await context.newPage();
  }
  expect(acknowledged.size).toBeGreaterThan(1);
  for (const id of acknowledged) {
    await current.goto('about:blank');
    await current.goto(`./en/notice/check/#${id}`);
    await expect(shownCard(current).getByRole('status')).not.toBeEmpty();
    await expect(shownCard(current).getByRole('button', { name: words.again })).toBeVisible();
  }
});

test('A page that the back button brings back from memory shows what was answered meanwhile @chromium', async ({
  served,
  launchOptions,
}) => {
  await withPagesInMemory(launchOptions, async (context) => {
    const page = await context.newPage();
    await page.goto(`${served.address}en/notice/check/`);
    // A page to which something still comes while it lies in the memory is dropped from there.
    await page.waitForLoadState('networkidle');
    await expect.poll(() => page.evaluate(entriesOfPhone)).toBeGreaterThan(0);
    await page.evaluate(() => {
      document.documentElement.dataset['isKept'] = 'yes';
    });
    await page.goto(`${served.address}en/about/`);
    const other = await context.newPage();
    await other.goto(`${served.address}en/notice/check/`);
    await giveAnswer(shownCard(other), 'right');
    await shownCard(other).getByRole('button', { name: words.check }).click();
    await page.bringToFront();
    await page.evaluate(() => history.back());
    await expect(page.locator('html')).toHaveAttribute('data-is-kept', 'yes');
    await expect(shownCard(page).getByRole('status')).toContainText(words.right);
  });
});

test('Five tabs in processes of their own that answer at once lose nothing @engines', async ({
  context,
  served,
}) => {
  const pages = ['notice', 'ask', 'begin', 'finish'].map(
    (module) => `${served.address}en/${module}/check/`,
  );
  const { saved, lost } = await measureTabLoss(context, pages, 5, 100);
  expect(saved).toBe(100);
  expect(lost).toBe(0);
});

test('What a page said was done holds when the whole browser is killed at once @engines', async ({
  served,
  browserName,
}) => {
  test.setTimeout(180_000);
  const engine = browserName === 'firefox' ? 'firefox' : 'chromium';
  // All kinds at all moments, in either engine: npm run bench -- kill.
  const kinds = engine === 'firefox' ? killed.slice(0, 2) : killed;
  const [path = ''] = browsersHere(engine);
  expect(await lostWhenKilled(kinds, engine, path, served.address, 0)).toEqual([]);
});
