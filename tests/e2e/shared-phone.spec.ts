import type { Page } from '@playwright/test';
import { giveAnswer, shownCard } from '../support/learner.ts';
import { expect, test } from '../support/test.ts';

const submit = (page: Page) => shownCard(page).locator('[type=submit]');

/** Answers the question that is shown, rightly. */
async function answer(page: Page): Promise<void> {
  await giveAnswer(shownCard(page), 'right');
  await submit(page).click();
  await expect(shownCard(page).locator('.verdict')).toBeVisible();
}

/** Ids of the profiles that have slots in the browser's storage. */
const profiles = (page: Page) =>
  page.evaluate(() =>
    Object.keys(localStorage).flatMap((key) => /([a-z0-9]+)\.a$/.exec(key)?.[1] ?? []),
  );

/** Makes another person's record in another tab, which this one hears of. */
async function switchElsewhere(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.goto('./en/my-data/');
  await other.locator('dastak-profiles [data-do=new]').click();
  await other.close();
}

for (const [what, path, press] of [
  ['a round of cases', 'cases/posts/', null],
  ['a call', 'call/gate/', null],
  ['the theme', 'about/', 'dastak-theme button'],
  ['the look of the page that prints', 'help/', 'dastak-theme button'],
] as const) {
  test(`A shared phone asks who is learning before ${what} makes a record`, async ({
    page,
    context,
  }) => {
    await page.goto('./en/notice/check/');
    await answer(page);
    await page.goto('./en/my-data/');
    await page.getByLabel(/Several people learn on this phone/).check();
    await page.close();

    const next = await context.newPage();
    await next.goto(`./en/${path}`);
    if (press) await next.locator(press).click();
    await expect(next).toHaveURL(/\/en\/$/);
    await expect(next.getByRole('heading', { name: 'Who is learning now?' })).toBeVisible();
    await next.locator('dastak-roles [data-role]').first().click();
    await expect(next.getByRole('heading', { name: 'Who is learning now?' })).toBeFocused();
    expect(await profiles(next)).toEqual(['one']);
  });
}

test('No answer of one person stands for another after the profile was changed in another tab', async ({
  page,
}) => {
  await page.goto('./en/notice/check/');
  await answer(page);
  await expect(page.locator('dastak-question[data-first]')).toHaveCount(1);
  const checked = shownCard(page).locator('input:checked');
  await switchElsewhere(page);
  await expect(shownCard(page).locator('.verdict')).toHaveCount(0);
  await expect(checked).toHaveCount(0);
  await expect(page.locator('dastak-question[data-first]')).toHaveCount(0);
  await expect(submit(page)).toHaveText('Check my answer');
});

for (const path of ['practice/tea/', 'call/gate/', 'relay/alert/', 'cases/posts/']) {
  test(`What one person practised at ${path} does not stand for another`, async ({ page }) => {
    await page.goto(`./en/${path}`);
    const begin = page.locator('[data-do=begin]');
    const asked = page.locator('.choices:visible, .case:visible');
    await begin.click();
    await expect(asked).toHaveCount(1);
    await switchElsewhere(page);
    await expect(begin).toBeVisible();
    await expect(asked).toHaveCount(0);
    await expect(page.locator('.talk:visible')).toHaveCount(0);
    await begin.click();
    await expect(asked).toHaveCount(1);
  });
}

test('A code that was made for one record goes when another is used on the same page', async ({
  page,
}) => {
  await page.goto('./en/notice/check/');
  await answer(page);
  await page.goto('./en/my-data/');
  await page.locator('dastak-transfer [data-do=make]').click();
  await expect(page.locator('dastak-transfer .code')).toBeVisible();
  await page.locator('dastak-profiles [data-do=new]').click();
  await expect(page.locator('dastak-transfer .code')).toBeHidden();
  await expect(page.locator('dastak-transfer .groups li')).toHaveCount(0);
});

test('An answer given in another tab leaves the focus here where it is', async ({
  page,
  context,
}) => {
  await page.goto('./en/notice/check/');
  await page.locator('.brand').focus();
  const other = await context.newPage();
  await other.goto('./en/notice/check/');
  await answer(other);
  await expect(shownCard(page).locator('.verdict')).toBeVisible();
  await expect(page.locator('.brand')).toBeFocused();
  await other.goto('./en/my-data/');
  await other.locator('[data-do=all]').click();
  await other.locator('[data-do=yes]').click();
  await expect(shownCard(page).locator('.verdict')).toHaveCount(0);
  await expect(page.locator('.brand')).toBeFocused();
});

test('A question whether to erase one record is never answered for another', async ({ page }) => {
  await page.goto('./en/notice/check/');
  await answer(page);
  await page.goto('./en/my-data/');
  await page.locator('[data-do=one]').click();
  await expect(page.locator('[data-do=yes]')).toBeVisible();
  await switchElsewhere(page);
  await expect(page.locator('[data-do=yes]')).toBeHidden();
  expect((await profiles(page)).length).toBe(2);
});
