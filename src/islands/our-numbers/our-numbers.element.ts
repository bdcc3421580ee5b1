import { NUMBERS } from '../../exports/fragment.ts';
import { followNumbers, ourNumbers } from '../../store/browser-numbers.ts';
import { onArrival } from '../arrival.ts';
import { enable, onPress, onSubmit, part } from '../dom.ts';
import { canShare } from '../share.ts';
import { stringsOf } from '../strings/strings.ts';

/** Shows what a phone keeps and brings its form to life. What does the work is fetched when it is wanted first. */
class OurNumbersElement extends HTMLElement {
  readonly #say = stringsOf(this);

  connectedCallback(): void {
    part(this, '.without').hidden = true;
    enable(this);
    part(this, '[data-pass=share]').hidden = !canShare();
    this.addEventListener('input', () => this.#draw());
    onSubmit(this, () => this.#work(({ write }) => write(this, this.#say)));
    onPress(this, (button) => {
      const { do: action, pass } = button.dataset;
      if (action || pass) this.#work(({ press }) => press(this, this.#say, button));
    });
    followNumbers(() => this.#draw());
    if (ourNumbers().isDamaged()) part(this, '.heard').textContent = this.#say('damaged');
    onArrival([NUMBERS], (hash) => this.#work(({ look }) => look(this, this.#say, hash)));
  }

  #draw(): void {
    const isEmpty = ourNumbers().all().length === 0;
    part(this, '.none').hidden = !isEmpty;
    part(this, '.pass').hidden = isEmpty;
    const { value } = part<HTMLSelectElement>(this, '[name=kind]');
    part(this, '.room').hidden = value !== 'control-room';
  }

  #work(does: (keeping: typeof import('./edit.ts')) => void): void {
    import('./edit.ts').then(does).catch(() => {
      part(this, '.heard').textContent = this.#say('not-loaded');
    });
  }
}

customElements.define('dastak-our-numbers', OurNumbersElement);
