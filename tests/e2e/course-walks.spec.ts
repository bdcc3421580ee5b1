import { type Press, says, type Tongue, tap, walkModule } from '../support/learner.ts';
import { axe } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

// Files run in the order of their names: the longest tests begin early, so that no worker is left alone with one. Fading
// from page to page costs a tenth of a walk; the shorter ways of journey.spec.ts and keyboard.spec.ts fade.
test.use({ site: 'course', contextOptions: { reducedMotion: 'reduce' } });

const outcome = {
  hi: {
    title: 'क्या बदला',
    finished: 'वह सब आपने किया।',
    missing: 'यह छूट गया।',
    done: '7 में से 7 बातें आपने कीं।',
  },
  en: {
    title: 'What has come of it',
    finished: 'All of it was there.',
    missing: 'You missed it.',
    done: '7 of 7 were there.',
  },
} as const;

// Three ways lead through every role and every language, and one of them through a later year.
for (const [role, tongue, year] of [
  ['warden', 'hi', undefined],
  ['faculty', 'en', undefined],
  ['peer', 'hi', 2029],
] as const) {
  test(`The ${role}'s whole course, from the chooser to the finish, in ${tongue}${year ? ` in ${year}` : ''} @chromium`, async ({
    page,
  }) => {
    test.setTimeout(150_000);
    const words = says[tongue satisfies Tongue];
    let taps = 0;
    const doors = new Map<string, number>();
    const press: Press = (control) => {
      taps += 1;
      return tap(control);
    };
    if (year) await page.clock.setSystemTime(new Date(`${year}-03-01T22:00:00+05:30`));
    await page.goto('./');
    await press(page.getByRole('link', { name: words.start }));
    await press(page.locator(`dastak-roles [data-role=${role}]`));
    await press(page.getByRole('link', { name: words.first }));
    await page.waitForURL(/\/(hi|en)\/[a-z-]+\//);
    while (!new URL(page.url()).pathname.endsWith('/outcome/')) {
      const [, door = ''] = /\/(?:hi|en)\/([a-z-]+)\//.exec(page.url()) ?? [];
      const before = taps;
      await walkModule(page, tongue, press);
      doors.set(door, taps - before);
    }
    console.log(`The ${role}'s short way takes ${taps} taps, by door: ${[...doors].join(' ')}.`);
    expect(doors.get('begin'), 'taps behind the first door').toBeLessThanOrEqual(12);

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
    const plates = await page.locator('.door:visible .plate > :first-child').allTextContents();
    const numbers = plates.map((plate) => Number(/\d+/.exec(plate)?.[0]));
    expect(numbers, 'doors are numbered without holes').toEqual(plates.map((_, at) => at + 1));
  });
}
