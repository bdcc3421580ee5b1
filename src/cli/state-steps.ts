import type { Page } from '@playwright/test';
import type { ProgressEvent } from '../domain/progress.ts';
import { bytesToLink, eventsToBytes } from '../exports/code.ts';
import type { CacheReport, Kept } from '../offline/message.ts';

/** Talks and rounds have fewer steps than this. */
export const END = 60;

/** Presses a control once it can be pressed, wherever it stands; what covers it is another question. */
export async function press(page: Page, selector: string): Promise<void> {
  const control = page.locator(selector).locator('visible=true').first();
  await control.waitFor();
  await control.evaluate((element: HTMLElement) => element.click());
}

const card = '.card:not([hidden])';

/** Answers the question that is shown, rightly or not, and has it checked. */
export async function answer(page: Page, isRight: boolean): Promise<void> {
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
export async function talk(page: Page, times: number): Promise<void> {
  await press(page, '[data-do=begin]');
  await page.evaluate(async (most) => {
    const seen = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.checkVisibility());
    for (let at = 0, waits = 0; at < most && !seen('.debrief'); ) {
      const choice = seen('.choices [data-choice]');
      if (choice) at += 1;
      else if (waits++ > 1_000) throw new Error(`Nothing can be chosen after ${at} choices.`);
      choice?.click();
      await new Promise((done) => setTimeout(done, 5));
    }
  }, times);
}

/** Decides so many cases alike, or all of them; where a door or a first move is to be chosen, the first one. */
export async function decide(page: Page, value: string, times: number): Promise<void> {
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
  }
}

/** Writes a number of the hostel's own into the form and has it kept; `rung` is who tested it, and on which day. */
export async function fillNumber(
  page: Page,
  number: string,
  rung?: { by: string; on: string },
): Promise<void> {
  await page.locator('[name=name]').fill('Night warden');
  await page.locator('[name=number]').fill(number);
  if (rung) {
    await page.locator('[name=by]').fill(rung.by);
    await page.locator('[name=on]').fill(rung.on);
  }
  await press(page, 'dastak-our-numbers form [type=submit]');
}

/** Opens another page of the same language, by its address below that of the language. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(page.url().replace(/\/(hi|en)\/.*$/, `/$1/${path}`));
}

/** Answers a question, so that there is a record, and comes back. */
export async function makeRecord(page: Page): Promise<void> {
  const here = page.url();
  await goTo(page, 'notice/check/');
  await answer(page, true);
  await page.goto(here);
}

/** Brings a record to the phone by its code, as from another one. */
export async function bringRecord(page: Page, events: readonly ProgressEvent[]): Promise<void> {
  await goTo(page, 'my-data/');
  const facts = await page.locator('dastak-transfer').getAttribute('data-facts');
  const { course }: { course: string } = JSON.parse(facts ?? '');
  await page.evaluate(
    (code) => {
      location.hash = code;
    },
    bytesToLink(eventsToBytes(events, course)),
  );
  await press(page, '[data-do=add]');
  await page.locator('.heard:not(:empty)').waitFor();
}

/** Says on the record's page that several people learn on this phone, and forgets who has this tab. */
export async function sharePhone(page: Page): Promise<void> {
  await goTo(page, 'my-data/');
  await press(page, 'dastak-profiles .shared input');
  await page.locator('dastak-profiles .said:not(:empty)').waitFor();
  await page.evaluate(() => {
    window.name = '';
  });
}

/** Shows all cards of a lesson, as without script and on paper. */
export async function showEveryCard(page: Page): Promise<void> {
  await page.locator('.card-steps').waitFor();
  await page.evaluate(() => {
    for (const card of document.querySelectorAll<HTMLElement>('dastak-lesson .card'))
      card.hidden = false;
  });
}

/** Tells a page what the worker would, of its own language: how far that is on the phone, and of a newer release. */
export async function tellOfCopy(page: Page, kept: Partial<Kept>, hasNewer = false): Promise<void> {
  const lang = (await page.locator('html').getAttribute('lang')) ?? '';
  const all: Kept = {
    ...{ lang, state: 'whole', bytes: 1_500_000, total: 1_500_000, hasHelp: true, modules: [] },
    ...kept,
  };
  await page.evaluate(
    async (data: CacheReport) => {
      await customElements.whenDefined('dastak-offline');
      navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data }));
    },
    { kept: [all], hasNewer },
  );
  await page.locator('dastak-offline').waitFor();
}

/** Has pages come without their modules, as if these were lost on the way; only the gate before them runs. */
export async function loseScripts(page: Page): Promise<void> {
  await page.route(/\/$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<script type="module"', '<script type="lost"');
    await route.fulfill({ response, body });
  });
}

/** Waits until a page says that it stays as it is without script. */
export async function staysStill(page: Page): Promise<void> {
  await page.locator('.notice.still').waitFor();
}

/** Brings back what a page keeps, as who comes again another time. */
export async function comeAgain(page: Page): Promise<void> {
  await page.reload();
  await page.locator('html[data-alive]').waitFor();
}
