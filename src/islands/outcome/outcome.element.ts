import type { Change, Pair } from '../../domain/change.ts';
import { type Practice, type Practices, practicesFor, type Scene } from '../../domain/last-runs.ts';
import {
  hasFinished,
  type Lead,
  leads,
  type Standing,
  type Standings,
} from '../../domain/outcome.ts';
import type { Progress } from '../../domain/progress.ts';
import { store } from '../../store/browser-store.ts';
import { part, showOnly } from '../dom.ts';
import { follow } from '../follow.ts';
import { fetchLine } from '../refresher/fetch-line.ts';
import { stringsOf } from '../strings/strings.ts';
import { judge, lastDoorIn } from './last-door.ts';

/** Where 0 and 100 lie in the drawing. */
const [FOOT, TOP] = [110, 20];
const heightOf = (share: number) => FOOT - ((FOOT - TOP) * share) / 100;

/** Says what was done without help, leads back where something was missing, and draws what has moved. */
class OutcomeElement extends HTMLElement {
  readonly #say = stringsOf(this);
  #pairs: Pair[] = [];
  #door: Practices = { scenes: [], rounds: [], calls: [] };

  connectedCallback(): void {
    this.#pairs = JSON.parse(this.dataset['pairs'] ?? '[]');
    this.#door = lastDoorIn(this);
    part(this, '.without').hidden = true;
    follow(() => this.#redraw());
  }

  #redraw(): void {
    const progress = store().progress();
    fetchLine(progress);
    const { scenes } = practicesFor(this.#door, progress.settings['role']);
    const all = judge(this, this.#door);
    for (const lead of leads) this.#showStanding(lead, all[lead]);
    part(this, '.all-met').hidden = !hasFinished(all);
    this.#offer(scenes, progress, all);
    void this.#drawChanges();
    const met = leads.filter((lead) => all[lead] === 'met').length;
    const isOpen = leads.every((lead) => all[lead] === 'open');
    const performance = { before: null, after: isOpen ? null : (100 * met) / leads.length };
    this.#draw('performance', performance, this.#say('done', { count: met, total: leads.length }));
  }

  /** Draws what has moved, by the record as it is once what judges answers is there. */
  async #drawChanges(): Promise<void> {
    const change = await import('../../domain/change.ts').catch(() => null);
    if (!change) return;
    const { knowledge, readiness } = change.changes(this.#pairs, store().progress().answers);
    this.#draw('knowledge', knowledge);
    this.#draw('readiness', readiness);
  }

  #showStanding(lead: Lead, standing: Standing): void {
    const item = part(this, `[data-lead=${lead}]`);
    item.dataset['is'] = standing;
    showOnly(item, 'status', standing);
    part(item, '.back').hidden = standing !== 'missed';
  }

  /** Offers what to practise next while something is missing: of several conversations the one led least recently. */
  #offer(scenes: readonly Scene[], { runs }: Progress, all: Standings): void {
    const lastAt = ({ id }: Scene) => runs[id]?.slice(-1)[0]?.at ?? 0;
    const isTalk = (lead: Lead) => lead !== 'cases' && lead !== 'call';
    const open = leads.find((lead) => all[lead] !== 'met');
    const practices: Practice[] = [
      ...(open && isTalk(open) ? [...scenes].sort((a, b) => lastAt(a) - lastAt(b)) : []),
      ...(open === 'cases' ? this.#door.rounds : []),
      ...this.#door.calls,
    ];
    const [next] = practices;
    const again = part(this, '.again');
    again.hidden = !open || !next;
    if (!next) return;
    part<HTMLAnchorElement>(again, 'a').href = next.address;
    part(again, 'a span').textContent = this.#say('practise', { title: next.text });
  }

  /** Draws a measure and says it in words: by its figures, unless it has words of its own. */
  #draw(measure: string, { before, after }: Change, words = ''): void {
    const figure = part(this, `[data-measure=${measure}]`);
    const drawing = part(figure, '.slopes');
    const isEmpty = before === null && after === null;
    const isWhole = before !== null && after !== null;
    drawing.hidden = isEmpty;
    put(drawing, '.from', before);
    put(drawing, '.to', after);
    const slope = isWhole ? `M30 ${heightOf(before)}L170 ${heightOf(after)}` : '';
    part<SVGPathElement>(drawing, '.slope').setAttribute('d', slope);
    const shown = { before: Math.round(before ?? 0), after: Math.round(after ?? 0) };
    const figures = before === null ? 'not-yet' : isWhole ? 'changed' : 'at-start';
    part(figure, '.message').textContent = words && !isEmpty ? words : this.#say(figures, shown);
  }
}

/** Puts a mark at its height, or away where there is nothing to show. */
function put(drawing: HTMLElement, mark: string, share: number | null): void {
  const circle = part<SVGCircleElement>(drawing, mark);
  circle.setAttribute('visibility', share === null ? 'hidden' : 'visible');
  circle.setAttribute('cy', `${heightOf(share ?? 0)}`);
}

customElements.define('dastak-outcome', OutcomeElement);
