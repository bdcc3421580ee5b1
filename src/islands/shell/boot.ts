import { store } from '../../store/browser-store.ts';
import { part } from '../dom.ts';
import { follow } from '../follow.ts';

const { dataset } = document.documentElement;

/** Goes where it is asked who is learning: the corridor, or on it the place of that question. */
function askWho(): void {
  const chooser = document.querySelector('dastak-profile-chooser');
  if (chooser) part(chooser, 'h2').focus();
  else location.replace(part<HTMLAnchorElement>(document.body, '.brand').href);
}

// Puts the learner's role and theme on the page before any element is drawn, and after every change.
follow((change) => {
  for (const name of ['role', 'theme']) {
    const value = store().progress().settings[name];
    if (value) dataset[name] = value;
    else delete dataset[name];
  }
  if (change === 'asked') askWho();
  // For what keeps something of a learner in the page alone and needs nothing else of the store.
  if (change === 'switched') document.dispatchEvent(new Event('dastak:switched'));
});
// Where a record is used the question comes first. Everywhere else it waits for the first action, which the store
// refuses until it is answered.
if (store().asks() && document.querySelector('dastak-lesson, [data-item]')) askWho();
