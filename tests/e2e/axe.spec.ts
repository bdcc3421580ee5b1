import { pagesBelow } from '../../src/build/built-files.ts';
import { dist } from '../../src/cli/tools.ts';
import { giveAnswer, says, shownCard, type Tongue } from '../support/learner.ts';
import { axe } from '../support/page.ts';
import { test } from '../support/test.ts';

// The page of a missing address needs one; the reviewers' pages are looked at by review.spec.ts.
const pages = pagesBelow(dist)
  .map((page) => page.replace(/index\.html$/, ''))
  .filter((page) => !/^(404|review)/.test(page));

// Pages of one kind have the same markup in every language and the same colours; so each page is looked at once, the
// Hindi ones by day and the English ones by night.
for (const [tongue, colorScheme] of [
  ['hi', 'light'],
  ['en', 'dark'],
] as const) {
  const own = pages.filter((address) => address.startsWith(tongue) || address === '');
  // Two halves, so that both workers have one.
  for (const half of [0, 1]) {
    test.describe(() => {
      test.use({ colorScheme });
      test(`axe finds nothing on any page, ${tongue}, ${colorScheme}, half ${half + 1} @chromium`, async ({
        page,
      }) => {
        test.setTimeout(300_000);
        for (const address of own.filter((_, index) => index % 2 === half)) {
          await page.goto(`./${address}`);
          await axe(page);
        }
      });
    });
  }
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
