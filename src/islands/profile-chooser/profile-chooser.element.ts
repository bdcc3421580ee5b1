import { store } from '../../store/browser-store.ts';
import { onPress, part, parts } from '../dom.ts';
import { follow } from '../follow.ts';
import { stringsOf } from '../strings/strings.ts';

/** Asks whose record is to be used, for as long as the store does not know. */
class ProfileChooserElement extends HTMLElement {
  connectedCallback(): void {
    onPress(this, ({ dataset: { id } }) => {
      if (id) store().use(id);
      else store().create();
      part(document.body, 'main').focus();
    });
    follow(() => this.#redraw());
  }

  #redraw(): void {
    this.hidden = !store().asks();
    if (this.hidden) return;
    const say = stringsOf(this);
    for (const old of parts(this, '[data-id]')) old.parentElement?.remove();
    const newcomer = part(this, 'li');
    for (const { id, label, colour } of store().profiles()) {
      const row = newcomer.cloneNode(true) as HTMLElement;
      const button = part(row, 'button');
      button.textContent = label || say('plain', { colour: say(`colour-${colour}`) });
      button.dataset['id'] = id;
      newcomer.before(row);
    }
  }
}

customElements.define('dastak-profile-chooser', ProfileChooserElement);
