import type { Page } from '@playwright/test';
import { giveAnswer, says, shownCard } from '../support/learner.ts';
import { expect, test } from '../support/test.ts';

const words = says.en;

async function answerOne(page: Page): Promise<void> {
  await page.goto('./en/notice/check/');
  await giveAnswer(shownCard(page), 'right');
  await shownCard(page).getByRole('button', { name: words.check }).click();
  await expect(shownCard(page).getByText(words.saved)).toBeVisible();
}

async function nameIt(page: Page, name: string): Promise<void> {
  await page.goto('./en/my-data/');
  await page.getByLabel('A name to know it by').fill(name);
  await page.getByLabel('plum').check();
  await page.getByRole('button', { name: 'Keep name and colour' }).click();
  await expect(page.getByText('Name and colour are kept.')).toBeVisible();
}

test('The first answer makes a record silently; a name may follow and shows on the corridor', async ({
  page,
}) => {
  await answerOne(page);
  await nameIt(page, 'Ramesh');
  await page.goto('./en/');
  await expect(page.locator('dastak-owner')).toContainText('Ramesh');
});

test('On a shared phone the corridor asks who is learning before a lesson is opened @engines', async ({
  page,
  context,
}) => {
  await answerOne(page);
  await nameIt(page, 'Ramesh');
  await page.getByLabel(/Several people learn on this phone/).check();
  await page.close();

  const next = await context.newPage();
  await next.goto('./en/notice/check/');
  await expect(next).toHaveURL(/\/en\/$/);
  await expect(next.getByRole('heading', { name: 'Who is learning now?' })).toBeVisible();
  await next.getByRole('button', { name: 'I am new here' }).click();
  await next.goto('./en/notice/check/');
  await expect(shownCard(next).getByRole('status')).toBeEmpty();
  await next.close();

  const again = await context.newPage();
  await again.goto('./en/');
  await again.getByRole('button', { name: 'Ramesh' }).click();
  await again.goto('./en/notice/check/');
  await expect(shownCard(again).getByRole('status')).toContainText(words.right);
});

test('One record is erased in three presses, and no copy brings it back', async ({
  page,
  context,
}) => {
  await answerOne(page);
  await nameIt(page, 'Ramesh');
  await page.getByRole('button', { name: 'Erase Ramesh' }).click();
  await expect(page.getByText('Really erase Ramesh?')).toBeFocused();
  await page.getByRole('button', { name: 'Yes, erase' }).click();
  await expect(page.getByText('The record is erased.')).toBeVisible();
  await page.close();
  const later = await context.newPage();
  await later.goto('./en/notice/check/');
  await later.waitForTimeout(500);
  await expect(shownCard(later).getByRole('status')).toBeEmpty();
});
