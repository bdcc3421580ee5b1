import { says } from '../support/learner.ts';
import { expect, test } from '../support/test.ts';

test.use({ javaScriptEnabled: false });

test(`Without script every card of a lesson reads and questions unfold their answer @chromium`, async ({
  page,
}) => {
  await page.goto(`./en/notice/signs/`);
  const cards = page.locator('.card');
  for (const card of await cards.all()) await expect(card).toBeVisible();
  const question = page.locator('dastak-question').first();
  await expect(question.getByRole('button', { name: says.en.check })).toBeDisabled();
  await question.getByText(says.en.answer).click();
  await expect(question.locator('details dd').first()).toBeVisible();
  await expect(page.locator('[data-finish]')).toBeVisible();
});

test(`Without script the numbers are there to ring @chromium`, async ({ page }) => {
  await page.goto(`./en/`);
  await page.getByRole('link', { name: says.en.help }).last().click();
  const numbers = await page
    .locator('a[href^="tel:"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(numbers.slice(0, 2)).toEqual(['tel:112', 'tel:14416']);
});

test(`Without script every door leads in @chromium`, async ({ page }) => {
  await page.goto(`./en/`);
  for (const door of await page.locator('.door > a').all()) {
    await expect(door).toHaveAttribute('href', /\/en\/[a-z-]+\/$/);
  }
});
