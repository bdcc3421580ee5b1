import { inAppBrowser } from '../../domain/in-app.ts';
import { CODE } from '../../exports/fragment.ts';
import { onArrival } from '../arrival.ts';
import { enable, onPress, onSubmit, part } from '../dom.ts';
import { message } from '../message.ts';
import { stringsOf } from '../strings/strings.ts';

/** Makes codes and takes them in. What does the work is fetched when it is wanted first. */
class TransferElement extends HTMLElement {
  readonly #say = stringsOf(this);

  connectedCallback(): void {
    part(this, '.without').hidden = true;
    part(this, '.in-app').hidden = !inAppBrowser(navigator.userAgent);
    enable(this);
    onPress(this, ({ dataset: { do: action } }) => {
      if (action) this.#work((moving) => moving.press(this, this.#say, action));
    });
    onSubmit(this, (form) => {
      const typed = new FormData(form);
      this.#work(async (moving) => {
        const file = typed.get('file');
        const isFile = file instanceof File && file.size > 0;
        const input = isFile
          ? new Uint8Array(await new Response(file.slice(0, 20_000)).arrayBuffer())
          : `${typed.get('code') ?? ''}`;
        moving.look(this, this.#say, input);
      });
    });
    document.addEventListener('dastak:switched', () => this.#work(({ clear }) => clear(this)));
    onArrival([CODE], (hash) => this.#work(({ look }) => look(this, this.#say, hash)));
  }

  #work(does: (moving: typeof import('./transferring.ts')) => void | Promise<void>): void {
    import('./transferring.ts').then(does).catch(() => {
      message(this, '.said', this.#say('not-loaded'));
    });
  }
}

customElements.define('dastak-transfer', TransferElement);
