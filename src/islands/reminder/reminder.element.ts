import { inAppBrowser, isPurging } from '../../domain/in-app.ts';

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
    for (const text of this.querySelectorAll<HTMLElement>('[data-when]')) {
      text.hidden = text.dataset['when'] !== when;
    }
  }
}

customElements.define('dastak-reminder', ReminderElement);
