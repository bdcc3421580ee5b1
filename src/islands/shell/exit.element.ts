import { part } from '../dom.ts';
import { LEFT } from './left.ts';

/** So many presses of Shift and nothing else, within so many milliseconds, leave the page. */
const PRESSES = 3;
const WITHIN = 2000;

/** Leaves at once for a neutral page: by a link, or by pressing Shift three times in a row. */
class ExitElement extends HTMLElement {
  connectedCallback(): void {
    const { href } = part<HTMLAnchorElement>(this, 'a');
    const leave = () => {
      document.title = this.dataset['blank'] ?? '';
      document.body.hidden = true;
      try {
        sessionStorage.setItem(LEFT, 'yes');
      } catch {
        // Where nothing may be stored, leaving must not fail.
      }
      location.replace(href);
    };
    let presses: number[] = [];
    let isAlone = false;
    const other = () => {
      isAlone = false;
      presses = [];
    };
    document.addEventListener('click', (event) => {
      if (!(event.target as Element).closest('.exit')) return;
      event.preventDefault();
      leave();
    });
    document.addEventListener('keydown', ({ key, repeat }) => {
      if (key !== 'Shift') other();
      else if (!repeat) isAlone = true;
    });
    // Shift with the mouse selects or opens; it is no wish to leave.
    document.addEventListener('pointerdown', other);
    document.addEventListener('keyup', ({ key, timeStamp }) => {
      if (key !== 'Shift' || !isAlone) return;
      presses = [...presses.filter((at) => timeStamp - at <= WITHIN), timeStamp];
      if (presses.length === PRESSES) leave();
    });
    // A page that the browser kept in memory comes back blank, and leaves again (`gate.ts` does it for all others).
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted && document.body.hidden) location.replace(href);
    });
  }
}

customElements.define('dastak-exit', ExitElement);
