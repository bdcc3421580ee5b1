// Comes before every other script of a page, and runs in any browser: a classic script in old syntax. It keeps a
// browser that lacks what the others use on the page as it is without script, whole, and says so. It also draws the
// menu where a browser has no popovers, and leaves again where going back would show the course after a quick exit.

import { LEFT } from './left.ts';

/** What scripts use that a browser may lack though it reads their syntax; `tests/e2e/compat.spec.ts` holds the rest. */
const isNewEnough =
  'customElements' in window && 'fromEntries' in Object && 'allSettled' in Promise;

const root = document.documentElement;
if (!isNewEnough) root.setAttribute('data-old', '');

try {
  // The older interface, since Safari 14 has no other; 2 is going back or forward.
  if (sessionStorage.getItem(LEFT) && performance.navigation.type === 2) {
    root.hidden = true;
    const exit = document.querySelector<HTMLAnchorElement>('.exit');
    if (exit) location.replace(exit.href);
  } else sessionStorage.removeItem(LEFT);
} catch {
  // Where nothing may be stored nothing was left.
}

addEventListener('load', () => {
  const notice = document.querySelector<HTMLElement>('.still');
  // `alive.ts` has not run: too old, of a syntax that it cannot read, or a script was lost on the way.
  if (notice && !root.hasAttribute('data-alive')) notice.hidden = false;
});

const menu = document.getElementById('menu');
if (menu && !('popover' in menu)) {
  const nav: HTMLElement = menu;
  const opener = document.querySelector<HTMLElement>('.bar [popovertarget]');
  const show = (isOpen: boolean) => {
    nav.hidden = !isOpen;
    if (!opener) return;
    opener.setAttribute('aria-expanded', `${isOpen}`);
    if (!isOpen) opener.focus();
  };
  nav.classList.add('drawn');
  nav.removeAttribute('popover');
  nav.hidden = true;
  document.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('[popovertarget]')) show(nav.hidden === true);
    else if (!nav.hidden && !nav.contains(target as Node)) show(false);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && !nav.hidden) show(false);
  });
}
