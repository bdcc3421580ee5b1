import type { BrowserContext, Page } from '@playwright/test';
import { eventsFormat } from '../store/migrate.ts';
import { readSlot } from '../store/slot.ts';

/** What became of answers that several tabs, each in a process of its own, gave at once. */
export interface TabLoss {
  /** Answers that a page took and did not call unsaved. */
  saved: number;
  /** Of these, how many a page opened afterwards does not have. */
  lost: number;
}

/** How many answers a tab gives before it loads its page anew. */
const BETWEEN_RELOADS = 10;
/** For how long a page opened afterwards may look for answers, in halves of a second. */
const MOST_WAITS = 20;

/**
 * Lets tabs answer at once, one answer in 15 to 45 ms each, with reloads between.
 * @param pages addresses of pages with questions; several tabs on one page share its questions out
 * @param tabs how many
 * @param answers how many answers they give together
 */
export async function measureTabLoss(
  context: BrowserContext,
  pages: readonly string[],
  tabs: number,
  answers: number,
): Promise<TabLoss> {
  const saved = new Map<string, number>();
  const all = await Promise.all(
    Array.from({ length: tabs }, async (_, index) => {
      const page = await context.newPage();
      await page.goto(pages[index % pages.length] ?? '');
      const sharers = Math.ceil((tabs - (index % pages.length)) / pages.length);
      return { page, index, sharers, share: Math.floor(index / pages.length) };
    }),
  );
  await Promise.all(
    all.map(async ({ page, index, sharers, share }) => {
      const wanted = Math.floor(answers / tabs) + (index < answers % tabs ? 1 : 0);
      for (let given = 0; given < wanted; given += BETWEEN_RELOADS) {
        if (given > 0) await page.reload();
        const count = Math.min(BETWEEN_RELOADS, wanted - given);
        for (const item of await answerSome(page, { count, sharers, share, given }))
          saved.set(item, (saved.get(item) ?? 0) + 1);
      }
    }),
  );
  for (const { page } of all) await page.close();
  const later = await context.newPage();
  await later.goto(pages[0] ?? '');
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((one, other) => one + other, 0);
  // A page hears what its second copy holds some time after it has opened.
  for (let waits = 0; ; waits += 1) {
    const kept = await keptAnswers(later);
    const lost = sum([...saved].map(([item, count]) => Math.max(0, count - (kept.get(item) ?? 0))));
    if (lost === 0 || waits === MOST_WAITS) return { saved: sum(saved.values()), lost };
    await later.waitForTimeout(500);
  }
}

/** Answers questions of a page in turn. @returns the item of each answer that the page took */
const answerSome = (
  page: Page,
  share: { count: number; sharers: number; share: number; given: number },
): Promise<string[]> =>
  page.evaluate(async ({ count, sharers, share: own, given }) => {
    const questions = [
      ...document.querySelectorAll<HTMLElement>(
        'dastak-question:not([data-kind=scale]):not([data-kind=order]):not([data-kind=sort])',
      ),
    ].filter((_, index) => index % sharers === own);
    const done: string[] = [];
    for (let at = given; at < given + count; at += 1) {
      const question = questions[at % questions.length];
      const button = question?.querySelector<HTMLButtonElement>('[type=submit]');
      const inputs = [...(question?.querySelectorAll<HTMLInputElement>('fieldset input') ?? [])];
      if (inputs[0]?.disabled) button?.click();
      const input = inputs[at % inputs.length];
      if (input) input.checked = true;
      button?.click();
      // What cannot be stored is said at once; "Saved" waits for the disk, longer than the next answer.
      const isShown = question?.querySelector('.feedback')?.hasAttribute('data-verdict');
      const said = question?.querySelector('.kept')?.textContent ?? '';
      if (isShown && !said.startsWith('Not')) done.push(question?.dataset['item'] ?? '');
      await new Promise((next) => setTimeout(next, 15 + ((at * 7) % 31)));
    }
    return done;
  }, share);

/** How many answers to each item a page finds in the storage. */
async function keptAnswers(page: Page): Promise<Map<string, number>> {
  const texts = await page.evaluate(() =>
    Object.entries(localStorage).flatMap(([key, text]) => (/\.[ab]$/.test(key) ? [text] : [])),
  );
  const lists = texts.map((text) => readSlot(eventsFormat, text).entries);
  const kept = new Map<string, number>();
  for (const { kind, item } of eventsFormat.merge(...lists)) {
    if (kind === 'answer') kept.set(item, (kept.get(item) ?? 0) + 1);
  }
  return kept;
}
