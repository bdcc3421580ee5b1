import { store } from '../../store/browser-store.ts';

/** Switches between light and dark and keeps the choice in the record. */
class ThemeElement extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    button.disabled = false;
    button.addEventListener('click', () => {
      store().dispatch({ kind: 'set', item: 'theme', choice: [this.#isDark() ? 'light' : 'dark'] });
      this.#redraw();
    });
    this.#redraw();
    store().subscribe(() => this.#redraw());
  }

  #isDark(): boolean {
    const { theme } = document.documentElement.dataset;
    return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  #redraw(): void {
    const chosen = store().progress().settings['theme'];
    if (chosen) document.documentElement.dataset['theme'] = chosen;
    const button = this.querySelector('button');
    button?.setAttribute('aria-pressed', String(this.#isDark()));
  }
}

customElements.define('dastak-theme', ThemeElement);
