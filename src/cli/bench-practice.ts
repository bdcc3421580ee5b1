import type { Page } from '@playwright/test';
import { keyOf } from '../domain/cases.ts';
import type { Deck } from '../domain/cases-deck.ts';
import { cleanRun, type Drill } from '../domain/drill.ts';
import { choicesShown, choiceToSaved, choose, ending, resume } from '../domain/scenario.ts';
import { debrief } from '../domain/scenario-debrief.ts';
import type { SceneGraph } from '../domain/scenario-graph.ts';
import type { TapCounter } from './tap-counter.ts';

const OVER = '.debrief:not([hidden]), .result:not([hidden])';

/**
 * Takes the practice of a page to its end as somebody would who has learnt everything, and reads what came of it.
 * @param folder the folder of its address: `practice`, `cases`, `call` or `relay`
 */
export async function answerPractice(
  page: Page,
  counter: TapCounter,
  folder: string,
): Promise<void> {
  await counter.read('.start');
  await counter.press('[data-do=begin]');
  if (folder === 'cases') await decideAll(page, counter);
  else await talk(counter, await bestOf(page, folder));
}

/** Ids of what is chosen, in order. */
async function bestOf(page: Page, folder: string): Promise<readonly string[]> {
  if (folder === 'practice') return shortestOf(page);
  const text = await page.locator('[data-drill]').getAttribute('data-drill');
  return cleanRun(JSON.parse(text ?? '') as Drill).steps.map(({ option }) => option.id);
}

/** How many ways of a conversation are followed at once. */
const WIDTH = 3000;

/** The shortest way through the conversation that the page has begun, by strong lines alone, after which nothing is missing. */
async function shortestOf(page: Page): Promise<readonly string[]> {
  const text = await page
    .locator('template.graph')
    .evaluate((template: HTMLTemplateElement) => template.content.textContent);
  const kept = await page.evaluate(() => Object.values(localStorage).join('\n'));
  const graph = JSON.parse(text ?? '') as SceneGraph;
  const begun = [...kept.matchAll(new RegExp(`"(${graph.hash}\\.\\d+)"`, 'g'))];
  const seed = begun.pop()?.[1];
  if (!seed) throw new Error(`The record holds no run of the conversation at ${page.url()}.`);
  let runs = [resume(graph, choiceToSaved([seed])).run];
  while (runs.length > 0) {
    const next = runs.flatMap((run) =>
      choicesShown(run)
        .filter((choice) => 'quality' in choice && choice.quality === 'strong')
        .map(({ id }) => choose(run, id)),
    );
    const good = next.find((run) => ending(run) && debrief(run).passed);
    if (good) return good.chosen;
    runs = next.filter((run) => !ending(run)).slice(0, WIDTH);
  }
  throw new Error(`No way by strong lines alone leads through the conversation at ${page.url()}.`);
}

async function talk(counter: TapCounter, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await counter.read('.choices ul');
    await counter.press(`.choices [data-choice="${id}"]`);
  }
}

const urgency = ['now', 'today', 'check-in', 'leave'];

async function decideAll(page: Page, counter: TapCounter): Promise<void> {
  const deck = JSON.parse(
    (await page.locator('[data-deck]').getAttribute('data-deck')) ?? '',
  ) as Deck;
  const rightOf = (id: string) => keyOf(deck, id)?.right ?? 'leave';
  if (deck.kind === 'doors') {
    await counter.read('.doors');
    const doors = await page
      .locator('.doors [data-pick]')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['pick'] ?? ''));
    const order = (id: string) => urgency.indexOf(rightOf(id));
    const [first] = doors.toSorted((a, b) => order(a) - order(b));
    await counter.press(`.doors [data-pick="${first}"]`);
  }
  while (!(await page.locator(OVER).count())) {
    const id = (await page.locator('.case .shown').getAttribute('data-case')) ?? '';
    await answerForm(page, counter, 'decide', `[value="${rightOf(id)}"]`);
    const move = page.locator('form[data-ask=move]');
    if (await move.isVisible()) {
      const letters = [...(keyOf(deck, id)?.moves ?? '')].map((letter) => `[value="${letter}"]`);
      await answerForm(page, counter, 'move', `:is(${letters.join()})`);
    }
    await counter.read('.before .feedback');
  }
}

/** Answers one of the forms of a case, and has it judged where a choice alone does not do that. */
async function answerForm(
  page: Page,
  counter: TapCounter,
  name: string,
  value: string,
): Promise<void> {
  const form = `form[data-ask=${name}]`;
  await counter.read(`${form} fieldset`);
  await counter.press(`${form} .option:not([hidden]):has(${value})`);
  const button = page.locator(`${form} button`).locator('visible=true');
  if (await button.count()) await counter.press(`${form} button`);
}
