import { roundToFragment, rowToFragment } from '../exports/round-rows.ts';
import { type PageState, sheetsAt, statesAt } from './page-state.ts';
import { press } from './state-steps.ts';

const round = { id: 'K7Q2MX', starts: '2026-12-01' };
const score = (right: number, ready: number) => ({ right, asked: 5, ready, scales: 2 });

/** An invitation and eight rows, of people who finished, came back and said what they did. */
const chat = [
  roundToFragment(round),
  ...[...'ABCDEFGH'].map((letter, at) =>
    rowToFragment({
      ...{ round, person: letter.repeat(8), passed: true },
      scores: { start: score(at % 3, 4), finish: score(3 + (at % 3), 8) },
      acts: { asked: at, handedOver: 1, followedUp: at % 2 },
    }),
  ),
].join('\n');

/** The coordinator's guide, and a round for those who take part and for who runs it. */
export const roundStates: readonly PageState[] = [
  ...statesAt('coordinator/', { 'guide of the coordinator': null }),
  ...sheetsAt('round/', { 'round, before': null }),
  ...sheetsAt(`round/${roundToFragment(round)}`, {
    'round, invited': null,
    async 'round, count refused'(page) {
      await press(page, '[data-do=join]');
      await page.locator('[name=asked]').fill('two');
      await press(page, 'dastak-round-join [type=submit]');
      await page.locator('.problem:not(:empty)').waitFor();
    },
    async 'round, row made'(page) {
      await press(page, '[data-do=join]');
      await press(page, 'dastak-round-join [type=submit]');
      await press(page, '[data-pass=qr]');
      await page.locator('canvas').locator('visible=true').waitFor();
    },
  }),
  ...sheetsAt('round/', {
    async 'round, figures and erasing asked'(page) {
      await page.locator('dastak-round-run details').evaluate((details: HTMLDetailsElement) => {
        details.open = true;
      });
      await page.locator('[name=rows]').fill(chat);
      await press(page, '.collect [type=submit]');
      await page.locator('dastak-round-run figure').first().waitFor();
      await press(page, '[data-do=erase]');
    },
  }),
];
