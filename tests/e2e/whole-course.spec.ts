import { says, type Tongue, walkModule } from '../support/learner.ts';
import { axe } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

const outcome = {
  hi: { title: 'क्या बदला', finished: 'सब कुछ था।', missing: 'छूट गया।', done: '7 में से 7 बातें थीं।' },
  en: {
    title: 'What has come of it',
    finished: 'All of it was there.',
    missing: 'Missing.',
    done: '7 of 7 were there.',
  },
} as const;

for (const tongue of ['hi', 'en'] as Tongue[]) {
  for (const role of ['warden', 'faculty', 'peer'] as const) {
    test(`The ${role}'s whole course, from the chooser to the finish, in ${tongue} @chromium`, async ({
      page,
    }) => {
      test.setTimeout(240_000);
      const words = says[tongue];
      await page.goto('./');
      await page.getByRole('link', { name: words.start }).click();
      await page.getByRole('button', { name: words[role] }).click();
      await page.getByRole('link', { name: words.first }).click();
      while (!new URL(page.url()).pathname.endsWith('/outcome/')) await walkModule(page, tongue);

      const { title, finished, missing, done } = outcome[tongue];
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
      await expect(page.getByRole('status').filter({ hasText: finished })).toBeVisible();
      await expect(
        page.getByText(missing, { exact: true }).and(page.locator(':visible')),
      ).toHaveCount(0);
      await expect(page.getByRole('figure').last()).toContainText(done);
      await expect(page.getByRole('figure').first()).toContainText('100');
      await axe(page);
      const kept = await page.evaluate(() => Object.values(localStorage).join('\n'));
      expect(kept, 'the outcome stands in the record').toContain('["outcome","outcome",["passed"');

      await page.goto(`./${tongue}/`);
      await expect(page.locator('.door:visible:not([data-state=finished])')).toHaveCount(0);
    });
  }
}
