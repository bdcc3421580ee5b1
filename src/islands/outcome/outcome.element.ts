import { type Change, changes, type Pair } from '../../domain/change.ts';
import {
  type Call,
  lastStandings,
  type Practice,
  type Round,
  type Scene,
} from '../../domain/last-runs.ts';
import {
  hasFinished,
  type Lead,
  leads,
  outcomeEvent,
  type Standing,
  type Standings,
} from '../../domain/outcome.ts';
import { eventKey, type Progress } from '../../domain/progress.ts';
import { store } from '../../store/browser-store.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';

/** Where 0 and 100 lie in the drawing. */
const [FOOT, TOP] = [110, 20];
const heightOf = (share: number) => FOOT - ((FOOT - TOP) * share) / 100;

/** Tells what was done without help, leads back where something was missing, and draws what has moved. */
class OutcomeElement extends HTMLElement {
  #say: Strings = () => '';
  #pairs: Pair[] = [];
  #scenes: Scene[] = [];
  #rounds: Round[] = [];
  #calls: Call[] = [];
  #kept = '';

  connectedCallback(): void {
    this.#say = stringsOf(this);
    this.#pairs = JSON.parse(this.dataset['pairs'] ?? '[]');
    this.#scenes = JSON.parse(this.dataset['scenes'] ?? '[]');
    this.#rounds = JSON.parse(this.dataset['cases'] ?? '[]');
    this.#calls = JSON.parse(this.dataset['calls'] ?? '[]');
    this.#part('.without').hidden = true;
    this.#redraw();
    store().subscribe(() => this.#redraw());
  }

  #part(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector) ?? this;
  }

  #redraw(): void {
    const progress = store().progress();
    const { role } = progress.settings;
    const scenes = this.#scenes.filter((scene) => !role || scene.role === role);
    const { all, at } = lastStandings(
      { scenes, rounds: this.#rounds, calls: this.#calls },
      progress,
    );
    // Certificate, register and learning platform read it in the record; keeping it draws this page once more.
    const event = outcomeEvent(all, at, this.dataset['release'] ?? '', progress.outcomes);
    if (event && eventKey(event) !== this.#kept) {
      this.#kept = eventKey(event);
      store().importEvents([event]);
      return;
    }
    for (const lead of leads) this.#tell(lead, all[lead]);
    this.#part('.all-met').hidden = !hasFinished(all);
    this.#offer(scenes, progress, all);
    const { knowledge, readiness } = changes(this.#pairs, progress.answers);
    this.#draw('knowledge', knowledge);
    this.#draw('readiness', readiness);
    const met = leads.filter((lead) => all[lead] === 'met').length;
    const isOpen = leads.every((lead) => all[lead] === 'open');
    this.#draw('performance', { before: null, after: isOpen ? null : (100 * met) / leads.length });
    if (!isOpen)
      this.#part('[data-measure=performance] .told').textContent = this.#say('done', {
        count: met,
        total: leads.length,
      });
  }

  #tell(lead: Lead, standing: Standing): void {
    const place = this.#part(`[data-lead=${lead}]`);
    place.dataset['is'] = standing;
    for (const text of place.querySelectorAll<HTMLElement>('[data-status]')) {
      text.hidden = text.dataset['status'] !== standing;
    }
    for (const back of place.querySelectorAll<HTMLElement>('.back')) {
      back.hidden = standing !== 'missed';
    }
  }

  /** Offers what to practise next while something is missing: of several conversations the one led least recently. */
  #offer(scenes: Scene[], { runs }: Progress, all: Standings): void {
    const lastAt = ({ id }: Scene) => runs[id]?.at(-1)?.at ?? 0;
    const isTalk = (lead: Lead) => lead !== 'cases' && lead !== 'call';
    const open = leads.find((lead) => all[lead] !== 'met');
    const practices: Practice[] = [
      ...(open && isTalk(open) ? scenes.toSorted((a, b) => lastAt(a) - lastAt(b)) : []),
      ...(open === 'cases' ? this.#rounds : []),
      ...this.#calls,
    ];
    const [next] = practices;
    const again = this.#part('.again');
    again.hidden = !open || !next;
    const link = again.querySelector('a');
    if (!next || !link) return;
    link.href = next.address;
    const text = link.querySelector('span');
    if (text) text.textContent = (link.dataset['text'] ?? '').replace('{title}', next.text);
  }

  #draw(measure: string, { before, after }: Change): void {
    const figure = this.#part(`[data-measure=${measure}]`);
    const told = figure.querySelector<HTMLElement>('.told');
    const drawing = figure.querySelector<HTMLElement>('.slopes');
    if (!told || !drawing) return;
    drawing.hidden = before === null && after === null;
    if (drawing.hidden) told.textContent = this.#say('not-yet');
    if (drawing.hidden) return;
    put(drawing, '.from', before);
    put(drawing, '.to', after);
    const isWhole = before !== null && after !== null;
    drawing
      .querySelector('.slope')
      ?.setAttribute('d', isWhole ? `M30 ${heightOf(before)}L170 ${heightOf(after)}` : '');
    const shown = { before: Math.round(before ?? 0), after: Math.round(after ?? 0) };
    if (before !== null) told.textContent = this.#say(isWhole ? 'changed' : 'at-start', shown);
  }
}

/** Puts a mark at its height, or away where there is nothing to show. */
function put(drawing: HTMLElement, mark: string, share: number | null): void {
  const circle = drawing.querySelector(mark);
  circle?.setAttribute('visibility', share === null ? 'hidden' : 'visible');
  circle?.setAttribute('cy', `${heightOf(share ?? 0)}`);
}

customElements.define('dastak-outcome', OutcomeElement);
