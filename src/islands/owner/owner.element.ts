import { store } from '../../store/browser-store.ts';
import { part } from '../dom.ts';
import { follow } from '../follow.ts';
import { stringsOf } from '../strings/strings.ts';

/** Shows whose record is in use, as soon as it has a name or is not the only one. */
class OwnerElement extends HTMLElement {
  connectedCallback(): void {
    const say = stringsOf(this);
    follow(() => {
      const owner = store().active();
      this.hidden = !owner || (!owner.label && store().profiles().length < 2);
      if (!owner) return;
      part(this, 'strong').textContent = owner.label || say('unnamed');
      part(this, '.swatch').dataset['colour'] = owner.colour;
    });
  }
}

customElements.define('dastak-owner', OwnerElement);
