import { practisedOn } from '../../domain/register.ts';
import { isSigned, likelySame, type Person } from '../../domain/register-people.ts';
import type { SortKey, View } from '../../domain/register-view.ts';
import { dayInWords } from '../../i18n/day.ts';
import { copied, part, parts, refill } from '../dom.ts';
import type { Strings } from '../strings/strings.ts';
import type { RegisterState } from './register-state.ts';

/** Rows that are drawn at first, and more at each press. */
const STEP = 100;

/** What the list shows at present, and who of it is chosen. */
export class PeopleList {
  /** Ids of those who are chosen. */
  readonly chosen = new Set<string>();
  #shown: readonly Person[] = [];
  #count = STEP;
  readonly #host: HTMLElement;
  readonly #state: RegisterState;
  /** The texts of the island. */
  readonly say: Strings;
  /** What roles are called, by id. */
  readonly roles: ReadonlyMap<string, string>;

  constructor(
    host: HTMLElement,
    state: RegisterState,
    say: Strings,
    roles: ReadonlyMap<string, string>,
  ) {
    this.#host = host;
    this.#state = state;
    this.say = say;
    this.roles = roles;
  }

  /** Everybody who fits what was looked for, in its order, also beyond the rows that are drawn. */
  fitting(): readonly Person[] {
    return this.#shown;
  }

  chosenPeople(): Person[] {
    return this.#state.people.filter(({ id }) => this.chosen.has(id));
  }

  /** Draws the list anew. @param isMore whether more rows were asked for, rather than others */
  draw(isMore = false): void {
    this.#count = isMore ? this.#count + STEP : STEP;
    const host = this.#host;
    const { index, people } = this.#state;
    this.#shown = index.find(viewOf(host));
    const first = isMore ? this.#count - STEP : 0;
    const body = part(host, '.people tbody');
    const rows = this.#shown.slice(first, this.#count).map((person) => this.#row(person));
    if (isMore) body.append(...rows);
    else refill(body, ...rows);
    part(host, '.empty').hidden = people.length > 0;
    part(host, '.filled').hidden = people.length === 0;
    part(host, '.nobody').hidden = this.#shown.length > 0;
    part(host, '.people').hidden = this.#shown.length === 0;
    part(host, '[data-do=more]').hidden = this.#shown.length <= this.#count;
    const text = this.say('shown', { count: this.#shown.length });
    const shown = part(host, '.shown');
    if (shown.textContent !== text) shown.textContent = text;
    this.drawChosen();
  }

  drawChosen(): void {
    for (const box of parts<HTMLInputElement>(this.#host, '.people [name=chosen]'))
      box.checked = this.chosen.has(box.value);
    part(this.#host, '.chosen').textContent = this.say('chosen', { count: this.chosen.size });
  }

  /** People who are perhaps in the register twice, with the buttons to decide. */
  drawPairs(): void {
    const pairs = likelySame(this.#state.people);
    part(this.#host, '.pairs').hidden = pairs.length === 0;
    const items = pairs.map(([a, b]) => {
      const item = copied(part<HTMLTemplateElement>(this.#host, 'template.pair'));
      const { name, place, on } = a.claim;
      part(item, 'p').textContent = this.say('pair', { name, place, date: dayText(on) });
      item.dataset['pair'] = `${a.id} ${b.id}`;
      return item;
    });
    refill(part(this.#host, '.pairs ul'), ...items);
  }

  /** Keeps places and their order in the choice of places as they come in. */
  drawPlaces(): void {
    const select = part<HTMLSelectElement>(this.#host, '[name=place]');
    const { value } = select;
    const [all] = [...select.options];
    const options = this.#state.index.places.map((place) => new Option(place, place));
    refill(select, ...(all ? [all] : []), ...options);
    select.value = options.some((option) => option.value === value) ? value : '';
  }

  /** What stands in the columns of a person, also for files and paper. */
  texts(person: Person) {
    const say = this.say;
    const { claim, attested, issued, isShared, revoked, state, due } = person;
    const date = (day: string) => (day === '' ? say('none') : dayText(day));
    const isNow = attested?.of === practisedOn(claim);
    return {
      name: claim.name,
      place: claim.place || say('none'),
      role: this.roles.get(claim.role) ?? say('none'),
      state: say(`state-${state}`),
      on: date(claim.on),
      refreshed: date(claim.refreshed),
      until: state === 'not-yet' ? say('none') : date(due),
      attested: attested
        ? say(isNow ? 'attested-text' : 'attested-earlier', {
            name: attested.by,
            date: dayText(attested.on),
          })
        : say('none'),
      signed: issued
        ? say(isSigned(person) ? 'signed-text' : 'signed-earlier', { date: dayText(issued.on) })
        : isShared
          ? say('signed-shared')
          : revoked
            ? say('revoked-text', { date: dayText(revoked) })
            : say('none'),
    };
  }

  #row(person: Person): HTMLElement {
    const row = copied(part<HTMLTemplateElement>(this.#host, 'template.row'));
    const texts = this.texts(person);
    for (const [name, text] of Object.entries(texts)) {
      const cell = row.querySelector(`[data-cell=${name}]`);
      if (cell) cell.textContent = text;
    }
    const { name } = person.claim;
    const box = part<HTMLInputElement>(row, 'input');
    box.value = person.id;
    box.setAttribute('aria-label', this.say('choose', { name }));
    const button = part<HTMLButtonElement>(row, 'button');
    button.dataset['id'] = person.id;
    button.textContent = name;
    button.setAttribute('aria-label', this.say('open', { name }));
    row.dataset['state'] = person.state;
    return row;
  }
}

/** A day in the words of the page. */
export const dayText = (day: string): string =>
  dayInWords(day, document.documentElement.lang, 'short');

function viewOf(host: HTMLElement): View {
  const value = (name: string) =>
    part<HTMLInputElement | HTMLSelectElement>(host, `.look [name=${name}]`).value;
  return {
    search: value('search'),
    role: value('role'),
    place: value('place'),
    state: value('state') as View['state'],
    sort: value('sort') as SortKey,
  };
}
