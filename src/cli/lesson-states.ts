import type { PageState } from './page-states.ts';
import { answer, loseScripts, press, showEveryCard, staysStill } from './state-steps.ts';

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
    async reach(page) {
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
  },
  { name: 'scale, before', path: 'begin/check/#start-ready-to-ask' },
  { name: 'last door', path: 'finish/' },
  {
    name: 'lesson, script lost',
    path: 'notice/kinds-of-sign/',
    before: loseScripts,
    reach: staysStill,
  },
];
