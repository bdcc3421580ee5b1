import { store } from '../store/browser-store.ts';

/**
 * Draws an island now, and again after every change of the record, whether this page, another tab or an import made it.
 * An island that fails to draw is reported by the browser and stops no other.
 */
export function follow(draw: () => void): void {
  draw();
  store().subscribe(() => {
    try {
      draw();
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
    }
  });
}
