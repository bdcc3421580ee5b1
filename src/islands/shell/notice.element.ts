import { store } from '../../store/browser-store.ts';
import { parts, showOnly } from '../dom.ts';
import { follow } from '../follow.ts';

/** Says in plain words when answers cannot be kept; once per visit, and never in the way. */
class NoticeElement extends HTMLElement {
  connectedCallback(): void {
    follow(() => {
      showOnly(this, 'when', store().status());
      this.hidden = parts(this, '[data-when]').every(({ hidden }) => hidden);
    });
  }
}

customElements.define('dastak-notice', NoticeElement);
