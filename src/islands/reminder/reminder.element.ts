import { inAppBrowser, isPurging } from '../../domain/in-app.ts';
import { showOnly } from '../dom.ts';

/** Shows the reminder that fits this browser, if any does. */
class ReminderElement extends HTMLElement {
  connectedCallback(): void {
    const { userAgent } = navigator;
    const isInstalled = matchMedia('(display-mode: standalone)').matches;
    const when = inAppBrowser(userAgent)
      ? 'in-app'
      : isPurging(userAgent, isInstalled)
        ? 'purging'
        : null;
    this.hidden = when === null;
    showOnly(this, 'when', when);
  }
}

customElements.define('dastak-reminder', ReminderElement);
