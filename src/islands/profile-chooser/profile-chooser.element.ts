import { store } from '../../store/browser-store.ts';
import { stringsOf } from '../strings/strings.ts';

/** Asks whose record is to be used, for as long as the store does not know. */
class ProfileChooserElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (!button) return;
      const { id } = button.dataset;
      if (id) store().use(id);
      else store().create();
      document.querySelector<HTMLElement>('main')?.focus();
    });
    this.#redraw();
    store().subscribe(() => this.#redraw());
  }

  #redraw(): void {
    this.hidden = !store().asks();
    if (this.hidden) return;
    const say = stringsOf(this);
    const list = this.querySelector('ul');
    for (const old of this.querySelectorAll('[data-id]')) old.parentElement?.remove();
    const newcomer = list?.firstElementChild;
    for (const { id, label, colour } of store().profiles()) {
      const row = newcomer?.cloneNode(true) as HTMLElement;
      const button = row.querySelector('button');
      if (!button) continue;
      button.textContent = label || say('plain', { colour: say(`colour-${colour}`) });
      button.dataset['id'] = id;
      list?.insertBefore(row, newcomer ?? null);
    }
  }
}

customElements.define('dastak-profile-chooser', ProfileChooserElement);
