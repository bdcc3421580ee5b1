import { type PageState, statesAt } from './page-state.ts';
import { answer, press, showEveryCard } from './state-steps.ts';

/** Lessons that together hold every kind of markup that a card can have. */
const LESSONS = [
  'persuade/no-secret-promise/',
  'finish/what-to-carry/',
  'persuade/one-next-step/',
  'peer-boundaries/what-to-tell-today/',
  'notice/where-you-stand/',
  'ask/the-direct-words/',
  'begin/good-day/',
  'connect/law-in-plain-words/',
  'keep-safe/danger-tonight/',
  'notice/act-now-signs/',
];

/** Doors, lessons and questions. */
export const lessonStates: readonly PageState[] = [
  ...LESSONS.map((path) => ({
    name: `lesson, every card of ${path.split('/')[1]}`,
    path,
    reach: showEveryCard,
  })),
  ...statesAt('notice/', { door: null }),
  ...statesAt('notice/kinds-of-sign/', { 'lesson, first card': null }),
  ...statesAt('keep-safe/danger-tonight/', {
    async 'lesson, last card'(page) {
      await page.locator('.card-steps').waitFor();
      while (!(await page.locator('[data-finish]').first().isVisible()))
        await press(page, '[data-go="1"]');
    },
  }),
  ...statesAt('notice/check/', {
    'question, before': null,
    'question, wrong': (page) => answer(page, false),
    'question, right': (page) => answer(page, true),
  }),
  ...statesAt('connect/check/#steps-to-the-counsellor', {
    'question of an order, answered': (page) => answer(page, false),
  }),
  ...statesAt('ask/check/#true-or-myth', {
    'question to sort, answered': (page) => answer(page, false),
  }),
  ...statesAt('begin/check/', {
    async 'starting question, kept'(page) {
      const first = page.locator('dastak-lesson .card').first();
      await answer(page, true);
      // It goes on by itself; who comes back finds what was kept.
      await first.waitFor({ state: 'hidden' });
      await page.evaluate(
        (id) => {
          location.hash = id;
        },
        (await first.getAttribute('id')) ?? '',
      );
      await first.waitFor();
    },
  }),
  ...statesAt('begin/check/#start-ready-to-ask', { 'scale, before': null }),
  ...statesAt('finish/', { 'last door': null }),
];
