import type { Page } from '@playwright/test';
import { giveAnswer, says, shownCard } from '../support/learner.ts';
import { axe } from '../support/page.ts';
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

test('A second person begins with nothing, and the first finds everything again', async ({
  page,
}) => {
  await answerOne(page);
  await nameIt(page, 'Ramesh');
  await page.getByRole('button', { name: 'Somebody else wants to learn' }).click();
  await page.goto('./en/notice/check/');
  await expect(shownCard(page).getByRole('status')).toBeEmpty();
  await page.goto('./en/my-data/');
  await page
    .getByRole('button', { name: /Ramesh/ })
    .first()
    .click();
  await page.goto('./en/notice/check/');
  await expect(shownCard(page).getByRole('status')).toContainText(words.right);
});

test('On a shared phone the corridor asks who is learning before a lesson is opened', async ({
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
  await axe(next);
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

test('Erasing asks first, offers the code, and can be left', async ({ page }) => {
  await answerOne(page);
  await page.goto('./en/my-data/');
  await expect(page.getByRole('link', { name: 'Take my code first' })).toHaveAttribute(
    'href',
    '#moves',
  );
  await page.getByRole('button', { name: 'Erase every record on this phone' }).click();
  await page.getByRole('button', { name: 'No, keep it' }).click();
  await page.goto('./en/notice/check/');
  await expect(shownCard(page).getByRole('status')).toContainText(words.right);
});

test('Erasing everything leaves nothing behind', async ({ page }) => {
  await answerOne(page);
  await page.goto('./en/my-data/');
  await page.getByRole('button', { name: 'Erase every record on this phone' }).click();
  await page.getByRole('button', { name: 'Yes, erase' }).click();
  await expect(page.getByText('Every record on this phone is erased.')).toBeVisible();
  const left = await page.evaluate(() => Object.keys({ ...localStorage }));
  expect(left.filter((key) => key !== 'dastak.gone')).toEqual([]);
});
