import { inAppBrowser } from '../../domain/in-app.ts';
import { FRAGMENT } from '../../exports/fragment.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';

/** Makes codes and takes them in. What does the work is fetched when it is wanted first. */
class TransferElement extends HTMLElement {
  #say: Strings = () => '';

  connectedCallback(): void {
    this.#say = stringsOf(this);
    this.#part('.without').hidden = true;
    this.#part('.in-app').hidden = !inAppBrowser(navigator.userAgent);
    for (const control of this.querySelectorAll<HTMLButtonElement>(':disabled')) {
      control.disabled = false;
    }
    this.addEventListener('click', ({ target }) => {
      const action = (target as Element).closest('button')?.dataset['do'];
      if (action) this.#work((moving) => moving.press(this, this.#say, action));
    });
    this.#part('form').addEventListener('submit', (event) => {
      event.preventDefault();
      const form = new FormData(event.currentTarget as HTMLFormElement);
      this.#work(async (moving) => {
        const file = form.get('file');
        const isFile = file instanceof File && file.size > 0;
        const input = isFile
          ? new Uint8Array(await file.slice(0, 20_000).arrayBuffer())
          : `${form.get('code') ?? ''}`;
        moving.look(this, this.#say, input);
      });
    });
    document.addEventListener('dastak:switched', () => this.#work(({ clear }) => clear(this)));
    window.addEventListener('hashchange', () => this.#fromAddress());
    this.#fromAddress();
  }

  #part(selector: string): HTMLElement {
    return this.querySelector(selector) as HTMLElement;
  }

  /** A link brought a code along; it is taken out of the address, so that it does not stay in the history. */
  #fromAddress(): void {
    const { hash, pathname, search } = location;
    if (!hash.startsWith(FRAGMENT)) return;
    history.replaceState(null, '', pathname + search);
    this.#work((moving) => moving.look(this, this.#say, hash));
  }

  #work(does: (moving: typeof import('./transferring.ts')) => void | Promise<void>): void {
    import('./transferring.ts').then(does).catch(() => {
      this.#part('.said').textContent = this.#say('not-loaded');
    });
  }
}

customElements.define('dastak-transfer', TransferElement);
