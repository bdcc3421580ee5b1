import { store } from '../../store/browser-store.ts';

/** Shows whose record is in use, as soon as it has a name or is not the only one. */
class OwnerElement extends HTMLElement {
  connectedCallback(): void {
    this.#redraw();
    store().subscribe(() => this.#redraw());
  }

  #redraw(): void {
    const owner = store().active();
    this.hidden = !owner || (!owner.label && store().profiles().length < 2);
    if (!owner) return;
    const name = this.querySelector('strong');
    const swatch = this.querySelector<HTMLElement>('.swatch');
    if (name) name.textContent = owner.label || (this.dataset['unnamed'] ?? '');
    if (swatch) swatch.dataset['colour'] = owner.colour;
  }
}

customElements.define('dastak-owner', OwnerElement);
