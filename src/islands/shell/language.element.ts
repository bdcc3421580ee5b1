import { setting } from '../../domain/actions.ts';
import { store } from '../../store/browser-store.ts';
import { parts } from '../dom.ts';

/** Keeps the card when the language is switched, and remembers the language. */
class LanguageElement extends HTMLElement {
  connectedCallback(): void {
    for (const link of parts<HTMLAnchorElement>(this, 'a')) {
      link.addEventListener('click', () => {
        link.hash = location.hash || (document.querySelector('.card:not([hidden])')?.id ?? '');
        store().dispatch(setting('language', link.hreflang));
      });
    }
  }
}

customElements.define('dastak-language', LanguageElement);
