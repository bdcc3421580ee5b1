import {
  composeHandOver,
  type HandOver,
  type HandOverField,
  handOverParts,
  handOverToText,
  openFields,
} from '../../exports/hand-over.ts';
import { enable, made, onPress, onSubmit, part, refill } from '../dom.ts';
import { canShare, copy, share } from '../share.ts';
import { stringsOf } from '../strings/strings.ts';

/** Composes a card from what is typed, shows it, passes it on. It is in memory only, and gone when the page is left. */
class HandOverElement extends HTMLElement {
  readonly #say = stringsOf(this);
  #card: HandOver = {};

  connectedCallback(): void {
    part(this, '.without').hidden = true;
    part(this, '[data-do=share]').hidden = !canShare();
    enable(this);
    onSubmit(this, () => this.#make());
    onPress(this, ({ dataset: { do: action } }) => {
      if (action) void this.#press(action);
    });
    addEventListener('pagehide', () => this.#clear());
    this.#clear();
  }

  #message(key: string): void {
    part(this, '.said').textContent = key && this.#say(key);
  }

  async #press(action: string): Promise<void> {
    const text = handOverToText(this.#card, this.#say);
    if (action === 'print') return window.print();
    if (action === 'edit') return part(this, 'input').focus();
    if (action === 'share') return share({ text });
    if (action === 'clear') {
      this.#clear();
      return this.#message('cleared');
    }
    if (action === 'copy') this.#message((await copy(text)) ? 'copied' : 'not-copied');
  }

  #make(): void {
    const typed = [...new FormData(part<HTMLFormElement>(this, 'form'))];
    this.#card = composeHandOver(
      Object.fromEntries(typed.map(([field, value]) => [field, `${value}`])),
    );
    const isEmpty = Object.keys(this.#card).length === 0;
    this.#show(!isEmpty);
    this.#message(isEmpty ? 'nothing' : 'made');
    if (!isEmpty) part(this, 'h2').focus();
  }

  #show(isMade: boolean): void {
    this.toggleAttribute('data-made', isMade);
    part(this, '.made').hidden = !isMade;
    for (const [name, fields] of Object.entries(handOverParts)) {
      const place = part(this, `[data-part=${name}]`);
      refill(part(place, 'dl'), ...fields.flatMap((field) => this.#row(field)));
      place.hidden = fields.every((field) => this.#card[field] === undefined);
    }
    const open = openFields(this.#card);
    part(this, '.open').hidden = open.length === 0;
    refill(part(this, '.open ul'), ...open.map((field) => made('li', this.#say(field))));
  }

  #row(field: HandOverField): HTMLElement[] {
    const value = this.#card[field];
    return value === undefined ? [] : [made('dt', this.#say(field)), made('dd', value)];
  }

  #clear(): void {
    part<HTMLFormElement>(this, 'form').reset();
    this.#card = {};
    this.#show(false);
    this.#message('');
  }
}

customElements.define('dastak-hand-over', HandOverElement);
