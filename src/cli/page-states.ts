import type { Page } from '@playwright/test';

/** A page of the course as a learner has brought it about, in whichever language. */
export interface PageState {
  name: string;
  /** The page's address below that of its language. */
  path: string;
  /** Does what brings the state about. */
  reach?(page: Page): Promise<void>;
}

/** Presses a control once it can be pressed, wherever it stands; what covers it is another question. */
async function press(page: Page, selector: string): Promise<void> {
  const control = page.locator(selector).locator('visible=true').first();
  await control.waitFor();
  await control.evaluate((element: HTMLElement) => element.click());
}

const card = '.card:not([hidden])';

/** Answers the question that is shown, rightly or not, and has it checked. */
async function answer(page: Page, isRight: boolean): Promise<void> {
  const question = page.locator(`${card} dastak-question`);
  await question.waitFor();
  const [kind, right = ''] = await question.evaluate((element: HTMLElement) => [
    element.dataset['kind'],
    element.dataset['right'],
  ]);
  if (kind === 'sort') {
    for (const pair of await question.locator('.statement').all())
      await pair.locator('input').first().check({ force: true });
  } else if (kind !== 'order') {
    const wanted = right.split(' ');
    for (const input of await question.locator('fieldset input').all()) {
      const isOfRight = wanted.includes((await input.getAttribute('value')) ?? '');
      if (kind !== 'scale' && isOfRight !== isRight) continue;
      await input.check({ force: true });
      if (kind !== 'several') break;
    }
  }
  await press(page, `${card} [type=submit]`);
  await question.locator('.feedback:not(:empty)').waitFor();
}

/** Goes on in a practice by its first choice, so many times, or to its end. */
async function talk(page: Page, times: number): Promise<void> {
  await press(page, '[data-do=begin]');
  for (let at = 0; at < times; at += 1) {
    if (await page.locator('.debrief').isVisible()) return;
    await press(page, '.choices [data-choice]');
  }
}

async function decide(page: Page, value: string, times: number): Promise<void> {
  await press(page, '[data-do=begin]');
  for (let at = 0; at < times; at += 1) {
    if (await page.locator('.result').isVisible()) return;
    if (await page.locator('[data-pick]').locator('visible=true').count())
      await press(page, '[data-pick]');
    await press(page, `form[data-ask=decide] label:has([value=${value}])`);
    await press(page, 'form[data-ask=decide] button');
    if (await page.locator('form[data-ask=move]').isVisible()) {
      await press(page, 'form[data-ask=move] .option:not([hidden])');
      await press(page, 'form[data-ask=move] button');
    }
    if (at + 1 < times) await press(page, '[data-do=next]');
  }
}

async function fillNumber(page: Page, number: string): Promise<void> {
  await page.locator('[name=name]').fill('Night warden');
  await page.locator('[name=number]').fill(number);
  await press(page, 'dastak-our-numbers form [type=submit]');
}

const END = 60;

/**
 * Every kind of page, and the states that its parts know: before, wrong, right, done, empty, refused, asked, shared. The
 * crawler of the tests and the gallery go through them.
 */
export const pageStates: readonly PageState[] = [
  { name: 'front page', path: '../' },
  { name: 'corridor, first visit', path: '' },
  {
    name: 'corridor, role chosen',
    path: '',
    reach: (page) => press(page, '[data-role=warden]'),
  },
  { name: 'menu, open', path: '', reach: (page) => press(page, '.bar [popovertarget]') },
  { name: 'door', path: 'notice/' },
  { name: 'lesson, first card', path: 'notice/kinds-of-sign/' },
  {
    name: 'lesson, last card',
    path: 'keep-safe/danger-tonight/',
    async reach(page) {
      await page.locator('.card-steps').waitFor();
      while (!(await page.locator('[data-finish]').first().isVisible()))
        await press(page, '[data-go="1"]');
    },
  },
  { name: 'question, before', path: 'notice/check/' },
  {
    name: 'question, wrong',
    path: 'notice/check/',
    reach: (page) => answer(page, false),
  },
  {
    name: 'question, right',
    path: 'notice/check/',
    reach: (page) => answer(page, true),
  },
  {
    name: 'question of an order, answered',
    path: 'connect/check/#steps-to-the-counsellor',
    reach: (page) => answer(page, false),
  },
  {
    name: 'question to sort, answered',
    path: 'ask/check/#true-or-myth',
    reach: (page) => answer(page, false),
  },
  {
    name: 'starting question, kept',
    path: 'begin/check/',
    reach: (page) => answer(page, true),
  },
  { name: 'scale, before', path: 'begin/check/#start-ready-to-ask' },
  { name: 'help', path: 'help/' },
  { name: 'now, before', path: 'now/' },
  {
    name: 'now, danger here',
    path: 'now/',
    async reach(page) {
      for (const id of ['danger-yes', 'place-here', 'minor-yes'])
        await press(page, `label:has(#${id})`);
    },
  },
  {
    name: 'now, hurt elsewhere',
    path: 'now/',
    async reach(page) {
      for (const id of ['danger-hurt', 'place-other', 'channel-post'])
        await press(page, `label:has(#${id})`);
    },
  },
  { name: 'own numbers, none', path: 'our-numbers/' },
  {
    name: 'own numbers, refused',
    path: 'our-numbers/',
    reach: (page) => fillNumber(page, 'nobody'),
  },
  {
    name: 'own numbers, one kept',
    path: 'our-numbers/',
    async reach(page) {
      await fillNumber(page, '07440000001');
      await page.locator('.own-numbers li').first().waitFor();
    },
  },
  { name: 'poster', path: 'poster/' },
  { name: 'hand-over, before', path: 'hand-over/' },
  {
    name: 'hand-over, card made',
    path: 'hand-over/',
    async reach(page) {
      await page.locator('[name=initials]').fill('R K');
      await press(page, 'dastak-hand-over form [type=submit]');
    },
  },
  { name: 'about the learner', path: 'me/' },
  { name: 'record, empty', path: 'my-data/' },
  {
    name: 'record, code made',
    path: 'my-data/',
    async reach(page) {
      await page.goto(page.url().replace('my-data/', 'notice/check/'));
      await answer(page, true);
      await page.goBack();
      await press(page, '[data-do=make]');
      await page.locator('.groups li').last().waitFor({ state: 'attached' });
    },
  },
  {
    name: 'record, code refused and erasing asked',
    path: 'my-data/',
    async reach(page) {
      await page.goto(page.url().replace('my-data/', 'notice/check/'));
      await answer(page, true);
      await page.goBack();
      await page.locator('[name=code]').fill('7777 7777 7777 7777 7777');
      await press(page, 'dastak-transfer form [type=submit]');
      await press(page, '[data-do=one]');
    },
  },
  { name: 'outcome, nothing yet', path: 'outcome/' },
  {
    name: 'outcome, something done',
    path: 'outcome/',
    async reach(page) {
      await page.goto(page.url().replace('outcome/', 'practice/warden-tiffin/'));
      await talk(page, END);
      await page.goto(page.url().replace(/practice\/.*$/, 'outcome/'));
    },
  },
  { name: 'glossary', path: 'glossary/' },
  { name: 'sources', path: 'sources/' },
  { name: 'about', path: 'about/' },
  { name: 'conversation, before', path: 'practice/warden-knock/' },
  {
    name: 'conversation, under way',
    path: 'practice/warden-knock/',
    reach: (page) => talk(page, 3),
  },
  {
    name: 'conversation, over',
    path: 'practice/peer-late-messages/',
    reach: (page) => talk(page, END),
  },
  { name: 'posts, before', path: 'cases/post-lab/' },
  {
    name: 'posts, decided',
    path: 'cases/post-lab/',
    reach: (page) => decide(page, 'today', 1),
  },
  {
    name: 'doors, to choose from',
    path: 'cases/door-round/',
    reach: (page) => press(page, '[data-do=begin]'),
  },
  {
    name: 'doors, over',
    path: 'cases/door-round/',
    reach: (page) => decide(page, 'now', END),
  },
  { name: 'call, under way', path: 'call/last-call/', reach: (page) => talk(page, 1) },
  { name: 'call, over', path: 'call/last-call/', reach: (page) => talk(page, END) },
  { name: 'relay, under way', path: 'relay/the-alert/', reach: (page) => talk(page, 2) },
  {
    name: 'shared phone, asking',
    path: 'my-data/',
    async reach(page) {
      await page.goto(page.url().replace('my-data/', 'notice/check/'));
      await answer(page, true);
      await page.goBack();
      await press(page, 'dastak-profiles .shared input');
      await page.locator('dastak-profiles .said:not(:empty)').waitFor();
      await page.evaluate(() => {
        window.name = '';
      });
      await page.goto(page.url().replace('my-data/', ''));
    },
  },
];
