import { store } from '../store/browser-store.ts';
import type { Change } from '../store/world.ts';

/**
 * Draws an island now, and again after every change of the record, whether this page, another tab or an import made it.
 * An island that fails to draw is reported by the browser and stops no other.
 * @param draw takes what has changed; nothing at the first drawing
 */
export function follow(draw: (change?: Change) => void): void {
  draw();
  store().subscribe((change) => {
    try {
      draw(change);
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
    }
  });
}
