import type { Page } from '@playwright/test';
import { giveAnswer, says, shownCard } from '../support/learner.ts';
import { expect, test } from '../support/test.ts';

const words = says.en;

test('A wrong answer says why, stays in the record, and may be tried again', async ({ page }) => {
  await page.goto('./en/notice/check/');
  const card = shownCard(page);
  await giveAnswer(card, 'wrong');
  await card.getByRole('button', { name: words.check }).click();
  await expect(card.getByRole('status')).toContainText(words.wrong);
  await expect(card.getByText(words.saved)).toBeVisible();

  await card.getByRole('button', { name: words.again }).click();
  await giveAnswer(card, 'right');
  await card.getByRole('button', { name: words.check }).click();
  await expect(card.getByRole('status')).toContainText(words.right);
  await expect(card.getByText('You have tried this once before.')).toBeVisible();

  await page.reload();
  await expect(shownCard(page).getByRole('status')).toContainText(words.right);
  await expect(shownCard(page).getByText('You have tried this once before.')).toBeVisible();
});

test('What was chosen carries a tick or a cross with its word, which forced colours leave @chromium', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('./en/notice/check/');
  const card = shownCard(page);
  const marks = card.locator('.option [data-mark]:visible');
  await expect(marks).toHaveCount(0);
  for (const [wanted, mark, word] of [
    ['wrong', 'slip', 'Rather not'],
    ['right', 'right', 'Right'],
  ] as const) {
    await giveAnswer(card, wanted);
    await card.locator('[type=submit]').click();
    await expect(card.locator(`.option:has(:checked) [data-mark=${mark}]`)).toHaveText(word);
    await expect(card.locator(`.feedback [data-mark=${mark}]`)).toBeVisible();
    const drawn = await marks.first().evaluate((element) =>
      ['::before', '::after'].map((side) => {
        const { borderRightWidth, borderRightColor, height } = getComputedStyle(element, side);
        return [borderRightWidth, borderRightColor, height].join(' ');
      }),
    );
    expect(new Set(drawn).size, drawn.join(', ')).toBe(mark === 'right' ? 2 : 1);
    for (const side of drawn) expect(side).not.toMatch(/^0px|rgba\(0, 0, 0, 0\)/);
    await card.locator('[type=submit]').click();
    await expect(marks).toHaveCount(0);
  }
});

test('Users fault 12: before the course has taught anything an answer is kept and not corrected', async ({
  page,
}) => {
  await page.goto('./en/begin/check/');
  const questions = await page.locator('dastak-question').count();
  await expect(page.locator('.card-count')).toHaveText(`1 of ${questions}`);
  await expect(page.locator('dastak-question details')).toHaveCount(0);
  const [first, second] = [page.locator('.card').nth(0), page.locator('.card').nth(1)];
  const back = page.getByRole('button', { name: words.back, exact: true });
  await giveAnswer(first, 'wrong');
  await expect(second).toBeVisible();
  await expect(second.locator('.prompt')).toBeFocused();

  // Until the check is finished and left, a choice may be changed.
  await back.click();
  await expect(first.getByRole('status')).toHaveText('Noted.');
  await expect(first.locator('[data-mark]')).toHaveCount(0);
  await giveAnswer(first, 'right');
  await expect(second).toBeVisible();
  await giveAnswer(second, 'right');
  await expect(page.locator('.result-card')).toBeVisible();
  await page.goto('./en/begin/check/');
  await expect(first.getByRole('status')).toHaveText('Noted.');
  await expect(first.locator('input:enabled, [type=submit]:visible')).toHaveCount(0);
  expect(await first.locator(':checked').getAttribute('value')).toBe(
    await first.locator('dastak-question').getAttribute('data-right'),
  );
});

test('Who goes through the options by key keeps none of them before the button or Enter', async ({
  page,
}) => {
  await page.goto('./en/begin/check/');
  const card = page.locator('.card').first();
  await card.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(card.getByRole('radio').nth(1)).toBeChecked();
  await page.waitForTimeout(600);
  await expect(card.getByRole('status')).toBeEmpty();
  await expect(card).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.card').nth(1).locator('.prompt')).toBeFocused();
});

test('Checking without a choice asks for one and keeps nothing', async ({ page }) => {
  await page.goto('./en/notice/check/');
  const card = shownCard(page);
  await card.getByRole('button', { name: words.check }).click();
  await expect(card.getByRole('status')).toHaveText('Choose something first.');
  await page.reload();
  await expect(shownCard(page).getByRole('status')).toBeEmpty();
});

test('The answer is in the record before its feedback is shown @engines', async ({ page }) => {
  await page.goto('./en/notice/check/');
  await page.evaluate(() => {
    const status = document.querySelector('.card:not([hidden]) .feedback');
    const kept = () =>
      Object.values({ ...localStorage })
        .join('')
        .includes('answer');
    new MutationObserver(() => {
      document.documentElement.dataset['keptFirst'] ??= String(kept());
    }).observe(status as Element, { childList: true });
  });
  const card = shownCard(page);
  await giveAnswer(card, 'wrong');
  await card.getByRole('button', { name: words.check }).click();
  await expect(page.locator('html')).toHaveAttribute('data-kept-first', 'true');
});

test('Steps are put in order with arrow buttons, and each move is said @engines', async ({
  page,
}) => {
  await page.goto('./en/notice/first-hour/#first-hour-steps');
  const card = shownCard(page);
  const [first] = await card.locator('.ordering > li > span').allTextContents();
  await card.getByRole('button', { name: `Move down: ${first}` }).click();
  await expect(card.getByRole('status')).toHaveText(`${first}: now number 2`);
});

test('A check counts what was right at the first try and leads back to the rest', async ({
  page,
}) => {
  await page.goto('./en/notice/check/');
  const total = await page.locator('dastak-question').count();
  await giveAnswer(shownCard(page), 'right');
  await shownCard(page).getByRole('button', { name: words.check }).click();
  await page.goto('./en/notice/check/#notice-result');
  await expect(page.getByText(`Right at the first try: 1 of ${total}.`)).toBeVisible();
  await expect(page.locator('.look a')).toHaveCount(total - 1);
  await page.locator('.look a').first().click();
  await expect(shownCard(page).locator('dastak-question')).toBeVisible();
});

test('Field fault I: holding Enter on "Check" answers once and stops there', async ({ page }) => {
  await page.goto('./en/notice/check/');
  const card = shownCard(page);
  await giveAnswer(card, 'wrong');
  await card.getByRole('button', { name: words.check }).focus();
  for (let repeat = 0; repeat < 8; repeat += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(card.getByRole('status')).toContainText(words.wrong);
  await expect(card.getByRole('button', { name: words.again })).toBeVisible();
});

test('House fault 4: no answer of one person stands for another, and the focus stays where it is', async ({
  page,
  context,
}) => {
  const answer = async (on: Page, wanted: 'right' | 'wrong') => {
    await on.goto('./en/notice/check/');
    await giveAnswer(shownCard(on), wanted);
    await shownCard(on).getByRole('button', { name: words.check }).click();
    await expect(shownCard(on).getByText(words.saved)).toBeVisible();
  };
  await answer(page, 'wrong');
  const status = shownCard(page).getByRole('status');
  const exit = page.getByRole('link', { name: words.exit });
  await exit.focus();

  const other = await context.newPage();
  await other.goto('./en/my-data/');
  await other.getByRole('button', { name: 'Somebody else wants to learn' }).click();
  await expect(status).toBeEmpty();
  await expect(shownCard(page).locator('input:checked')).toHaveCount(0);
  await expect(exit).toBeFocused();

  // Now both have answered once; only the answers differ.
  await answer(other, 'right');
  await expect(status).toContainText(words.right);
  await expect(exit).toBeFocused();
});
