import { expect, type Locator, type Page } from '@playwright/test';
import { practise } from './practice.ts';

/** Words of the interface that the tests press, per language. */
export const says = {
  hi: {
    start: 'हिंदी में शुरू कीजिए',
    warden: 'वार्डन और हॉस्टल स्टाफ़: यह मैं हूँ',
    faculty: 'टीचर और कोचिंग स्टाफ़: यह मैं हूँ',
    peer: 'साथी स्टूडेंट: यह मैं हूँ',
    first: 'पहले हिस्से से शुरू कीजिए',
    open: 'यह हिस्सा शुरू कीजिए',
    next: 'आगे',
    back: 'पीछे',
    check: 'जवाब जाँचिए',
    again: 'एक बार और',
    answer: 'जवाब देखिए',
    right: 'सही।',
    wrong: 'यह नहीं। वजह पढ़िए।',
    saved: 'इस फ़ोन पर जवाब रख लिया।',
    goOn: 'आगे बढ़िए',
    other: 'English',
    help: 'अभी मदद',
    exit: 'जल्दी बाहर',
    menu: 'मेन्यू',
    finished: 'पूरा किया',
    corridor: 'गलियारा',
  },
  en: {
    start: 'Start in English',
    warden: 'Warden or hostel staff: That is me',
    faculty: 'Faculty or coaching staff: That is me',
    peer: 'Peer volunteer: That is me',
    first: 'Start with the first part',
    open: 'Begin this part',
    next: 'Next',
    back: 'Back',
    check: 'Check my answer',
    again: 'Try once more',
    answer: 'Show the answer',
    right: "That's right.",
    wrong: 'Not this one. Read why.',
    saved: 'Saved on this phone.',
    goOn: 'Carry on',
    other: 'हिंदी',
    help: 'Help now',
    exit: 'Quick exit',
    menu: 'Menu',
    finished: 'finished',
    corridor: 'The corridor',
  },
} as const;

export type Tongue = keyof typeof says;

/** The card that is shown now. */
export const shownCard = (page: Page): Locator => page.locator('.card:visible');

/** How a control is pressed. */
export type Press = (control: Locator) => Promise<void>;

/**
 * Presses a control as soon as it can be pressed, without moving a pointer there: for long ways, where it is shown
 * elsewhere that a finger and a key reach every control.
 */
export const tap: Press = (control) =>
  control.evaluate(async (element) => {
    const isReady = () => element.checkVisibility() && !element.matches(':disabled');
    for (let frame = 0; !isReady(); frame += 1) {
      if (frame > 600) throw new Error(`This is hidden or disabled: ${element.outerHTML}`);
      await new Promise(requestAnimationFrame);
    }
    element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    (element as HTMLElement).click();
  });

/**
 * Finds what is to be pressed on a card for an answer, right or wrong, in a page.
 * @returns CSS selectors below the card, in the order of the presses
 */
function controlsFor(card: Element, wanted: 'right' | 'wrong'): string[] {
  const { kind, right = '' } = card.querySelector<HTMLElement>('dastak-question')?.dataset ?? {};
  const letters = right.split(' ').filter(Boolean);
  const values = [...card.querySelectorAll<HTMLInputElement>('fieldset input')].map(
    ({ value }) => `fieldset [value="${value}"]`,
  );
  const lettersOf = (selector: string) =>
    [...card.querySelectorAll<HTMLElement>(selector)].map(({ dataset }) => dataset['letter'] ?? '');
  if (kind === 'scale') return values.slice(3, 4);
  if (kind === 'sort')
    return lettersOf('.statement').map((letter) => {
      const isTrue = letters.includes(letter) === (wanted === 'right');
      return `.statement[data-letter="${letter}"] [value=${isTrue ? 'true' : 'myth'}]`;
    });
  if (kind === 'order') {
    const steps = lettersOf('.ordering > [data-letter]');
    const moves = (letter: string, place: number) => {
      const from = steps.indexOf(letter);
      steps.splice(place, 0, ...steps.splice(from, 1));
      return new Array<string>(from - place).fill(
        `.ordering > [data-letter="${letter}"] [data-move="-1"]`,
      );
    };
    return wanted === 'right' ? letters.flatMap(moves) : [];
  }
  const isRight = (selector: string) =>
    letters.some((letter) => selector.includes(`"${letter}"`)) === (wanted === 'right');
  const fitting = values.filter(isRight);
  return kind === 'several' && wanted === 'right' ? fitting : fitting.slice(0, 1);
}

/** Gives an answer to the question on the card, right or wrong, with the means that `press` offers. */
export async function giveAnswer(
  card: Locator,
  wanted: 'right' | 'wrong',
  press: Press = (control) => control.click(),
): Promise<void> {
  for (const control of await card.evaluate(controlsFor, wanted))
    await press(card.locator(control));
}

/** Goes through the cards of a lesson or check to its last, answering every question on the way. */
export async function walkCards(
  page: Page,
  tongue: Tongue,
  press: Press = (control) => control.click(),
): Promise<void> {
  const next = page.getByRole('button', { name: says[tongue].next, exact: true });
  await expect(page.locator('.card-steps')).toBeVisible();
  for (;;) {
    const card = shownCard(page);
    const { id, asks } = await card.evaluate((element) => ({
      id: element.id,
      asks: element.querySelector('dastak-question') !== null,
    }));
    const answered = page.locator(`#${id}`);
    if (asks) {
      await giveAnswer(card, 'right', press);
      // What is not judged is kept by a tap, and goes on by itself; the place for feedback also says what was moved.
      const feedback = answered.locator('.feedback');
      if ((await feedback.getAttribute('data-verdict')) === null)
        await press(answered.locator('[type=submit]'));
      await expect(feedback).not.toBeEmpty();
      if ((await feedback.getAttribute('data-verdict')) === 'noted') {
        await answered.waitFor({ state: 'hidden' });
        continue;
      }
    }
    const isLast = await answered.evaluate(() =>
      [...document.querySelectorAll('[data-finish]')].some((finish) => finish.checkVisibility()),
    );
    if (isLast) return;
    await press(next);
  }
}

/** Practices have a folder of their own; every other page three folders deep is a lesson or a check. */
const PRACTICE = /^(practice|cases|call|relay)$/;

/** The folders of the page's address from its language on. */
function foldersOf(page: Page): string[] {
  const folders = new URL(page.url()).pathname.split('/').filter(Boolean);
  return folders.slice(folders.findIndex((folder) => folder in says));
}

/**
 * Takes a module from its door, or from its first step, along the short way, answering and practising as somebody who
 * has learnt everything, and follows the last link: to the next door, or to what the course has come to.
 */
export async function walkModule(
  page: Page,
  tongue: Tongue,
  press: Press = (control) => control.click(),
): Promise<void> {
  await page.waitForURL(/\/(hi|en)\/[a-z-]+\//, { waitUntil: 'commit' });
  if (foldersOf(page).length < 3) await press(page.getByRole('link', { name: says[tongue].open }));
  for (;;) {
    await page.waitForURL(/\/(hi|en)\/[a-z-]+\/[a-z-]+\/(#.*)?$/, { waitUntil: 'commit' });
    const [, folder = '', id = ''] = foldersOf(page);
    const isPractice = PRACTICE.test(folder);
    if (isPractice) await practise(page, folder, id, press);
    else await walkCards(page, tongue, press);
    const before = page.url();
    const onward = isPractice
      ? page.locator('.debrief .actions a.button, .result .actions a.button')
      : page.locator('a[data-finish]');
    await press(onward.and(page.locator(':not(.quiet):visible')).first());
    await page.waitForURL((url) => url.pathname !== new URL(before).pathname);
    if (foldersOf(page).length < 3) return;
  }
}
