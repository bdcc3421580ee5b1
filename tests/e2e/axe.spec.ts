import { pagesBelow } from '../../src/cli/bytes.ts';
import { dist } from '../../src/cli/tools.ts';
import { giveAnswer, says, shownCard, type Tongue } from '../support/learner.ts';
import { axe } from '../support/page.ts';
import { test } from '../support/test.ts';

// The page of a missing address needs one; the reviewers' pages are looked at by review.spec.ts.
const pages = pagesBelow(dist)
  .map((page) => page.replace(/index\.html$/, ''))
  .filter((page) => !/^(404|review)/.test(page));

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(() => {
    test.use({ colorScheme });
    test(`axe finds nothing on any page, ${colorScheme} @chromium`, async ({ page }) => {
      test.setTimeout(180_000);
      for (const address of pages) {
        await page.goto(`./${address}`);
        await axe(page);
      }
    });
  });
}

for (const tongue of ['hi', 'en'] as Tongue[]) {
  test(`axe finds nothing on a question before, wrong, right and done, in ${tongue} @chromium`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    for (const theme of ['light', 'dark', 'forced'] as const) {
      await page.emulateMedia(
        theme === 'forced'
          ? { forcedColors: 'active' }
          : { colorScheme: theme, forcedColors: 'none' },
      );
      await page.goto(`./${tongue}/notice/check/`);
      const card = shownCard(page);
      await axe(page);
      if (theme === 'light') await giveAnswer(card, 'wrong');
      if (theme === 'light') await card.getByRole('button', { name: says[tongue].check }).click();
      await axe(page);
      await card.getByRole('button', { name: says[tongue].again }).click();
      await giveAnswer(card, 'right');
      await card.getByRole('button', { name: says[tongue].check }).click();
      await axe(page);
    }
  });
}

test('axe finds nothing in the open menu @chromium', async ({ page }) => {
  await page.goto('./hi/');
  await page.getByRole('button', { name: says.hi.menu, exact: true }).click();
  await axe(page);
});
