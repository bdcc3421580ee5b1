import { inAppBrowser } from '../../domain/in-app.ts';
import { offlineState, onOffline, questionToInstall } from '../../offline/page.ts';

/** Tells after a finished check how to put the course on the first screen; never where it is there already. */
class InstallElement extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => {
      void questionToInstall()?.prompt();
      this.hidden = true;
    });
    this.#redraw();
    onOffline(() => this.#redraw());
  }

  #redraw(): void {
    const { userAgent, maxTouchPoints } = navigator;
    const isApple = /iPhone|iPad/.test(userAgent) || (/Mac/.test(userAgent) && maxTouchPoints > 1);
    const when = questionToInstall() ? 'ask' : isApple ? 'ios' : 'menu';
    const isThere = matchMedia('(display-mode: standalone)').matches;
    const isOpen = this.closest('.card')?.querySelector('.open')?.textContent !== '';
    const isPossible = offlineState().phase === 'known' && !inAppBrowser(userAgent);
    this.hidden = isThere || isOpen || !isPossible;
    for (const text of this.querySelectorAll<HTMLElement>('[data-when]')) {
      text.hidden = text.dataset['when'] !== when;
    }
  }
}

customElements.define('dastak-install', InstallElement);
