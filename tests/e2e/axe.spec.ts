import { dist } from '../../src/cli/tools.ts';
import { pagesWithAllMarkup } from '../support/markup.ts';
import { axeInAllColours } from '../support/page.ts';
import { test } from '../support/test.ts';

test.use({ site: 'course' });

test('axe finds nothing on pages with every kind of markup, by day and by night @chromium', async ({
  page,
}) => {
  test.setTimeout(180_000);
  // The page of a missing address needs one; the reviewers' pages are looked at by review.spec.ts.
  const { picked, all, kinds } = pagesWithAllMarkup(dist, (file) => !/^(404|review)/.test(file));
  console.log(`${picked.length} of ${all} pages hold all ${kinds} kinds of markup.`);
  for (const file of picked) {
    await page.goto(`./${file.replace(/index\.html$/, '')}`);
    await axeInAllColours(page);
  }
});
