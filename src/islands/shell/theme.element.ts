import { setting } from '../../domain/actions.ts';
import { store } from '../../store/browser-store.ts';
import { part } from '../dom.ts';
import { follow } from '../follow.ts';

const root = document.documentElement;
/** What the system asks for; it may turn dark in the evening while a page is open. */
const system = matchMedia('(prefers-color-scheme: dark)');

function isDark(): boolean {
  const { theme } = root.dataset;
  return theme ? theme === 'dark' : system.matches;
}

/** Switches between light and dark; `boot.ts` puts the choice on every page. */
class ThemeElement extends HTMLElement {
  connectedCallback(): void {
    const button = part<HTMLButtonElement>(this, 'button');
    button.disabled = false;
    button.addEventListener('click', () => {
      store().dispatch(setting('theme', isDark() ? 'light' : 'dark'));
    });
    const draw = () => button.setAttribute('aria-pressed', `${isDark()}`);
    follow(draw);
    system.addEventListener('change', draw);
  }
}

customElements.define('dastak-theme', ThemeElement);
