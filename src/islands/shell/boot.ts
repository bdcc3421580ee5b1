import { store } from '../../store/browser-store.ts';
import { part } from '../dom.ts';
import { follow } from '../follow.ts';

const { dataset } = document.documentElement;

/** Puts the learner's role and theme on the page before any element is drawn, and after every change. */
function boot(): void {
  for (const name of ['role', 'theme']) {
    const value = store().progress().settings[name];
    if (value) dataset[name] = value;
    else delete dataset[name];
  }
}

follow(boot);
// On a shared phone nobody's record is used before somebody says who they are; the corridor asks.
if (store().asks() && document.querySelector('dastak-lesson, dastak-scenario, .drill')) {
  location.replace(part<HTMLAnchorElement>(document.body, '.brand').href);
}
