import { ROW } from '../../exports/fragment.ts';
import { keptRounds } from '../../store/browser-rounds.ts';
import { onArrival } from '../arrival.ts';
import { enable, onPress, onSubmit, part } from '../dom.ts';
import { canShare } from '../share.ts';
import { stringsOf } from '../strings/strings.ts';

/** Brings a round to life for whoever runs it. What does the work is fetched once there is a round, or one is made. */
class RoundRunElement extends HTMLElement {
  readonly #say = stringsOf(this);

  connectedCallback(): void {
    enable(this);
    part(this, '[data-pass=share]').hidden = !canShare();
    onSubmit(this, (form) => this.#work(({ submit }) => submit(this, this.#say, form)));
    onPress(this, ({ dataset }) => {
      const { do: action = '', pass = '' } = dataset;
      if (action || pass) this.#work(({ press }) => press(this, this.#say, action, pass));
    });
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement) this.#work(({ draw }) => draw(this, this.#say));
    });
    this.addEventListener('found', (event) => {
      const { detail } = event as CustomEvent<string>;
      this.#work(({ take }) => take(this, this.#say, detail));
    });
    window.addEventListener('storage', () => this.#draw());
    this.#draw();
    // A row waits in the field for a press.
    onArrival([ROW], (hash) => this.#work(({ bring }) => bring(this, this.#say, hash)));
  }

  #draw(): void {
    if (keptRounds().all().length > 0) this.#work(({ draw }) => draw(this, this.#say));
  }

  #work(does: (running: typeof import('./running.ts')) => unknown): void {
    import('./running.ts').then(does).catch(() => {
      part(this, '.heard').textContent = this.#say('not-loaded');
    });
  }
}

customElements.define('dastak-round-run', RoundRunElement);
