import { store } from '../../store/browser-store.ts';

const { dataset } = document.documentElement;
const chooser = () => document.querySelector<HTMLElement>('dastak-profile-chooser');

/** Puts the learner's role and theme on the page before any element is drawn, and after every change. */
function boot(): void {
  for (const name of ['role', 'theme']) {
    const value = store().progress().settings[name];
    if (value) dataset[name] = value;
    else delete dataset[name];
  }
}

/** Goes where it is asked who is learning: the corridor, or on it the place of that question. */
function askWho(): void {
  if (!chooser()) location.replace((document.querySelector('.brand') as HTMLAnchorElement).href);
  else chooser()?.querySelector('h2')?.focus();
}

boot();
store().subscribe((change) => {
  boot();
  if (change === 'asked') askWho();
  // For what keeps something of a learner in the page alone and needs nothing else of the store.
  if (change === 'switched') document.dispatchEvent(new Event('dastak:switched'));
});
// Where a record is used the question comes first. Everywhere else it waits for the first action, which the store
// refuses until it is answered.
if (store().asks() && document.querySelector('dastak-lesson, [data-item]')) askWho();
