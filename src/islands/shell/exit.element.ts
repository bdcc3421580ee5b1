import { part } from '../dom.ts';

/** So many presses of Shift and nothing else, within so many milliseconds, leave the page. */
const PRESSES = 3;
const WITHIN = 2000;

/** Leaves at once for a neutral page: by its link, or by pressing Shift three times in a row. */
class ExitElement extends HTMLElement {
  connectedCallback(): void {
    const link = part<HTMLAnchorElement>(this, 'a');
    const leave = () => {
      document.title = this.dataset['blank'] ?? '';
      document.body.hidden = true;
      location.replace(link.href);
    };
    let presses: number[] = [];
    let isAlone = false;
    const other = () => {
      isAlone = false;
      presses = [];
    };
    link.addEventListener('click', (event) => {
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
    // A page kept for the back button must not come back blank.
    window.addEventListener('pageshow', () => {
      document.body.hidden = false;
    });
  }
}

customElements.define('dastak-exit', ExitElement);
