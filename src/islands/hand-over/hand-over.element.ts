import {
  composeHandOver,
  type HandOver,
  type HandOverField,
  handOverParts,
  handOverToText,
  openFields,
} from '../../exports/hand-over.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';

/** Makes an element that holds a text, and nothing but text. */
function holding(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** Composes a card from what is typed, shows it, passes it on. It is in memory only, and gone when the page is left. */
class HandOverElement extends HTMLElement {
  #say: Strings = () => '';
  #card: HandOver = {};

  connectedCallback(): void {
    this.#say = stringsOf(this);
    this.#piece('.without').hidden = true;
    this.#piece('[data-do=share]').hidden = !navigator.share;
    for (const button of this.querySelectorAll('button')) button.disabled = false;
    this.#piece('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#make();
    });
    this.addEventListener('click', ({ target }) => {
      const action = (target as Element).closest('button')?.dataset['do'];
      if (action) void this.#press(action);
    });
    addEventListener('pagehide', () => this.#clear());
    this.#clear();
  }

  #piece<Piece extends HTMLElement = HTMLElement>(selector: string): Piece {
    return this.querySelector(selector) as Piece;
  }

  #tell(key: string): void {
    this.#piece('.said').textContent = key && this.#say(key);
  }

  async #press(action: string): Promise<void> {
    const text = handOverToText(this.#card, this.#say);
    if (action === 'print') return window.print();
    if (action === 'edit') return this.#piece('input').focus();
    if (action === 'share') return navigator.share({ text }).catch(() => undefined);
    if (action === 'clear') {
      this.#clear();
      return this.#tell('cleared');
    }
    await navigator.clipboard
      .writeText(text)
      .then(() => this.#tell('copied'))
      .catch(() => this.#tell('not-copied'));
  }

  #make(): void {
    const typed = [...new FormData(this.#piece<HTMLFormElement>('form'))];
    this.#card = composeHandOver(
      Object.fromEntries(typed.map(([field, value]) => [field, `${value}`])),
    );
    const isEmpty = Object.keys(this.#card).length === 0;
    this.#show(!isEmpty);
    this.#tell(isEmpty ? 'nothing' : 'made');
    if (!isEmpty) this.#piece('h2').focus();
  }

  #show(isMade: boolean): void {
    this.toggleAttribute('data-made', isMade);
    this.#piece('.made').hidden = !isMade;
    for (const [part, fields] of Object.entries(handOverParts)) {
      const place = this.#piece(`[data-part=${part}]`);
      place.querySelector('dl')?.replaceChildren(...fields.flatMap((field) => this.#row(field)));
      place.hidden = fields.every((field) => this.#card[field] === undefined);
    }
    const open = openFields(this.#card);
    this.#piece('.open').hidden = open.length === 0;
    this.#piece('.open ul').replaceChildren(
      ...open.map((field) => holding('li', this.#say(field))),
    );
  }

  #row(field: HandOverField): HTMLElement[] {
    const value = this.#card[field];
    return value === undefined ? [] : [holding('dt', this.#say(field)), holding('dd', value)];
  }

  #clear(): void {
    this.#piece<HTMLFormElement>('form').reset();
    this.#card = {};
    this.#show(false);
    this.#tell('');
  }
}

customElements.define('dastak-hand-over', HandOverElement);
