import { isNamed, NUMBERS } from '../../exports/fragment.ts';
import { ourNumbers } from '../../store/browser-numbers.ts';
import { enable, onPress, onSubmit, part } from '../dom.ts';
import { canShare } from '../share.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';

/** Shows what a phone keeps and brings its form to life. What does the work is fetched when it is wanted first. */
class OurNumbersElement extends HTMLElement {
  #say: Strings = () => '';

  connectedCallback(): void {
    this.#say = stringsOf(this);
    part(this, '.without').hidden = true;
    enable(this);
    part(this, '[data-do=share]').hidden = !canShare();
    this.addEventListener('input', () => this.#draw());
    onSubmit(this, () => this.#work(({ write }) => write(this, this.#say)));
    onPress(this, (button) => {
      if (button.dataset['do']) this.#work(({ press }) => press(this, this.#say, button));
    });
    for (const change of ['dastak-numbers', 'storage', 'pageshow'])
      window.addEventListener(change, () => this.#draw());
    window.addEventListener('hashchange', () => this.#fromAddress());
    ourNumbers().subscribe(() => this.#draw());
    this.#draw();
    if (ourNumbers().isDamaged()) part(this, '.heard').textContent = this.#say('damaged');
    this.#fromAddress();
  }

  #draw(): void {
    const isEmpty = ourNumbers().all().length === 0;
    part(this, '.none').hidden = !isEmpty;
    part(this, '.pass').hidden = isEmpty;
    const { value } = part<HTMLSelectElement>(this, '[name=kind]');
    part(this, '.room').hidden = value !== 'control-room';
  }

  /** A link brought numbers along; they are taken out of the address, so that they do not stay in the history. */
  #fromAddress(): void {
    const { hash, pathname, search } = location;
    if (!isNamed(hash, NUMBERS)) return;
    history.replaceState(null, '', pathname + search);
    this.#work(({ look }) => look(this, this.#say, hash));
  }

  #work(does: (keeping: typeof import('./edit.ts')) => void): void {
    import('./edit.ts').then(does).catch(() => {
      part(this, '.heard').textContent = this.#say('not-loaded');
    });
  }
}

customElements.define('dastak-our-numbers', OurNumbersElement);
