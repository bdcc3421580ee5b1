import type { Page } from '@playwright/test';
import { giveAnswer, says, shownCard, walkModule } from '../support/learner.ts';
import { expect, test } from '../support/test.ts';

const words = says.en;

async function answerOne(page: Page, wanted: 'right' | 'wrong' = 'right'): Promise<void> {
  await page.goto('./en/notice/check/');
  await giveAnswer(shownCard(page), wanted);
  await shownCard(page).getByRole('button', { name: words.check }).click();
  await expect(shownCard(page).getByText(words.saved)).toBeVisible();
}

/** Opens the record's page and has the code shown as text. */
async function codeOf(page: Page): Promise<string> {
  await page.goto('./en/my-data/');
  await page.getByRole('button', { name: 'Show my code' }).click();
  const groups = page.locator('dastak-transfer .groups li');
  await expect(groups.first()).toBeAttached();
  return (await groups.allTextContents()).map((group) => group.trim()).join(' ');
}

async function look(page: Page, code: string): Promise<void> {
  await page.goto('./en/my-data/');
  await page.getByLabel('Type or paste a code').fill(code);
  await page.getByRole('button', { name: 'See what it holds' }).click();
}

const heard = (page: Page) => page.locator('.heard');

test('A finished door is carried to a wiped phone by a typed code', async ({
  page,
  browser,
  served,
}) => {
  test.setTimeout(120_000);
  await page.goto('./en/');
  await page.getByRole('button', { name: words.warden }).click();
  await page.getByRole('link', { name: words.first }).click();
  await walkModule(page, 'en');
  const code = await codeOf(page);

  const wiped = await browser.newContext({ baseURL: served.address });
  const fresh = await wiped.newPage();
  await look(fresh, code);
  await expect(fresh.getByRole('heading', { name: 'This is what it would bring' })).toBeVisible();
  await fresh.getByRole('button', { name: 'Begin my record with it' }).click();
  await expect(fresh.getByText('It is here now, and saved on this phone.')).toBeVisible();
  await fresh.goto('./en/');
  await expect(fresh.locator('.door[data-module=begin]')).toHaveAttribute('data-state', 'finished');
  await expect(fresh.locator('.current-name', { hasText: 'Warden or hostel staff' })).toBeVisible();
  await wiped.close();
});

test('The same code brought twice changes nothing', async ({ page }) => {
  await answerOne(page);
  await look(page, await codeOf(page));
  await expect(heard(page)).toContainText('Everything in this code is here already.');
});

test('A code adds to what is there and takes nothing away', async ({ page, browser, served }) => {
  await answerOne(page);
  const other = await browser.newContext({ baseURL: served.address });
  const second = await other.newPage();
  await second.goto('./en/ask/check/');
  await giveAnswer(shownCard(second), 'right');
  await shownCard(second).getByRole('button', { name: words.check }).click();
  await expect(shownCard(second).getByText(words.saved)).toBeVisible();
  const code = await codeOf(second);
  await other.close();

  await look(page, code);
  await page.locator('.preview [data-do=add]').click();
  await expect(page.getByText('It is here now, and saved on this phone.')).toBeVisible();
  for (const door of ['notice', 'ask']) {
    await page.goto(`./en/${door}/check/`);
    await expect(shownCard(page).getByRole('status')).toContainText(words.right);
  }
});
