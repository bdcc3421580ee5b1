import {
  type Asked,
  type Contact,
  type Danger,
  type Land,
  missingKinds,
  type Place,
  referral,
  type Step,
} from '../../domain/referral.ts';
import { sayParts } from '../../domain/sentence.ts';
import { ourNumbers } from '../../store/our-numbers.ts';
import '../numbers/stale.ts';
import { ageOf } from '../our-numbers/age.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';

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
  #say: Strings = () => '';
  #facts: Facts = JSON.parse(this.dataset['facts'] ?? '{}');
  #known = new Map<string, HTMLElement>();

  connectedCallback(): void {
    this.#say = stringsOf(this);
    this.#known = new Map(
      this.#all('[data-step]').map((step) => [moodOf(step) + step.dataset['step'], step]),
    );
    this.#home.append(
      ...this.#all('option:not(:first-child)')
        .filter((option) => !this.#home.contains(option))
        .map((option) => option.cloneNode(true)),
    );
    for (const button of this.#all('[data-do=share]')) button.hidden = !navigator.share;
    this.addEventListener('input', () => this.#draw());
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-do]');
      if (button) void import('./share.ts').then(({ pass }) => pass(button, this.#say));
    });
    for (const change of ['storage', 'pageshow']) {
      window.addEventListener(change, () => this.#draw());
    }
    this.#draw();
    this.classList.add('alive');
  }

  get #home(): HTMLSelectElement {
    return this.querySelector('[data-exact=home]') as HTMLSelectElement;
  }

  #all(selector: string): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(selector)];
  }

  #tapped(question: string, otherwise = ''): string {
    return this.querySelector<HTMLInputElement>(`[name=${question}]:checked`)?.value ?? otherwise;
  }

  /** The answer that a list is drawn for; the list of danger is that of `yes` until somebody is said to be hurt. */
  #dangerIn(section: Element): Danger {
    if (moodOf(section) === 'calm') return 'no';
    return this.#tapped('danger') === 'hurt' ? 'hurt' : 'yes';
  }

  #placeIn(answer: string): Place | null {
    const value = this.querySelector<HTMLSelectElement>(`[data-exact="${answer}"]`)?.value;
    if (!value) return null;
    const [state = '', district, police] = value.split('/');
    return { state: state === '-' ? null : state, district, police };
  }

  /** The numbers of this phone first, then those of the institution; the same number once. */
  #contacts(): Shown[] {
    const own = ourNumbers()
      .all()
      .map(
        ({ place, by, on, ...number }, index): Shown => ({
          ...{ ...number, id: `phone-${index}`, tested: { by, on }, place: place || undefined },
        }),
      );
    const all = [...own, ...this.#facts.contacts];
    const key = ({ kind, number }: Shown) => kind + number.replaceAll(/\D/g, '');
    return [...new Map(all.map((contact) => [key(contact), contact])).values()];
  }

  #draw(): void {
    const contacts = this.#contacts();
    for (const section of this.#all('[data-mood]')) {
      const asked: Asked = {
        danger: this.#dangerIn(section),
        place: this.#placeIn(this.#tapped('place')),
        home: this.#placeIn('home'),
        minor: this.#tapped('minor', 'unknown') as Asked['minor'],
        channel: this.#tapped('channel', 'in-person') as Asked['channel'],
        hour: new Date().getHours(),
        contacts,
      };
      const part = (selector: string) => section.querySelector(selector) as HTMLElement;
      part('.steps').replaceChildren(
        ...referral(asked, this.#facts.land).map((step) => {
          const known = this.#known.get(moodOf(section) + step.id);
          const node = known && step.whom !== 'contact' ? known : this.#newNode(step, contacts);
          for (const why of node.querySelectorAll<HTMLElement>('.why')) {
            why.hidden = why.dataset['why'] !== step.why;
          }
          return node;
        }),
      );
      const typed = [...section.querySelectorAll('input')].flatMap(
        ({ value }) => value.trim() || [],
      );
      part('.say').replaceChildren(
        ...sayParts(asked).map(({ key, place = null }) => {
          const line = document.createElement('span');
          line.textContent = this.#say(`say-${key}`, {
            place: this.#placeText(place),
            spot: typed.join(', ') || this.#say('blank'),
          });
          return line;
        }),
      );
    }
    const missing: readonly string[] = missingKinds(contacts);
    for (const kind of this.#all('.missing [data-kind]')) {
      kind.hidden = !missing.includes(kind.dataset['kind'] ?? '');
    }
    (this.querySelector('.missing') as HTMLElement).hidden = missing.length === 0;
  }

  #nameOf(id = ''): string {
    return (
      this.#home.querySelector<HTMLOptionElement>(`[value="${id}"],[value$="/${id}"]`)?.text ?? ''
    );
  }

  #placeText(place: Place | null): string {
    const { state, district, police } = place ?? {};
    return this.#say(
      `at-${police ? 'police' : district ? 'district' : state ? 'state' : 'other'}`,
      {
        state: this.#nameOf(state ?? ''),
        district: this.#nameOf(district),
        police: this.#nameOf(police),
      },
    );
  }

  /** A step that the page could not know: a number of this phone, or the room of the place that was chosen. */
  #newNode(step: Step, contacts: readonly Shown[]): HTMLElement {
    const template = (this.querySelector('template.own') as HTMLTemplateElement).content;
    const node = document.importNode(template, true).firstElementChild as HTMLElement;
    const contact = contacts.find(({ id }) => id === step.number);
    const part = (selector: string) => node.querySelector(selector) as HTMLElement;
    node.dataset['step'] = step.id;
    const room = step.room && this.#nameOf(step.room);
    part('h4').textContent = contact
      ? [contact.name, room].filter(Boolean).join(' · ')
      : this.#roomText(step.room);
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
    const isState = !this.#home.querySelector(`[value$="/${room}"]`);
    const key = room === null ? 'room-there' : isState ? 'room-state' : 'room';
    return this.#say(key, { room: this.#nameOf(room ?? '') });
  }
}

const moodOf = (part: Element) => part.closest<HTMLElement>('[data-mood]')?.dataset['mood'] ?? '';

customElements.define('dastak-now', NowElement);
