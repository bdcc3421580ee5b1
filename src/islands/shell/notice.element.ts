import { store } from '../../store/browser-store.ts';

/** Says in plain words when answers cannot be kept; once per visit, and never in the way. */
class NoticeElement extends HTMLElement {
  connectedCallback(): void {
    this.#redraw();
    store().subscribe(() => this.#redraw());
  }

  #redraw(): void {
    const status = store().status();
    for (const text of this.querySelectorAll<HTMLElement>('[data-when]')) {
      text.hidden = !(text.dataset['when'] ?? '').split(' ').includes(status);
    }
    this.hidden = !this.querySelector('[data-when]:not([hidden])');
  }
}

customElements.define('dastak-notice', NoticeElement);
