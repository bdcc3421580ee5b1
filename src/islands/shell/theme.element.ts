import { setting } from '../../domain/actions.ts';
import { store } from '../../store/browser-store.ts';
import { part } from '../dom.ts';
import { follow } from '../follow.ts';

const root = document.documentElement;

function isDark(): boolean {
  const { theme } = root.dataset;
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Switches between light and dark; `boot.ts` puts the choice on every page. */
class ThemeElement extends HTMLElement {
  connectedCallback(): void {
    const button = part<HTMLButtonElement>(this, 'button');
    button.disabled = false;
    button.addEventListener('click', () => {
      store().dispatch(setting('theme', isDark() ? 'light' : 'dark'));
    });
    follow(() => button.setAttribute('aria-pressed', `${isDark()}`));
  }
}

customElements.define('dastak-theme', ThemeElement);
