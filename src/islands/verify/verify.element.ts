import { CLAIM, CREDENTIAL } from '../../exports/fragment.ts';
import { onArrival } from '../arrival.ts';
import { enable, onSubmit, part } from '../dom.ts';
import { stringsOf } from '../strings/strings.ts';

/** Takes a credential by camera, paste, file or link. What reads it is fetched with the first one. */
class VerifyElement extends HTMLElement {
  readonly #say = stringsOf(this);

  connectedCallback(): void {
    part(this, '.without').hidden = true;
    enable(part(this, 'form'));
    this.addEventListener('found', (event) => this.#check((event as CustomEvent<string>).detail));
    const file = part<HTMLInputElement>(this, '[name=file]');
    const text = part<HTMLTextAreaElement>(this, '[name=text]');
    onSubmit(this, () => {
      const [chosen] = file.files ?? [];
      if (text.value.trim() !== '') this.#check(text.value);
      else if (chosen)
        void new Response(chosen).arrayBuffer().then((bytes) => this.#check(new Uint8Array(bytes)));
      else part(this, '.heard').textContent = this.#say('nothing');
    });
    // Whoever has chosen a file wants that one read, not what was pasted before.
    file.addEventListener('change', () => {
      text.value = '';
    });
    onArrival([CREDENTIAL, CLAIM], (hash) => this.#check(hash));
  }

  #check(input: string | Uint8Array): void {
    part(this, '.heard').textContent = '';
    import('./check.ts')
      .then(({ check }) => check(this, this.#say, input))
      .catch(() => {
        part(this, '.heard').textContent = this.#say('not-loaded');
      });
  }
}

customElements.define('dastak-verify', VerifyElement);
