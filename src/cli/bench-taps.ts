import type { Browser, Page } from '@playwright/test';
import { answerPractice } from './bench-practice.ts';
import type { Row } from './bench-row.ts';
import { inChromium } from './browsers.ts';
import { TapCounter } from './tap-counter.ts';

/** What a step of the course took: its name, taps, and screens scrolled through. */
interface Step {
  name: string;
  taps: number;
  screens: number;
}

const PHONE = { width: 360, height: 740 };
const CARD = '.card:not([hidden])';
const PRACTICES = ['practice', 'cases', 'call', 'relay'];

/**
 * Counts the taps and the screens scrolled through that the short way takes somebody who gives right answers, reads all
 * that is shown unfolded, and presses nothing that need not be pressed; by door, from the first page to the outcome.
 * @param address the served site, ending in a slash
 */
export function measureTaps(address: string): Promise<Row[]> {
  const [role, lang] = ['warden', 'hi'];
  return inChromium(async (browser) => {
    const doors = await walk(browser, address, role, lang);
    return [...doors].map(([door, steps]) => ({
      what: `taps and screens of the short way, ${role}, ${lang}`,
      case: door,
      figures: `${inWords(steps)} (${steps.map((step) => `${step.name} ${step.taps}`).join(', ')})`,
    }));
  });
}

function inWords(steps: readonly Step[]): string {
  const sum = (of: 'taps' | 'screens') => steps.reduce((total, step) => total + step[of], 0);
  return `${sum('taps')} taps, ${sum('screens').toFixed(1)} screens`;
}

async function walk(
  browser: Browser,
  address: string,
  role: string,
  lang: string,
): Promise<Map<string, Step[]>> {
  const page = await browser.newPage({
    ...{ viewport: PHONE, hasTouch: true, isMobile: true },
    ...{ locale: 'hi-IN', reducedMotion: 'reduce', serviceWorkers: 'block' },
  });
  // What a practice draws by the clock is the same in every run of the bench.
  await page.clock.setFixedTime(new Date('2027-01-01T20:00:00+05:30'));
  const counter = new TapCounter(page);
  const doors = new Map<string, Step[]>();
  const note = (door: string, name: string) => {
    doors.set(door, [...(doors.get(door) ?? []), { name, ...counter.spent(PHONE.height) }]);
  };
  await page.goto(address);
  await counter.follow(`a[hreflang=${lang}], a[href$="/${lang}/"]`);
  await counter.press(`[data-role=${role}]`);
  await counter.follow('.go');
  note('before the first door', 'language, role, start');
  for (;;) {
    const [, folder = '', id] = foldersOf(page, lang);
    if (folder === 'outcome') return doors;
    const door = id ? await doorOf(page, lang) : folder;
    if (!id) {
      await counter.read('article .promise, .note');
      await counter.follow('article a.button');
    } else if (PRACTICES.includes(folder)) {
      await answerPractice(page, counter, folder);
      await counter.follow(
        '.debrief .actions a.button:not(.quiet), .result .actions a.button:not(.quiet)',
      );
    } else {
      await readCards(page, counter);
      await counter.follow('a[data-finish]:not(.quiet)');
    }
    note(door, id ?? 'door');
  }
}

/** The folders of a page's address from its language on. */
function foldersOf(page: Page, lang: string): string[] {
  const folders = new URL(page.url()).pathname.split('/').filter(Boolean);
  return folders.slice(folders.indexOf(lang));
}

/** The door that a step says it lies behind. */
async function doorOf(page: Page, lang: string): Promise<string> {
  const href = await page.locator('.path a').first().getAttribute('href');
  const folders = (href ?? '').split('/').filter(Boolean);
  return folders[folders.indexOf(lang) + 1] ?? '';
}

/** Reads the cards of a lesson or a check to the last, and answers every question. */
async function readCards(page: Page, counter: TapCounter): Promise<void> {
  await page.locator('.card-steps:not([hidden])').waitFor();
  for (;;) {
    const card = await page.locator(CARD).getAttribute('id');
    await counter.read(CARD);
    if (await page.locator(`${CARD} dastak-question`).count()) await answer(page, counter);
    if ((await page.locator(CARD).getAttribute('id')) !== card) continue;
    if (await page.locator('a[data-finish]').locator('visible=true').count()) return;
    await counter.press('[data-go="1"]');
  }
}

/** Answers the question on the card and reads what is said of it; a question that goes on by itself is left to. */
async function answer(page: Page, counter: TapCounter): Promise<void> {
  const question = page.locator(`${CARD} dastak-question`);
  const {
    item = '',
    kind = '',
    right = '',
  } = await question.evaluate(
    (element: HTMLElement) => ({ ...element.dataset }) as Record<string, string>,
  );
  const own = `[data-item="${item}"]`;
  for (const place of await optionsOf(page, own, kind, right.split(' ')))
    await counter.press(place);
  if (kind === 'order') await putInOrder(page, counter, own, right.split(' '));
  const submit = `${own} [type=submit]`;
  const feedback = page.locator(`${own} .feedback`);
  if (!(await feedback.textContent())) await counter.press(submit);
  await page.locator(`${own} .feedback:not(:empty)`).waitFor({ state: 'attached' });
  if (await page.locator(`${own} [data-verdict=noted]`).count())
    return page.locator(own).waitFor({ state: 'hidden' });
  if (await page.locator(`${own} .feedback`).isVisible()) await counter.read(`${own} .feedback`);
}

/** Selectors of what is pressed for a right answer; an order has none, a scale its last but one. */
async function optionsOf(page: Page, own: string, kind: string, right: readonly string[]) {
  if (kind === 'scale') return [`${own} .option:has([value="4"])`];
  if (kind === 'order') return [];
  if (kind !== 'sort') return right.map((value) => `${own} .option:has([value="${value}"])`);
  const letters = await page
    .locator(`${own} .statement`)
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['letter'] ?? ''));
  return letters.map(
    (letter) =>
      `${own} [data-letter="${letter}"] [value=${right.includes(letter) ? 'true' : 'myth'}]`,
  );
}

async function putInOrder(page: Page, counter: TapCounter, own: string, right: readonly string[]) {
  for (const [place, letter] of right.entries()) {
    const step = page.locator(`${own} .ordering > [data-letter="${letter}"]`);
    const placeOf = () =>
      step.evaluate((item) => [...(item.parentElement?.children ?? [])].indexOf(item));
    while ((await placeOf()) > place)
      await counter.press(`${own} [data-letter="${letter}"] [data-move="-1"]`);
  }
}
