import { dist } from '../../src/cli/tools.ts';
import { pagesWithAllMarkup } from '../support/markup.ts';
import { axe, axeColours } from '../support/page.ts';
import { test } from '../support/test.ts';

test.use({ site: 'course' });

// The page of a missing address needs one; the reviewers' pages are looked at by review.spec.ts.
function pages(): string[] {
  const { picked, all, kinds } = pagesWithAllMarkup(dist, (page) => !/^(404|review)/.test(page));
  console.log(`${picked.length} of ${all} pages hold all ${kinds} kinds of markup.`);
  return picked.map((page) => page.replace(/index\.html$/, ''));
}

test('axe finds nothing on pages with every kind of markup, by day @chromium', async ({ page }) => {
  test.setTimeout(180_000);
  for (const address of pages()) {
    await page.goto(`./${address}`);
    await axe(page);
  }
});

test.describe(() => {
  test.use({ colorScheme: 'dark' });
  test('axe finds nothing in the colours of the same pages by night @chromium', async ({
    page,
  }) => {
    test.setTimeout(180_000);
    for (const address of pages()) {
      await page.goto(`./${address}`);
      await axeColours(page);
    }
  });
});
