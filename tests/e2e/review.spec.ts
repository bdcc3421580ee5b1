import { sceneTexts } from '../../src/domain/scenario-words.ts';
import { axe } from '../support/page.ts';
import { courseScenes } from '../support/scenes.ts';
import { expect, test } from '../support/test.ts';

const scenes = courseScenes.filter(({ id }) => ['warden-knock', 'peer-late-messages'].includes(id));

test('The review book leads to every conversation, unseen variants among them', async ({
  page,
}) => {
  await page.goto('./review/');
  for (const { id } of courseScenes) {
    await expect(page.locator(`a[href$="/review/${id}/"]`), id).toHaveCount(1);
  }
});

for (const { id, scenario, graph } of scenes) {
  test(`The page of ${id} holds every text in both languages, side by side`, async ({ page }) => {
    await page.goto(`./review/${id}/`);
    const texts = await page.locator('.both [data-text] span').allTextContents();
    const shown = new Map<string, number>();
    for (const text of texts) shown.set(text, (shown.get(text) ?? 0) + 1);
    for (const { key, words } of sceneTexts(scenario)) {
      for (const [lang, text] of Object.entries(words)) {
        if (!text.includes('{helpline:')) expect(shown.has(text), `${key} in ${lang}`).toBe(true);
      }
    }
    const [hindi, english] = await Promise.all(
      ['hi', 'en'].map((lang) => page.locator(`.both > [lang=${lang}]`).count()),
    );
    expect(hindi).toBe(english);
    expect(hindi).toBeGreaterThan([...sceneTexts(scenario)].length);
  });

  test(`The map of ${id} has a box for each turn, and the list each way between two`, async ({
    page,
  }) => {
    await page.goto(`./review/${id}/`);
    for (const turn of Object.keys(graph.turns)) {
      await expect(page.locator(`.map [data-turn="${turn}"]`)).toHaveCount(1);
    }
    expect(await page.locator('.edges li').count()).toBe(await page.locator('.map .edge').count());
  });
}

test('A reviewer finds the way from the page about the course, and back', async ({ page }) => {
  await page.goto('./en/about/');
  await page.getByRole('link', { name: /review book/i }).click();
  await expect(page).toHaveURL(/\/review\/$/);
  await page.locator('a[href$="/review/warden-knock/"]').click();
  await page.getByRole('link', { name: /Review book/ }).click();
  await page.getByRole('link', { name: 'The corridor' }).click();
  await expect(page).toHaveURL(/\/en\/$/);
});

test('No search engine keeps the review book, and no script runs in it', async ({ page }) => {
  for (const address of ['./review/', './review/warden-knock/']) {
    await page.goto(address);
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await expect(page.locator('script')).toHaveCount(0);
  }
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

test('The review book has no fault of access @chromium', async ({ page }) => {
  // Its pages are long: all lines of a conversation in two languages.
  test.setTimeout(120_000);
  for (const [colorScheme, scene] of [
    ['light', 'peer-late-messages'],
    ['dark', 'warden-knock'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    for (const address of ['./review/', `./review/${scene}/`]) {
      await page.goto(address);
      await axe(page);
    }
  }
});
