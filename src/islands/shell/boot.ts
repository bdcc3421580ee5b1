import { store } from '../../store/browser-store.ts';

/** Puts the learner's role and theme on the page before any element is drawn. */
function boot(): void {
  const { settings } = store().progress();
  const root = document.documentElement;
  if (settings['role']) root.dataset['role'] = settings['role'];
  else delete root.dataset['role'];
  if (settings['theme']) root.dataset['theme'] = settings['theme'];
}

boot();
store().subscribe(boot);
