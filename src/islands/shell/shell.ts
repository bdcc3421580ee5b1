// What every page of the course brings along; a page's own script imports this first.
import './alive.ts';
import './boot.ts';
import './exit.element.ts';
import './held-keys.ts';
import './language.element.ts';
import './menu.ts';
import './notice.element.ts';
import './theme.element.ts';

// After everything else, so that a slow network carries the page first. Who goes on before it is there misses nothing.
addEventListener('load', () => import('../offline/late.ts').catch(() => {}));
