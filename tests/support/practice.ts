import { expect, type Locator, type Page } from '@playwright/test';
import { keyOf } from '../../src/domain/cases.ts';
import { cleanRun } from '../../src/domain/drill.ts';
import { trainedRun } from '../../src/domain/scenario-play.ts';
import { casesIn } from './cases.ts';
import { callsIn, relaysIn } from './drills.ts';
import { once } from './files.ts';
import { scenesIn } from './scenes.ts';
import { courseSite, fixtureSite } from './sites.ts';

type Press = (control: Locator) => Promise<void>;

// No practice of the small course has the id of one of the course, so that an id is enough.
const files = once(() => [...courseSite.files, ...fixtureSite.files]);
const fileOf = (id: string) => files().filter(({ path }) => path.includes(`/${id}.`));

/**
 * Takes the practice of the page to its end as somebody would who has learnt everything.
 * @param kind the folder of its address: `practice`, `cases`, `call` or `relay`
 */
export async function practise(page: Page, kind: string, id: string, press: Press): Promise<void> {
  await press(page.locator('[data-do=begin]'));
  if (kind === 'practice') await talk(page, id, press);
  else if (kind === 'cases') await decideAll(page, id, press);
  else {
    const [found] = (kind === 'call' ? callsIn : relaysIn)(fileOf(id));
    if (!found) throw new Error(`No course has a ${kind} “${id}”.`);
    const run = cleanRun(found.drill).steps.map(({ option }) => option.id);
    await choose(page, run, press);
  }
  await expect(page.locator('.debrief:visible, .result:visible')).toHaveCount(1);
}

/** Where what is true is drawn, nobody can know the best run beforehand; strong lines alone meet every must there. */
async function talk(page: Page, id: string, press: Press) {
  const [scene] = scenesIn(fileOf(id));
  if (!scene) throw new Error(`No course has a conversation “${id}”.`);
  const { graph } = scene;
  if (!graph.truths) return await choose(page, trainedRun(graph), press);
  const choices = Object.values(graph.turns).flatMap((turn) => turn.choices);
  const strong = choices.filter(({ quality }) => quality === 'strong').map((choice) => choice.id);
  while (!(await page.locator('.debrief').isVisible())) {
    const shown = await page.locator('.choices [data-choice]').all();
    const ids = await Promise.all(shown.map((one) => one.getAttribute('data-choice')));
    await choose(page, [strong.find((one) => ids.includes(one)) ?? ''], press);
  }
}

async function choose(page: Page, ids: readonly string[], press: Press) {
  for (const id of ids) await press(page.locator(`[data-choice="${id}"]`));
}

const urgency = ['now', 'today', 'check-in', 'leave'];

async function decideAll(page: Page, id: string, press: Press): Promise<void> {
  const deck = casesIn(fileOf(id)).get(id)?.deck;
  if (!deck) throw new Error(`No course has a set of cases “${id}”.`);
  const rightOf = (one: string | null) => keyOf(deck, one ?? '')?.right ?? 'leave';
  if (deck.kind === 'doors') {
    const doors = await page.locator('.doors [data-pick]').all();
    const ids = await Promise.all(doors.map((door) => door.getAttribute('data-pick')));
    const [first] = ids.toSorted(
      (a, b) => urgency.indexOf(rightOf(a)) - urgency.indexOf(rightOf(b)),
    );
    await press(page.locator(`.doors [data-pick="${first}"]`));
  }
  while (!(await page.locator('.result').isVisible())) {
    const shown = await page.locator('.case .shown').getAttribute('data-case');
    const answer = async (form: string, value: string) => {
      const ask = page.locator(`form[data-ask=${form}]`);
      await press(ask.locator(`input[value="${value}"]`));
      // A tap decides; who chose by key presses the button.
      const button = ask.locator('[type=submit]');
      const isChosen = (await ask.locator('input:checked').count()) > 0;
      if (isChosen && (await button.isVisible())) await press(button);
    };
    await answer('decide', rightOf(shown));
    if (await page.locator('form[data-ask=move]').isVisible()) {
      const helping = [...(keyOf(deck, shown ?? '')?.moves ?? '')];
      const offered = page.locator(
        helping
          .map((letter) => `form[data-ask=move] .option:not([hidden]) [value=${letter}]`)
          .join(),
      );
      await answer('move', (await offered.getAttribute('value')) ?? '');
    }
  }
}
