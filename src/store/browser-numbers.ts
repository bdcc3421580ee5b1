import { bindNumbers } from './bind-numbers.ts';
import { phone } from './browser-store.ts';

/** The own numbers of the hostel on this page's phone. */
export const ourNumbers = bindNumbers(phone);

/** Draws what shows them, now and whenever they may have changed: here, in another tab, or while the page was away. */
export function followNumbers(draw: () => void): void {
  for (const change of ['storage', 'pageshow']) addEventListener(change, draw);
  ourNumbers().subscribe(draw);
  draw();
}
