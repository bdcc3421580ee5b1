import { ourNumbers } from '../../store/browser-store.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';

/** Shows what a phone keeps and brings its form to life. What does the work is fetched when it is wanted first. */
class OurNumbersElement extends HTMLElement {
  #say: Strings = () => '';

  connectedCallback(): void {
    this.#say = stringsOf(this);
    this.#part('.without').hidden = true;
    for (const control of this.querySelectorAll<HTMLInputElement>(':disabled')) {
      control.disabled = false;
    }
    this.#part('[data-do=share]').hidden = !navigator.share;
    this.addEventListener('input', () => this.#draw());
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#work(({ write }) => write(this, this.#say));
    });
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-do]');
      if (button) this.#work(({ press }) => press(this, this.#say, button));
    });
    for (const change of ['dastak-numbers', 'storage', 'pageshow'])
      window.addEventListener(change, () => this.#draw());
    window.addEventListener('hashchange', () => this.#fromAddress());
    ourNumbers().subscribe(() => this.#draw());
    this.#draw();
    if (ourNumbers().isDamaged()) this.#part('.heard').textContent = this.#say('damaged');
    this.#fromAddress();
  }

  #part<Part extends HTMLElement>(selector: string): Part {
    return this.querySelector(selector) as Part;
  }

  #draw(): void {
    const isEmpty = ourNumbers().all().length === 0;
    this.#part('.none').hidden = !isEmpty;
    this.#part('.pass').hidden = isEmpty;
    const { value } = this.#part<HTMLSelectElement>('[name=kind]');
    this.#part('.room').hidden = value !== 'control-room';
  }

  /** A link brought numbers along; they are taken out of the address, so that they do not stay in the history. */
  #fromAddress(): void {
    const { hash, pathname, search } = location;
    if (!hash.startsWith('#n=')) return;
    history.replaceState(null, '', pathname + search);
    this.#work(({ look }) => look(this, this.#say, hash));
  }

  #work(does: (keeping: typeof import('./edit.ts')) => void): void {
    import('./edit.ts').then(does).catch(() => {
      this.#part('.heard').textContent = this.#say('not-loaded');
    });
  }
}

customElements.define('dastak-our-numbers', OurNumbersElement);
