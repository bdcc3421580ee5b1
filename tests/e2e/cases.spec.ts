import type { Locator, Page } from '@playwright/test';
import { keyOf } from '../../src/domain/cases.ts';
import type { Decision } from '../../src/schema/cases.ts';
import { casesIn } from '../support/cases.ts';
import { fixtureSite } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

const says = {
  hi: {
    ...{ posts: 'पहली पोस्ट दिखाइए', doors: 'गलियारे में चलिए', decide: 'यही करना है' },
    ...{ result: 'आपको क्या-क्या दिखा' },
    ...{
      again: 'एक बार और कीजिए, नए के साथ',
      first: 'पहले यहीं जाइए',
      right: 'ठीक है।',
      helps: 'इससे मदद होगी।',
    },
    ...{ skip: 'इसे छोड़ दीजिए', pick: 'पहले किस कमरे पर जाएँगे?', fits: 'असली संकेत और ग़लत अंदाज़े, दोनों' },
    decisions: {
      leave: ['कुछ नहीं करना', 'आगे बढ़ जाना'],
      'check-in': ['हाल पूछना', 'रुककर हाल पूछना'],
      today: ['आज ही मिलकर सीधा पूछना', 'आज ही बैठकर सीधा पूछना'],
      now: ['इसी मिनट फ़ोन उठाना', 'अभी साथ रहना और मदद बुलाना'],
    },
  },
  en: {
    ...{
      posts: 'Show the first post',
      doors: 'Walk into the corridor',
      decide: 'That is what I do',
    },
    ...{ result: 'What you saw' },
    ...{
      again: 'Again, with others',
      first: 'I go here first',
      right: 'That fits.',
      helps: 'That helps.',
    },
    ...{ skip: 'Leave this one out', pick: 'Which door first?', fits: 'You told real signs' },
    decisions: {
      leave: ['Leave it', 'Walk on'],
      'check-in': ['Ask how they are', 'Stop and ask how they are'],
      today: ['Meet them today and ask directly', 'Sit down tonight and ask directly'],
      now: ['Pick up the phone this minute', 'Stay now and call for help'],
    },
  },
} as const;
type Tongue = keyof typeof says;
type SetId = 'posts' | 'doors';
type Press = (control: Locator) => Promise<void>;
const click: Press = (control) => control.click();

const sets = casesIn(fixtureSite.files);
const deckOf = (set: SetId) => {
  const found = sets.get(set);
  if (!found) throw new Error(`The small course has no set of cases “${set}”.`);
  return found;
};
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The id of the case that is shown. */
const shownCase = async (page: Page) =>
  (await page.locator('.case .shown').getAttribute('data-case')) ?? '';

async function open(page: Page, tongue: Tongue, set: SetId): Promise<void> {
  await page.goto(`./${tongue}/cases/${set}/`);
  await button(page, says[tongue][set === 'posts' ? 'posts' : 'doors']).click();
}

/** Decides the case that is shown, and makes the first move that helps where one is asked for. */
async function decide(page: Page, tongue: Tongue, set: SetId, wanted?: Decision, press = click) {
  const { deck } = deckOf(set);
  const key = keyOf(deck, await shownCase(page));
  const decision = wanted ?? key?.right ?? 'leave';
  const [ofPost, ofDoor] = says[tongue].decisions[decision];
  const name = set === 'posts' ? ofPost : ofDoor;
  await press(page.getByRole('radio', { name, exact: true }));
  const verdict = page.locator('.feedback > h3:focus');
  // By key, the button decides; a finger decides at once.
  if (press !== click) await press(button(page, says[tongue].decide));
  await expect(verdict).toBeVisible();
  const moves = page.locator('[data-ask=move]');
  if (!(await moves.isVisible())) return;
  const letter = [...(key?.moves ?? '')];
  const helping = moves.locator(letter.map((one) => `.option:not([hidden]) [value=${one}]`).join());
  await press(helping);
  if (press !== click) await press(button(page, says[tongue].decide));
  await expect(page.getByRole('heading', { name: says[tongue].helps })).toBeFocused();
}

/** Decides all cases that are left, as they are right unless told. */
async function decideAll(page: Page, tongue: Tongue, set: SetId, wanted?: Decision, press = click) {
  const result = page.getByRole('heading', { name: says[tongue].result });
  while (!(await result.isVisible())) {
    await decide(page, tongue, set, wanted, press);
  }
}

/** Presses controls by keyboard alone. */
const byKeyboard =
  (page: Page): Press =>
  async (control) => {
    const name = await control.getAttribute('name');
    const isThere = () => control.evaluate((element) => element === document.activeElement);
    for (let pressed = 0; pressed < 80 && !(await isThere()); pressed += 1) {
      const isInGroup =
        name !== null &&
        (await page.evaluate(
          (group) => (document.activeElement as HTMLInputElement | null)?.name === group,
          name,
        ));
      await page.keyboard.press(isInGroup ? 'ArrowDown' : 'Tab');
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await expect(control).toBeFocused();
    const isRadio = (await control.getAttribute('type')) === 'radio';
    await page.keyboard.press(isRadio ? 'Space' : 'Enter');
  };

test('Posts are gone through by keyboard alone to their result @engines', async ({ page }) => {
  test.setTimeout(120_000);
  const press = byKeyboard(page);
  await page.goto(`./hi/cases/posts/`);
  await press(button(page, says.hi.posts));
  await decideAll(page, 'hi', 'posts', undefined, press);
  await expect(page.locator('.result .verdict')).toContainText(says.hi.fits);
  await expect(page.locator('.result .missed')).toBeHidden();
  await expect(page.locator('.result .summary')).not.toBeEmpty();
  await page.locator('.result details').first().locator('summary').first().click();
  await expect(page.locator('.result .all > li')).toHaveCount(deckOf('posts').deck.draw);
});

test(`The door round begins with the door that is chosen`, async ({ page }) => {
  const { deck } = deckOf('doors');
  await open(page, 'hi', 'doors');
  await expect(page.getByRole('heading', { name: says.hi.pick })).toBeFocused();
  const doors = page.locator('.doors > *');
  await expect(doors).toHaveCount(deck.draw);
  const door = doors.nth(3);
  const room = (await door.locator('strong').textContent()) ?? '';
  await expect(door.locator('dl')).toBeHidden();
  await door.locator('summary').click();
  await expect(door.locator('dd').first()).toBeVisible();
  await door.getByRole('button', { name: `${room}: ${says.hi.first}` }).click();
  await expect(page.locator('.case .shown')).toContainText(room);
  await expect(page.locator('.case dd').first()).toBeVisible();
  await decideAll(page, 'hi', 'doors');
  await expect(page.locator('.result .verdict')).toContainText(says.hi.fits);
});

test(`Whoever leaves everything is told which kinds of sign were missed`, async ({ page }) => {
  await open(page, 'hi', 'posts');
  await decide(page, 'hi', 'posts', 'leave');
  await decideAll(page, 'hi', 'posts', 'leave');
  await expect(page.locator('.result .missed li').first()).toBeVisible();
  for (const name of await page.locator('.result .missed li').allTextContents()) {
    expect(name.trim()).not.toBe('');
  }
  await expect(page.locator('.result')).not.toContainText(/\{\w+\}|undefined|NaN/);
});

test('Every post is spoken in the language of its script', async ({ page }) => {
  const { set } = deckOf('posts');
  await page.goto('./hi/cases/posts/');
  const tongues = { devanagari: 'hi', roman: 'hi-Latn', english: 'en' };
  for (const one of set.cases) {
    if (!('script' in one)) continue;
    const quote = page.locator(`.example [data-case=${one.id}] blockquote`);
    await expect(quote, one.id).toHaveAttribute('lang', tongues[one.script]);
  }
  await button(page, says.hi.posts).click();
  const id = await shownCase(page);
  const shown = set.cases.find((one) => one.id === id);
  if (!shown || !('script' in shown)) throw new Error(`${id} is no post.`);
  await expect(page.locator('.case blockquote')).toHaveAttribute('lang', tongues[shown.script]);
});

test('A run goes on at the same case and the same question when the tab was killed', async ({
  page,
  context,
}) => {
  await open(page, 'hi', 'posts');
  await decide(page, 'hi', 'posts');
  const second = await shownCase(page);
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  await again.goto('./hi/cases/posts/');
  expect(await shownCase(again)).toBe(second);
  await again.getByRole('radio', { name: says.hi.decisions.now[0], exact: true }).click();
  await expect(again.locator('[data-ask=move]')).toBeVisible();
  const offered = await again.locator('[data-ask=move] .option:visible').allTextContents();
  await again.reload();
  expect(await shownCase(again)).toBe(second);
  await expect(again.locator('.case .feedback').first()).not.toBeEmpty();
  expect(await again.locator('[data-ask=move] .option:visible').allTextContents()).toEqual(offered);
});

test('Users 9: after an answer its worth is in view, and on coming back the case that is asked', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(page, 'hi', 'posts');
  await expect(page.locator('.case h2')).toBeInViewport({ ratio: 1 });
  await decide(page, 'hi', 'posts');
  await expect(page.locator('.before .feedback > h3').last()).toBeInViewport({ ratio: 1 });
  for (const tongue of ['hi', 'en'] as const) {
    await page.goto(`./${tongue}/cases/posts/`);
    await expect(page.locator('.case h2')).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.case .shown')).toBeInViewport();
  }
});

test('A decision is kept before it is told what it is worth', async ({ page }) => {
  await open(page, 'en', 'doors');
  await page.locator('.doors [data-pick]').first().click();
  await page.evaluate(() => {
    const { append } = Element.prototype;
    Element.prototype.append = function (...content) {
      if (this.classList.contains('feedback') && content.length > 0) {
        const stored = Object.values({ ...localStorage }).join();
        document.body.dataset['kept'] = String(stored.includes('check-in'));
      }
      append.apply(this, content);
    };
  });
  await decide(page, 'en', 'doors', 'check-in');
  expect(await page.evaluate(() => document.body.dataset['kept'])).toBe('true');
});

test('A run that has ended counts as done, and another one shows other cases', async ({ page }) => {
  const { deck } = deckOf('doors');
  await open(page, 'en', 'doors');
  const rooms = () => page.locator('.doors strong').allTextContents();
  const first = await rooms();
  await page.locator('.doors [data-pick]').first().click();
  await decideAll(page, 'en', 'doors');
  const stored = await page.evaluate(() => Object.values({ ...localStorage }).join('\n'));
  expect(stored).toMatch(/done.*doors/);
  await button(page, says.en.again).click();
  const second = await rooms();
  expect(second).toHaveLength(deck.draw);
  expect(second.filter((room) => first.includes(room))).toEqual([]);
  await page.reload();
  expect(await rooms()).toEqual(second);
});

test('A change of language keeps the case', async ({ page }) => {
  await open(page, 'hi', 'posts');
  await decide(page, 'hi', 'posts');
  const here = await shownCase(page);
  await page.goto('./en/cases/posts/');
  expect(await shownCase(page)).toBe(here);
  await expect(button(page, says.en.decide)).toBeVisible();
});

test('Nothing chosen is said calmly, and nothing is kept', async ({ page }) => {
  await open(page, 'en', 'posts');
  await button(page, says.en.decide).click();
  await expect(page.locator('[data-ask=decide] [role=status]')).toHaveText(
    'Choose something first.',
  );
  await expect(page.locator('.case .feedback').first()).toBeEmpty();
});

test('A case that the course no longer has is left out of a kept run, and that is said', async ({
  page,
}) => {
  await page.goto('./en/cases/posts/');
  await button(page, says.en.posts).click();
  const id = await shownCase(page);
  await page.route('**/cases/posts/', async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    const cut = html.replace(
      /data-deck="([^"]*)"/,
      (_, deck: string) =>
        `data-deck="${deck.replaceAll(`&quot;id&quot;:&quot;${id}&quot;`, '&quot;id&quot;:&quot;z99&quot;').replaceAll(`&#34;id&#34;:&#34;${id}&#34;`, '&#34;id&#34;:&#34;z99&#34;')}"`,
    );
    expect(cut).not.toBe(html);
    await route.fulfill({ response: answer, body: cut });
  });
  await page.reload();
  await expect(page.getByText('Something in this round is no longer in the course')).toBeVisible();
  expect(await shownCase(page)).not.toBe(id);
});

test('On the narrowest phone nothing runs out of the page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const isWithin = () =>
    page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  await open(page, 'hi', 'posts');
  expect(await isWithin()).toBe(true);
  await decide(page, 'hi', 'posts', 'leave');
  expect(await isWithin()).toBe(true);
  await open(page, 'hi', 'doors');
  await page.locator('.doors summary').first().click();
  expect(await isWithin()).toBe(true);
});

test.describe('Without script @chromium', () => {
  test.use({ javaScriptEnabled: false });

  test(`every case reads with what is right and why`, async ({ page }) => {
    for (const set of ['posts', 'doors'] as const) {
      await page.goto(`./en/cases/${set}/`);
      const cases = page.locator('.example > ol > li');
      await expect(cases).toHaveCount(deckOf(set).deck.cases.length);
      const first = cases.first();
      await expect(first).toBeVisible();
      await first.locator('.reasons > summary').click();
      await expect(first.locator('.reasons p').first()).toBeVisible();
      await expect(page.locator('[data-do=begin]')).toBeDisabled();
      await expect(page.getByRole('link', { name: says.en.skip }).first()).toBeVisible();
    }
  });
});
