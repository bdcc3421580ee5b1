import { dist } from '../../src/cli/tools.ts';
import { textFaults } from '../support/faults/colour-faults.ts';
import { installLook } from '../support/faults/look.ts';
import { pagesWithAllMarkup } from '../support/markup.ts';
import { axeFaults } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

test.use({ site: 'course' });

test('A reviewer finds the way from the page about the course, and back', async ({ page }) => {
  await page.goto('./en/about/');
  await page.getByRole('link', { name: /review book/i }).click();
  await expect(page).toHaveURL(/\/review\/$/);
  await page.locator('a[href$="/review/warden-knock/"]').click();
  await page.getByRole('link', { name: /Review book/ }).click();
  await page.getByRole('link', { name: 'The corridor' }).click();
  await expect(page).toHaveURL(/\/en\/$/);
});

test('On paper all of it is there, in dark letters @chromium', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto('./review/warden-knock/');
  await expect(page.locator('.map svg')).toBeVisible();
  const hidden = await page
    .locator('.both, .edges li, .map text')
    .evaluateAll((parts) => parts.filter((part) => !part.checkVisibility()).length);
  expect(hidden).toBe(0);
  const [ink] = await page
    .locator('.both p')
    .first()
    .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).color));
  expect(ink).toBe('rgb(0, 0, 0)');
});

/**
 * Run in a page: of neighbours that differ in nothing but words and addresses leaves two. A conversation has hundreds of
 * them in the book, and whoever judges markup and colours judges each alike.
 */
function thin() {
  const markupOf = (element: Element) =>
    element.outerHTML.replaceAll(/>[^<]+/g, '>').replaceAll(/ (id|href)="[^"]*"/g, '');
  for (const parent of [...document.querySelectorAll('main, main *')].toReversed()) {
    const counts = new Map<string, number>();
    for (const child of [...parent.children]) {
      const markup = markupOf(child);
      counts.set(markup, (counts.get(markup) ?? 0) + 1);
      if ((counts.get(markup) ?? 0) > 2) child.remove();
    }
  }
}

test('The review book has no problem of access, in either theme @chromium', async ({ page }) => {
  const { picked } = pagesWithAllMarkup(dist, (file) => file.startsWith('review/'));
  for (const file of picked) {
    await page.goto(`./${file.replace(/index\.html$/, '')}`);
    await page.evaluate(thin);
    await page.evaluate(installLook);
    const found = await axeFaults(page, { isState: true });
    expect([...found, ...(await page.evaluate(textFaults))], file).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await page.evaluate(textFaults), `${file} by night`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  }
});
