import type { PageState } from './page-states.ts';
import { comeAgain, decide, END, loseScripts, press, staysStill, talk } from './state-steps.ts';

/** Conversations, rounds of cases, calls and the relay. */
export const practiceStates: readonly PageState[] = [
  { name: 'conversation, before', path: 'practice/warden-knock/' },
  {
    name: 'conversation, under way',
    path: 'practice/warden-knock/',
    reach: (page) => talk(page, 3),
  },
  {
    name: 'conversation, over',
    path: 'practice/peer-late-messages/',
    reach: (page) => talk(page, END),
  },
  { name: 'posts, before', path: 'cases/post-lab/' },
  {
    name: 'posts, decided',
    path: 'cases/post-lab/',
    reach: (page) => decide(page, 'today', 1),
  },
  {
    name: 'doors, to choose from',
    path: 'cases/door-round/',
    reach: (page) => press(page, '[data-do=begin]'),
  },
  {
    name: 'doors, over',
    path: 'cases/door-round/',
    reach: (page) => decide(page, 'now', END),
  },
  { name: 'call, under way', path: 'call/last-call/', reach: (page) => talk(page, 1) },
  { name: 'call, over', path: 'call/last-call/', reach: (page) => talk(page, END) },
  { name: 'relay, under way', path: 'relay/the-alert/', reach: (page) => talk(page, 2) },
  {
    name: 'conversation, all of the debrief',
    path: 'practice/warden-knock/',
    reach: (page) => talk(page, END),
  },
  {
    name: 'posts, over',
    path: 'cases/last-six/',
    reach: (page) => decide(page, 'leave', END),
  },
  { name: 'call, before', path: 'call/last-call/' },
  { name: 'relay, before', path: 'relay/the-alert/' },
  {
    name: 'relay, over',
    path: 'relay/the-alert/',
    reach: (page) => talk(page, END),
  },
  {
    name: 'call, come back to',
    path: 'call/last-call/',
    async reach(page) {
      await talk(page, 2);
      await comeAgain(page);
      await page.locator('.choices [data-choice]').first().waitFor();
    },
  },
  {
    name: 'posts, come back to',
    path: 'cases/post-lab/',
    async reach(page) {
      await decide(page, 'today', 3);
      await comeAgain(page);
      await page.locator('.case form:not([hidden])').first().waitFor();
    },
  },
  {
    name: 'conversation, script lost',
    path: 'practice/warden-knock/',
    before: loseScripts,
    reach: staysStill,
  },
];
