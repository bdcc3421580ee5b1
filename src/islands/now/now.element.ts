import { numberToLink } from '../../domain/ledger.ts';
import { localDay } from '../../domain/local-day.ts';
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
import { followNumbers, ourNumbers } from '../../store/browser-numbers.ts';
import { copied, made, onPress, part, parts, refill, showOnly } from '../dom.ts';
import '../numbers/stale.ts';
import { showAge } from '../our-numbers/age.ts';
import { canShare } from '../share.ts';
import { stringsOf } from '../strings/strings.ts';

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

/** What stands in a text where something is filled in: `[spot]`. */
const GAP = /\[(spot|district|state)\]/;
/** How many steps of the order are named beside the taps. */
const BRIEF = 3;

/** Draws the order and the sentence for the place that is chosen, with the numbers of this phone before all others. */
class NowElement extends HTMLElement {
  readonly #say = stringsOf(this);
  #facts: Facts = JSON.parse(this.dataset['facts'] ?? '{}');
  #known = new Map<string, HTMLElement>();
  #gaps = new Map<string, HTMLElement>();

  connectedCallback(): void {
    this.#known = new Map(
      parts(this, '[data-step]').map((step) => [moodOf(step) + step.dataset['step'], step]),
    );
    this.#home.append(
      ...parts(this, 'option:not(:first-child)')
        .filter((option) => !this.#home.contains(option))
        .map((option) => option.cloneNode(true)),
    );
    for (const button of parts(this, '[data-do=share]')) button.hidden = !canShare();
    this.addEventListener('input', () => this.#draw());
    onPress(this, (button) => {
      void import('./share.ts').then(({ shareOrder }) => shareOrder(button, this.#say));
    });
    followNumbers(() => this.#draw());
    this.classList.add('alive');
  }

  get #home(): HTMLSelectElement {
    return part<HTMLSelectElement>(this, '[data-exact=home]');
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
    const key = ({ kind, number }: Shown) => kind + number.replace(/\D/g, '');
    return [...new Map(all.map((contact) => [key(contact), contact])).values()];
  }

  #draw(): void {
    const contacts = this.#contacts();
    for (const section of parts(this, 'section[data-mood]')) {
      const asked: Asked = {
        danger: this.#dangerIn(section),
        place: this.#placeIn(this.#tapped('place')),
        home: this.#placeIn('home'),
        minor: this.#tapped('minor', 'unknown') as Asked['minor'],
        channel: this.#tapped('channel', 'in-person') as Asked['channel'],
        hour: new Date().getHours(),
        contacts,
      };
      refill(
        part(section, '.steps'),
        ...referral(asked, this.#facts.land).map((step) => {
          const known = this.#known.get(moodOf(section) + step.id);
          const node = known && step.whom !== 'contact' ? known : this.#newNode(step, contacts);
          showOnly(node, 'why', step.why);
          return node;
        }),
      );
      this.#drawBrief(section);
      this.#drawSentence(section, asked);
    }
    const missing: readonly string[] = missingKinds(contacts);
    for (const kind of parts(this, '.missing [data-kind]')) {
      kind.hidden = !missing.includes(kind.dataset['kind'] ?? '');
    }
    part(this, '.missing').hidden = missing.length === 0;
    if (!CSS.supports('selector(:has(*))')) {
      import('./without-has.ts').then(({ showFitting }) => showFitting(this)).catch(() => {});
    }
  }

  /** Draws the sentence with its gaps, but not while one of them is filled in. */
  #drawSentence(section: HTMLElement, asked: Asked): void {
    const texts = sayParts(asked).map(({ key, place = null }) =>
      this.#say(`say-${key}`, { place: this.#placeText(place), spot: '[spot]' }),
    );
    const sentence = part(section, '.say');
    const drawn = texts.join('\n');
    if (sentence.dataset['drawn'] === drawn) return;
    sentence.dataset['drawn'] = drawn;
    const spans = texts.map((text) => made('span', ...this.#filled(section, text)));
    refill(sentence, ...spans);
  }

  /** A text of the sentence with a field in each gap, the same one whenever the gap is there. */
  #filled(section: HTMLElement, text: string): (Node | string)[] {
    // A pattern with one group parts a text into words and, at every second place, what the group held.
    return text.split(GAP).flatMap((piece, at) => {
      if (at % 2 === 1) return this.#gap(section, piece);
      // A sign that closes the gap is copied, and not shown at the beginning of a line.
      const [sign = ''] = at === 0 ? '' : (/^[:।.]/.exec(piece) ?? []);
      return [...(sign ? [made('span.sign', sign)] : []), piece.slice(sign.length)];
    });
  }

  #gap(section: HTMLElement, name: string): HTMLElement {
    const key = moodOf(section) + name;
    const { content } = part<HTMLTemplateElement>(this, 'template.gaps');
    const gap = this.#gaps.get(key) ?? part(content, `[data-gap=${name}]`).cloneNode(true);
    this.#gaps.set(key, gap as HTMLElement);
    return gap as HTMLElement;
  }

  /** Says beside the taps who comes first, so that a tap shows at once what it changes. */
  #drawBrief(section: HTMLElement): void {
    const brief = part(this, `.to-order[data-mood=${moodOf(section)}] .brief`);
    const names = parts(section, '.step h4').slice(0, BRIEF);
    const text = names.map(({ textContent }, at) => `${at + 1}. ${textContent}`).join(' ');
    if (brief.textContent !== text) brief.textContent = text;
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
        state: state ? this.#nameOf(state) : '[state]',
        district: district ? this.#nameOf(district) : '[district]',
        police: this.#nameOf(police),
      },
    );
  }

  /** A step that the page could not know: a number of this phone, or the room of the place that was chosen. */
  #newNode(step: Step, contacts: readonly Shown[]): HTMLElement {
    const node = copied(part<HTMLTemplateElement>(this, 'template.own'));
    const contact = contacts.find(({ id }) => id === step.number);
    node.dataset['step'] = step.id;
    const room = step.room && this.#nameOf(step.room);
    part(node, 'h4').textContent = contact
      ? [contact.name, room].filter(Boolean).join(' · ')
      : this.#roomText(step.room);
    part(node, '.missing-room').hidden = Boolean(contact);
    showOnly(node, 'then', step.unanswered);
    if (contact) {
      const { number, tested } = contact;
      part(node, '.ring').setAttribute('href', numberToLink(number));
      part(node, '.ring span:last-child').textContent = this.#say('number', { number });
      showAge(part(node, '.age'), tested, this.#say, localDay(new Date()));
    } else part(node, '.ring').remove();
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
