import {
  type Asked,
  type Contact,
  type Land,
  missingKinds,
  type Place,
  referral,
  type Step,
} from '../../domain/referral.ts';
import { sayParts } from '../../domain/sentence.ts';
import { ourNumbers } from '../../store/our-numbers.ts';
import { ageOf } from '../our-numbers/age.ts';
import { type Words, wordsOf } from '../words/words.ts';

/** A number as the page shows it. */
interface Shown extends Contact {
  name: string;
  number: string;
  tested: { by: string; on: string };
}
interface Facts {
  land: Land;
  contacts: Shown[];
}

/** Draws the order and the sentence for the place that is chosen, with the numbers of this phone before all others. */
class NowElement extends HTMLElement {
  #say: Words = () => '';
  #facts: Facts = JSON.parse(this.dataset['facts'] ?? '{}');
  #names = new Map<string, string>();
  #known = new Map<string, HTMLElement>();

  connectedCallback(): void {
    this.#say = wordsOf(this);
    for (const option of this.querySelectorAll('option')) {
      const id = option.value.split('/').at(-1);
      if (id && !option.matches('select:not([data-exact=home]) :first-child')) {
        this.#names.set(id, option.text);
      }
    }
    for (const step of this.#all('[data-step]')) {
      this.#known.set(`${this.#moodOf(step)} ${step.dataset['step']}`, step);
    }
    const home = this.#part<HTMLSelectElement>('[data-exact=home]');
    home.append(
      ...this.#all('select:not([data-exact=home]) option:not(:first-child)').map((option) =>
        option.cloneNode(true),
      ),
    );
    for (const part of this.#all('.blanks, .actions, [data-of=home]')) part.hidden = false;
    for (const part of this.#all('[data-do=share]')) part.hidden = !navigator.share;
    this.addEventListener('input', () => this.#draw());
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-do]');
      if (button) this.#pass(button);
    });
    window.addEventListener('storage', () => this.#draw());
    window.addEventListener('pageshow', () => this.#draw());
    this.#draw();
  }

  #all(selector: string): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(selector)];
  }

  #part<Part extends HTMLElement>(selector: string): Part {
    return this.querySelector(selector) as Part;
  }

  #moodOf(part: HTMLElement): string {
    return part.closest<HTMLElement>('[data-mood]')?.dataset['mood'] ?? '';
  }

  #tapped(question: string): string {
    return this.#part<HTMLInputElement>(`[name=${question}]:checked`)?.value ?? '';
  }

  #placeIn(answer: string): Place | null {
    const value = this.#part<HTMLSelectElement>(`[data-exact="${answer}"]`)?.value;
    if (!value) return null;
    const [state = '', district, police] = value.split('/');
    return { state: state === '-' ? null : state, district, police };
  }

  /** The numbers of this phone first, then those of the institution that are no doubles. */
  #contacts(): Shown[] {
    const own = ourNumbers()
      .all()
      .map(
        ({ kind, name, number, by, on, place }, index): Shown => ({
          ...{
            id: `phone-${index}`,
            kind,
            name,
            number,
            tested: { by, on },
            place: place || undefined,
          },
        }),
      );
    const digits = (number: string) => number.replaceAll(/\D/g, '');
    const isDouble = (contact: Shown) =>
      own.some(
        ({ kind, number }) => kind === contact.kind && digits(number) === digits(contact.number),
      );
    return [...own, ...this.#facts.contacts.filter((contact) => !isDouble(contact))];
  }

  #draw(): void {
    const contacts = this.#contacts();
    const answer = this.#tapped('place');
    const asked = {
      place: this.#placeIn(answer),
      home: this.#placeIn('home'),
      minor: (this.#tapped('minor') || 'unknown') as Asked['minor'],
      channel: (this.#tapped('channel') || 'in-person') as Asked['channel'],
      hour: new Date().getHours(),
      contacts,
    };
    for (const exact of this.#all('[data-of]')) {
      const of = exact.dataset['of'];
      exact.hidden = of !== answer && of !== 'home';
    }
    for (const section of this.#all('[data-mood]')) {
      const isDanger = this.#moodOf(section) === 'danger';
      section.hidden = this.#tapped('danger') !== (isDanger ? 'yes' : 'no');
      const steps = referral({ ...asked, isDanger }, this.#facts.land);
      const nodes = steps.map((step) => this.#stepToNode(step, this.#moodOf(section), contacts));
      section.querySelector('.steps')?.replaceChildren(...nodes);
      const spot = [...section.querySelectorAll<HTMLInputElement>('[data-blank]')]
        .flatMap(({ value }) => value.trim() || [])
        .join(', ');
      section.querySelector('.say')?.replaceChildren(
        ...sayParts({ ...asked, isDanger }).map(({ key, place }) => {
          const line = document.createElement('span');
          line.textContent = this.#say(`say-${key}`, {
            place: place ? this.#placeText(place) : '',
            spot: spot || this.#say('blank'),
          });
          return line;
        }),
      );
    }
    this.#drawMissing(contacts);
  }

  #drawMissing(contacts: readonly Contact[]): void {
    const kindOf = wordsOf(this.#part('.kinds'));
    const kinds = missingKinds(contacts).map((kind) => kindOf(`kind-${kind}`));
    const missing = this.#part('.missing');
    missing.hidden = kinds.length === 0;
    this.#part('.missing span').textContent = this.#say('missing', { kinds: kinds.join(', ') });
  }

  #nameOf(id: string | null | undefined): string {
    return this.#names.get(id ?? '') ?? '';
  }

  #placeText({ state, district, police }: Place): string {
    const names = {
      state: this.#nameOf(state),
      district: this.#nameOf(district),
      police: this.#nameOf(police),
    };
    if (police) return this.#say('at-police', names);
    if (district) return this.#say('at-district', names);
    return this.#say(state ? 'at-state' : 'at-other', names);
  }

  #stepToNode(step: Step, mood: string, contacts: readonly Shown[]): HTMLElement {
    const known = this.#known.get(`${mood} ${step.id}`);
    const isLedger = step.whom === 'helpline' || step.whom === 'platform';
    const node = isLedger && known ? known : this.#newNode(step, contacts);
    for (const why of node.querySelectorAll<HTMLElement>('.why')) {
      why.hidden = why.dataset['why'] !== step.why;
    }
    return node;
  }

  /** A step that the page could not know: a number of this phone, or the room of the place that was chosen. */
  #newNode(step: Step, contacts: readonly Shown[]): HTMLElement {
    const template = this.#part<HTMLTemplateElement>('template.own').content;
    const node = document.importNode(template, true).firstElementChild as HTMLElement;
    const contact = contacts.find(({ id }) => id === step.number);
    const part = (selector: string) => node.querySelector(selector) as HTMLElement;
    node.dataset['step'] = step.id;
    part('h4').textContent = contact?.name ?? this.#roomText(step.room);
    part('.missing-room').hidden = Boolean(contact);
    for (const then of node.querySelectorAll<HTMLElement>('[data-then]')) {
      then.hidden = then.dataset['then'] !== step.unanswered;
    }
    if (contact) {
      const { number, tested } = contact;
      part('.ring').setAttribute('href', `tel:${number.replaceAll(/[^+\d]/g, '')}`);
      part('.ring span:last-child').textContent = this.#say('number', { number });
      ageOf(part('.age'), tested, Date.now());
    }
    return node;
  }

  #roomText(room: string | null): string {
    if (room === null) return this.#say('room-there');
    const isState = !this.querySelector(`option[value$="/${room}"]`);
    return this.#say(isState ? 'room-state' : 'room', { room: this.#nameOf(room) });
  }

  /** The sentence and the order as text, passed on or copied. */
  #pass(button: HTMLElement): void {
    const section = button.closest('section') as HTMLElement;
    const told = section.querySelector('.told') as HTMLElement;
    const say = section.querySelector('.say') as HTMLElement;
    const lines = [...say.children].map(({ textContent }) => textContent ?? '');
    const steps = [...section.querySelectorAll('.step')].map((step, index) => {
      const number = step.querySelector('.ring')?.getAttribute('href')?.slice(4) ?? '';
      const title = step.querySelector('h4')?.textContent ?? '';
      return `${index + 1}. ${title}${number && `: ${number}`}`;
    });
    const text = [...lines, '', ...steps].join('\n');
    if (button.dataset['do'] === 'share') {
      navigator.share({ text }).catch(() => undefined);
      return;
    }
    const copied = navigator.clipboard?.writeText(text) ?? Promise.reject();
    copied.then(
      () => {
        told.textContent = this.#say('copied');
      },
      () => {
        getSelection()?.selectAllChildren(say);
        told.textContent = this.#say('not-copied');
      },
    );
  }
}

customElements.define('dastak-now', NowElement);
