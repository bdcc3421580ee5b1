import type { Page } from '@playwright/test';
import { trainedRun } from '../../src/domain/scenario-play.ts';
import { newSeed, worldOf } from '../../src/domain/scenario-world.ts';
import { lines } from '../support/page.ts';
import { scenesIn } from '../support/scenes.ts';
import { fixtureSite } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

const [tea] = scenesIn(fixtureSite.files.filter(({ path }) => path.includes('/tea.')));
if (!tea) throw new Error('The small course has no conversation “tea”.');
const best = trainedRun(tea.graph);
/** Two weak lines, the door falls shut, and at last two people outside it. */
const worst = ['c01', 'c05', 'c15'];
const says = {
  hi: {
    begin: 'बातचीत शुरू कीजिए',
    what: 'अब आप क्या कहेंगे?',
    done: 'आपने क्या-क्या किया',
    whole: 'सब कुछ देखिए',
  },
  en: {
    begin: 'Start the conversation',
    what: 'What do you say?',
    done: 'What you did',
    whole: 'See all of it',
  },
} as const;
type Tongue = keyof typeof says;

/** The words of a line as they stand on the page. */
const lineOf = (tongue: Tongue, id: string) =>
  (tea.words[tongue]?.[id] ?? '').replace(
    /\{helpline:[^}]*\}/,
    tongue === 'hi' ? 'टेली-मानस' : 'Tele-MANAS',
  );

const choice = (page: Page, tongue: Tongue, id: string) =>
  page.getByRole('button', { name: lineOf(tongue, id), exact: true });

async function open(page: Page, tongue: Tongue): Promise<void> {
  await page.goto(`./${tongue}/practice/tea/`);
  await page.getByRole('button', { name: says[tongue].begin }).click();
}

/** Presses a control by keyboard alone, from wherever the focus stands. */
async function press(page: Page, control: ReturnType<Page['getByRole']>): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
  await page.keyboard.press('Enter');
}

test(`A conversation is led by keyboard alone to its best ending`, async ({ page }) => {
  await page.goto(`./hi/practice/tea/`);
  await press(page, page.getByRole('button', { name: says.hi.begin }));
  for (const id of best) {
    await expect(page.getByRole('heading', { name: says.hi.what })).toBeFocused();
    await press(page, choice(page, 'hi', id));
  }
  await expect(page.getByRole('heading', { name: says.hi.done })).toBeFocused();
  await expect(page.locator('[data-is=missed]')).toHaveCount(0);
});

test(`The worst ending leaves nobody alone and says what was missing`, async ({ page }) => {
  await open(page, 'hi');
  for (const id of worst) await press(page, choice(page, 'hi', id));
  await expect(page.getByRole('heading', { name: says.hi.done })).toBeFocused();
  expect(await page.locator('[data-end]:not([hidden])').getAttribute('data-end')).toBe(
    'withdrew-handed-over',
  );
  await expect(page.locator('[data-domain=asks-directly]')).toHaveAttribute('data-is', 'missed');
  const better = page.locator('details').getByText(lineOf('hi', 'c01.better'));
  await expect(better).toBeHidden();
  await press(page, page.getByText(says.hi.whole));
  await expect(better).toBeVisible();
});

test(`What is new is announced once`, async ({ page }) => {
  await open(page, 'hi');
  await choice(page, 'hi', 'c01').click();
  const told = await page.locator('[aria-live=polite].live').textContent();
  for (const key of ['c01', 'c01.thought', 'c01.coach', 'r03']) {
    expect(told?.split(lineOf('hi', key)).length, key).toBe(2);
  }
});

test('A conversation goes on where it was when the tab was killed @engines', async ({
  page,
  context,
}) => {
  await open(page, 'hi');
  for (const id of ['c03', 'c04', 'c07']) await choice(page, 'hi', id).click();
  const talk = await lines(page, '.talk:not(.example *)');
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  await again.goto('./hi/practice/tea/');
  await expect(choice(again, 'hi', 'c09')).toBeVisible();
  expect(await lines(again, '.talk:not(.example *)')).toEqual(talk);
});

test('A change of language keeps the place and mixes no tongues', async ({ page }) => {
  await open(page, 'hi');
  for (const id of ['c03', 'c04']) await choice(page, 'hi', id).click();
  await page.goto('./en/practice/tea/');
  await expect(choice(page, 'en', 'c07')).toBeVisible();
  const talk = await page.locator('dastak-scenario').innerText();
  expect(talk).toContain(lineOf('en', 'c04'));
  expect(talk).not.toMatch(/\p{Script=Devanagari}/u);
});

const [bottle] = scenesIn(fixtureSite.files.filter(({ path }) => path.includes('/bottle.')));
if (!bottle?.graph.truths)
  throw new Error('The small course has no conversation “bottle” with truths.');

/** A moment at which a new run of the bottle draws this truth; what is true follows from the clock alone. */
const momentOf = (truth: string): number => {
  const numbers = Array.from({ length: 256 }, (_, number) => number);
  const fits = (number: number) =>
    worldOf(bottle.graph, newSeed(bottle.graph, number)).truth === truth;
  return 1_800_000_000_000 - (1_800_000_000_000 % 256) + numbers.findIndex(fits);
};
const bottleLine = (id: string) =>
  (bottle.words['hi']?.[id] ?? '')
    .replace('{helpline:tele-manas}', 'टेली-मानस')
    .replace('{helpline:emergency}', 'इमरजेंसी');
const bottleChoice = (page: Page, id: string) =>
  page.getByRole('button', { name: bottleLine(id), exact: true });

for (const [width, height] of [
  [360, 640],
  [412, 915],
] as const) {
  test(`Users 9: at ${width} by ${height} what was said last stands above the first choice, also on coming back`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./hi/practice/bottle/');
    await page.getByRole('button', { name: says.hi.begin }).click();
    const last = page.locator('.talk:not(.example *) .says').last();
    const option = page.locator('.choices .option').first();
    const seen = async () => {
      await expect(option).toBeInViewport({ ratio: 1 });
      await expect(last).toBeInViewport({ ratio: 1 });
    };
    for (const id of ['c01', 'c07', 'c13']) {
      await bottleChoice(page, id).click();
      await seen();
      if (height > 900)
        await expect(
          page.locator('.talk:not(.example *) .you').last().locator('+ *'),
        ).toBeInViewport();
    }
    await page.reload();
    await seen();
    await page.goto('./en/practice/bottle/');
    await seen();
  });
}

test('A line can be taken back and another tried', async ({ page }) => {
  await open(page, 'en');
  await choice(page, 'en', 'c01').click();
  await page.getByRole('button', { name: 'One line back' }).click();
  await expect(page.getByText(lineOf('en', 'c01.coach'))).toHaveCount(0);
  await expect(choice(page, 'en', 'c03')).toBeVisible();
});

test('A conversation that has ended can be begun again', async ({ page }) => {
  await open(page, 'en');
  for (const id of worst) await choice(page, 'en', id).click();
  await page.getByRole('button', { name: 'Once more, in a new order' }).click();
  await expect(choice(page, 'en', 'c03')).toBeVisible();
  await page.reload();
  await expect(choice(page, 'en', 'c03')).toBeVisible();
});

test('House fault 4: a conversation of one person never stands for another, and the focus stays', async ({
  page,
  context,
}) => {
  await open(page, 'en');
  await choice(page, 'en', 'c03').click();
  await expect(page.locator('.talk .you')).not.toHaveCount(0);
  const exit = page.getByRole('link', { name: 'Quick exit' });
  await exit.focus();
  const top = () => page.evaluate(() => scrollY);

  const other = await context.newPage();
  await other.goto('./en/my-data/');
  await other.getByRole('button', { name: 'Somebody else wants to learn' }).click();
  await expect(page.getByRole('button', { name: says.en.begin })).toBeVisible();
  await expect(page.locator('.choices, .debrief').filter({ visible: true })).toHaveCount(0);
  await expect(page.getByText(lineOf('en', 'c03')).filter({ visible: true })).toHaveCount(0);

  // As many choices as the first person made, and another line. From the top of the page, since further down a browser
  // holds what is seen in its place by scrolling.
  await page.evaluate(() => scrollTo(0, 0));
  await open(other, 'en');
  await choice(other, 'en', 'c01').click();
  await expect(page.locator('.talk .you').first()).toContainText(lineOf('en', 'c01'));
  await expect(exit).toBeFocused();
  expect(await top()).toBe(0);
});

for (const truth of bottle.graph.truths) {
  const seed = newSeed(bottle.graph, momentOf(truth) % 256);
  const run = trainedRun(bottle.graph, seed);

  test(`The same conversation comes by keyboard to its end where the truth is ${truth}, and tells it only there`, async ({
    page,
  }) => {
    await page.clock.setFixedTime(momentOf(truth));
    await page.goto('./hi/practice/bottle/');
    await press(page, page.getByRole('button', { name: says.hi.begin }));
    for (const id of run) {
      await expect(page.getByRole('heading', { name: says.hi.what })).toBeFocused();
      await expect(page.locator('[data-truth]').filter({ visible: true })).toHaveCount(0);
      await press(page, bottleChoice(page, id));
    }
    await expect(page.getByRole('heading', { name: says.hi.done })).toBeFocused();
    await expect(page.locator('[data-truth]:visible')).toHaveAttribute('data-truth', truth);
    await expect(page.locator('q.moment')).toHaveText(bottleLine('c14'));
    await press(page, page.getByText(says.hi.whole));
    await expect(page.locator('[data-end]:visible')).toHaveAttribute('data-end', 'handed-over');
    await expect(page.locator('[data-passed=true]')).toBeVisible();
  });
}

for (const tongue of ['hi', 'en'] as const) {
  test(`Users 17: in ${tongue} a debrief says three things and shows the next button before all else`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.clock.setFixedTime(momentOf('none'));
    await page.goto(`./${tongue}/practice/bottle/`);
    await page.getByRole('button', { name: says[tongue].begin }).click();
    const words = bottle.words[tongue] ?? {};
    const run = ['c01', 'c06', 'c16', 'c19', 'c24', 'c27'];
    for (const id of run) await page.locator(`[data-choice="${id}"]`).click();

    const said = page.locator('.debrief .first:visible');
    await expect(said).toHaveCount(3);
    await expect(said.nth(0)).toContainText(words['c06'] ?? '-');
    await expect(said.nth(1)).toContainText(words['c19'] ?? '-');
    await expect(said.nth(2)).toContainText(tongue === 'hi' ? 'ज़रूर' : 'without fail');
    await expect(page.locator('.debrief [data-domain]').filter({ visible: true })).toHaveCount(0);
    const bottomOf = async (part: string) =>
      (await page
        .locator(`.debrief ${part}`)
        .boundingBox()
        .then((box) => box && box.y + box.height)) ?? 0;
    const next = await bottomOf('.actions a.button:visible');
    expect(next).toBeLessThan(await bottomOf('summary'));
    // Less than two screens of a small phone from the heading to the button.
    expect(next - (await bottomOf('h2'))).toBeLessThan(2 * 740);
  });
}

test('What is true outlives the tab and the language @engines', async ({ page, context }) => {
  const seed = newSeed(bottle.graph, momentOf('danger') % 256);
  const run = trainedRun(bottle.graph, seed);
  await page.clock.setFixedTime(momentOf('danger'));
  await page.goto('./hi/practice/bottle/');
  await page.getByRole('button', { name: says.hi.begin }).click();
  for (const id of run.slice(0, 5)) await bottleChoice(page, id).click();
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  await again.goto('./en/practice/bottle/');
  for (const id of run.slice(5)) await again.locator(`[data-choice="${id}"]`).click();
  await expect(again.locator('[data-truth]:visible')).toHaveAttribute('data-truth', 'danger');
});

test('Behind the last door a new run draws what the learner has not had', async ({ page }) => {
  await page.clock.setFixedTime(momentOf('none'));
  await page.goto('./en/practice/bottle/');
  await page.getByRole('button', { name: says.en.begin }).click();
  const had: (string | null)[] = [];
  for (let play = 0; play < 3; play += 1) {
    while (!(await page.locator('.debrief').isVisible())) {
      await page.locator('.choices [data-choice]').first().click();
    }
    had.push(await page.locator('[data-truth]:visible').getAttribute('data-truth'));
    await page.getByRole('button', { name: 'Once more, in a new order' }).click();
  }
  expect(had.toSorted()).toEqual(['danger', 'none', 'thoughts']);
});

test.describe('Without script @chromium', () => {
  test.use({ javaScriptEnabled: false });

  test('a conversation reads as a whole example with the coach’s notes', async ({ page }) => {
    await page.goto('./en/practice/tea/');
    for (const id of best) {
      await expect(page.getByText(lineOf('en', id), { exact: true })).toBeVisible();
      await expect(page.getByText(lineOf('en', `${id}.coach`), { exact: true })).toBeVisible();
    }
    await expect(page.getByRole('button', { name: says.en.begin })).toBeDisabled();
    await expect(page.getByRole('link', { name: 'Leave this one out' })).toBeVisible();
  });
});
