import { part } from '../dom.ts';
import { LEFT } from './left.ts';

/** So many presses of Shift and nothing else, within so many milliseconds, leave the page. */
const PRESSES = 3;
const WITHIN = 2000;

/** Leaves at once for a neutral page: by a link, or by pressing Shift three times in a row. */
class ExitElement extends HTMLElement {
  connectedCallback(): void {
    const { href } = part<HTMLAnchorElement>(this, 'a');
    // Browsers drop a page from their memory that something is sent to while it lies there: it is loaded anew, and
    // `gate.ts` leaves again. What it would read from the storage of its tab may be from before it was left.
    const kept = 'BroadcastChannel' in window && new BroadcastChannel(LEFT);
    const leave = () => {
      document.title = this.dataset['blank'] ?? '';
      document.body.hidden = true;
      try {
        sessionStorage.setItem(LEFT, 'yes');
      } catch {
        // Where nothing may be stored, leaving must not fail.
      }
      if (kept) kept.postMessage('');
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
    // For browsers without such channels.
    window.addEventListener('pageshow', ({ persisted }) => {
      try {
        if (persisted && (document.body.hidden || sessionStorage.getItem(LEFT))) leave();
      } catch {
        // Where nothing may be stored, only the page that was left is known.
      }
    });
  }
}

customElements.define('dastak-exit', ExitElement);
