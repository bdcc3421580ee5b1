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

/** Gives an answer to the question on the card, right or wrong, with the means that `press` offers. */
export async function giveAnswer(
  card: Locator,
  wanted: 'right' | 'wrong',
  press: Press = (control) => control.click(),
): Promise<void> {
  const question = card.locator('dastak-question');
  const kind = await question.getAttribute('data-kind');
  const right = ((await question.getAttribute('data-right')) ?? '').split(' ').filter(Boolean);
  if (kind === 'scale') return press(card.getByRole('radio').nth(3));
  if (kind === 'order') {
    if (wanted === 'right') await putInOrder(card, right, press);
    return;
  }
  if (kind === 'sort') {
    for (const statement of await card.locator('.statement').all()) {
      const letter = (await statement.getAttribute('data-letter')) ?? '';
      const isTrue = right.includes(letter) === (wanted === 'right');
      await press(statement.locator(`[value=${isTrue ? 'true' : 'myth'}]`));
    }
    return;
  }
  const controls = await card.locator('fieldset input').all();
  for (const control of controls) {
    const isRight = right.includes((await control.getAttribute('value')) ?? '');
    if (isRight !== (wanted === 'right')) continue;
    await press(control);
    if (kind !== 'several' || wanted === 'wrong') return;
  }
}

async function putInOrder(card: Locator, right: string[], press: Press) {
  for (const [place, letter] of right.entries()) {
    const step = card.locator(`.ordering > [data-letter="${letter}"]`);
    const placeOf = () =>
      step.evaluate((item) => [...(item.parentElement?.children ?? [])].indexOf(item));
    while ((await placeOf()) > place) await press(step.locator('[data-move="-1"]'));
  }
}

/** Goes through the cards of a lesson or check to its last, answering every question on the way. */
export async function walkCards(
  page: Page,
  tongue: Tongue,
  press: Press = (control) => control.click(),
): Promise<void> {
  const words = says[tongue];
  const finish = page.locator('[data-finish]:visible');
  await expect(page.locator('.card-steps')).toBeVisible();
  for (;;) {
    const card = shownCard(page);
    await expect(card).toHaveCount(1);
    if (await card.locator('dastak-question').count()) {
      const id = await card.getAttribute('id');
      await giveAnswer(card, 'right', press);
      const answered = page.locator(`#${id}`);
      // What is not judged is kept by a tap, and goes on by itself; the place for feedback also says what was moved.
      if ((await answered.locator('.feedback[data-verdict]').count()) === 0)
        await press(answered.locator('[type=submit]'));
      await expect(answered.locator('.feedback')).not.toBeEmpty();
      if (await answered.locator('[data-verdict=noted]').count()) {
        await expect(answered).toBeHidden();
        continue;
      }
    }
    if ((await finish.count()) > 0) return;
    await press(page.getByRole('button', { name: words.next, exact: true }));
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
