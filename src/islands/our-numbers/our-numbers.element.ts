import { arrival, most, numberKey, type OwnNumber, toOwnNumber } from '../../domain/own-number.ts';
import { ourNumbers } from '../../store/our-numbers.ts';
import { type Words, wordsOf } from '../words/words.ts';

/** Today by the phone's own clock, `2026-11-23`. */
function today(): string {
  const now = new Date();
  const two = (value: number) => `${value}`.padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Writes numbers down, changes and removes them; what passes them on is fetched when it is wanted first. */
class OurNumbersElement extends HTMLElement {
  #say: Words = () => '';
  #removed: OwnNumber | undefined;
  #arriving: readonly OwnNumber[] = [];

  connectedCallback(): void {
    this.#say = wordsOf(this);
    this.#part('.without').hidden = true;
    for (const control of this.querySelectorAll<HTMLInputElement>(':disabled')) {
      control.disabled = false;
    }
    this.#part('[data-do=share]').hidden = !navigator.share;
    this.#part('[name=on]').setAttribute('max', today());
    this.#form.addEventListener('input', () => this.#drawForm());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#write();
    });
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-do]');
      if (button) this.#press(button);
    });
    window.addEventListener('dastak-numbers', () => this.#draw());
    window.addEventListener('storage', () => this.#draw());
    window.addEventListener('hashchange', () => this.#fromAddress());
    this.#draw();
    this.#drawForm();
    this.#fromAddress();
  }

  #part(selector: string): HTMLElement {
    return this.querySelector(selector) as HTMLElement;
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement;
  }

  #draw(): void {
    const isEmpty = ourNumbers().all().length === 0;
    this.#part('.none').hidden = !isEmpty;
    this.#part('.pass').hidden = isEmpty;
    for (const old of ['.address', 'canvas']) this.#part(old).hidden = true;
    this.#part('.passed').textContent = '';
    this.#part('[data-do=put-back]').hidden = !this.#removed;
  }

  #drawForm(): void {
    this.#part('.room').hidden = new FormData(this.#form).get('kind') !== 'control-room';
  }

  /** Keeps a list and says how it went. */
  #keep(numbers: readonly OwnNumber[], saved: string, unsaved: string): void {
    const kept = ourNumbers().keep(numbers);
    window.dispatchEvent(new Event('dastak-numbers'));
    this.#part('.heard').textContent = kept === 'saved' ? saved : unsaved;
  }

  #write(): void {
    const fields = Object.fromEntries(new FormData(this.#form));
    const reading = toOwnNumber(fields, today());
    const isRoom = fields['kind'] === 'control-room';
    const { all } = arrival([], ourNumbers().all());
    const wrong = reading.ok ? (isRoom && !reading.number.place ? 'place' : '') : reading.fault;
    if (wrong || !reading.ok) {
      this.#refuse(wrong);
      return;
    }
    const key = numberKey(reading.number);
    const others = all.filter((number) => numberKey(number) !== key);
    if (others.length >= most.numbers) {
      this.#refuse('full');
      return;
    }
    this.#part('.fault').textContent = '';
    this.#removed = undefined;
    const at = all.findIndex((number) => numberKey(number) === key);
    const list = at < 0 ? [...all, reading.number] : all.with(at, reading.number);
    this.#keep(list, this.#say('kept'), this.#say('unkept'));
    this.#form.reset();
    this.#drawForm();
    this.#part('.heard').scrollIntoView({ block: 'center' });
  }

  /** Says what is wrong, and takes the learner to the line. */
  #refuse(fault: string): void {
    this.#part('.fault').textContent = this.#say(`fault-${fault}`);
    const field = this.#form.elements.namedItem(fault === 'future' ? 'on' : fault);
    if (field instanceof HTMLElement) field.focus();
  }

  #press(button: HTMLElement): void {
    const all = ourNumbers().all();
    const key = button.closest<HTMLElement>('[data-key]')?.dataset['key'];
    const number = all.find((each) => numberKey(each) === key);
    const deed = button.dataset['do'] ?? '';
    if (deed === 'remove' && number) {
      this.#removed = number;
      const told = this.#say('removed', { name: number.name });
      this.#keep(
        all.filter((each) => each !== number),
        told,
        told,
      );
      this.#part('[data-do=put-back]').focus();
    }
    if (deed === 'put-back' && this.#removed) {
      const back = arrival(all, [this.#removed]).all;
      this.#removed = undefined;
      this.#keep(back, this.#say('kept'), this.#say('unkept'));
    }
    if (deed === 'change' && number) this.#fill(number);
    if (deed === 'take' || deed === 'leave') this.#decide(deed === 'take');
    if (['link', 'share', 'qr'].includes(deed)) {
      this.#work((passing) => passing.pass(this, this.#say, deed));
    }
  }

  #fill(number: OwnNumber): void {
    for (const [name, value] of Object.entries(number)) {
      const field = this.#form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        field.value = value;
      }
    }
    this.#drawForm();
    (this.#form.elements.namedItem('name') as HTMLElement).focus();
  }

  /** A link brought numbers along; they are taken out of the address, so that they do not stay in the history. */
  #fromAddress(): void {
    const { hash, pathname, search } = location;
    if (!hash.startsWith('#n=')) return;
    history.replaceState(null, '', pathname + search);
    this.#work((passing) => {
      this.#arriving = passing.look(this, this.#say, hash, today());
    });
  }

  #decide(isTaken: boolean): void {
    this.#part('.arrived').hidden = true;
    const { all } = arrival(ourNumbers().all(), this.#arriving);
    if (!isTaken) this.#part('.heard').textContent = this.#say('left');
    else if (all.length > most.numbers) this.#part('.heard').textContent = this.#say('fault-full');
    else this.#keep(all, this.#say('taken'), this.#say('taken-unkept'));
    this.#arriving = [];
  }

  #work(does: (passing: typeof import('./passing.ts')) => void | Promise<void>): void {
    import('./passing.ts').then(does).catch(() => {
      this.#part('.heard').textContent = this.#say('not-loaded');
    });
  }
}

customElements.define('dastak-our-numbers', OurNumbersElement);
