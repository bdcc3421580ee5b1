import { inAppBrowser } from '../../domain/in-app.ts';
import { offlineState, onOffline, questionToInstall } from '../../offline/page.ts';
import { part, showOnly } from '../dom.ts';

/** Says after a finished check how to put the course on the first screen; never where it is there already. */
class InstallElement extends HTMLElement {
  /** Once the browser has asked, the hint is done with; the browser may offer its question again, or say more later. */
  #hasAsked = false;

  connectedCallback(): void {
    part(this, 'button').addEventListener('click', () => {
      void questionToInstall()?.prompt();
      this.#hasAsked = true;
      this.#redraw();
    });
    this.#redraw();
    onOffline(() => this.#redraw());
  }

  #redraw(): void {
    const { userAgent, maxTouchPoints } = navigator;
    const isApple = /iPhone|iPad/.test(userAgent) || (/Mac/.test(userAgent) && maxTouchPoints > 1);
    const isThere = matchMedia('(display-mode: standalone)').matches;
    const isOpen = this.closest('.card')?.querySelector('.open')?.textContent !== '';
    const isPossible = offlineState().phase === 'known' && !inAppBrowser(userAgent);
    this.hidden = this.#hasAsked || isThere || isOpen || !isPossible;
    showOnly(this, 'when', questionToInstall() ? 'ask' : isApple ? 'ios' : 'menu');
  }
}

customElements.define('dastak-install', InstallElement);
