import { type PageState, statesAt } from './page-state.ts';
import { decide, END, press, talk } from './state-steps.ts';

/** Conversations, rounds of cases, calls and the relay. */
export const practiceStates: readonly PageState[] = [
  ...statesAt('practice/warden-knock/', {
    'conversation, before': null,
    'conversation, under way': (page) => talk(page, 3),
  }),
  ...statesAt('practice/peer-late-messages/', { 'conversation, over': (page) => talk(page, END) }),
  ...statesAt('cases/post-lab/', {
    'posts, before': null,
    'posts, decided': (page) => decide(page, 'today', 1),
  }),
  ...statesAt('cases/door-round/', {
    'doors, to choose from': (page) => press(page, '[data-do=begin]'),
    'doors, over': (page) => decide(page, 'now', END),
  }),
  ...statesAt('call/last-call/', {
    'call, under way': (page) => talk(page, 1),
    'call, over': (page) => talk(page, END),
  }),
  ...statesAt('relay/the-alert/', { 'relay, under way': (page) => talk(page, 2) }),
  ...statesAt('practice/warden-knock/', {
    'conversation, all of the debrief': (page) => talk(page, END),
  }),
  ...statesAt('cases/last-six/', { 'posts, over': (page) => decide(page, 'leave', END) }),
  ...statesAt('call/last-call/', { 'call, before': null }),
  ...statesAt('relay/the-alert/', {
    'relay, before': null,
    'relay, over': (page) => talk(page, END),
  }),
];
