import {
  choicesShown,
  choiceToSaved,
  choose,
  ending,
  goBackOne,
  linesOf,
  type Run,
  resume,
  runToChoice,
  startScenario,
} from '../../domain/scenario.ts';
import { type Act, debrief } from '../../domain/scenario-debrief.ts';
import type { SceneGraph } from '../../domain/scenario-graph.ts';
import { type Advice, summaryOf } from '../../domain/scenario-summary.ts';
import { newSeed, truthsHad, wantedTruths } from '../../domain/scenario-world.ts';
import type { Truth } from '../../schema/scenario.ts';
import { made, part, parts, refill, showOnly } from '../dom.ts';
import { PlayerElement } from '../practice/player.element.ts';
import type { Resumed } from '../practice/practice.element.ts';

/** Plays a conversation, and says at its end by domain what was done. */
class ScenarioElement extends PlayerElement<Run> {
  #graph: SceneGraph = JSON.parse(
    part<HTMLTemplateElement>(this, 'template.graph').content.textContent ?? '',
  );

  protected start = (number: number): Run =>
    startScenario(this.#graph, newSeed(this.#graph, number, this.#wanted()));
  protected toChoice = runToChoice;
  protected isOver = (run: Run): boolean => ending(run) !== undefined;
  protected linesOf = linesOf;
  protected optionsOf = choicesShown;
  protected take = choose;
  protected override takeBack = goBackOne;

  protected resume(choice: readonly string[]): Resumed<Run> {
    const { run, edited } = resume(this.#graph, choiceToSaved(choice));
    return { run, isEdited: edited };
  }

  /** What is to be true in a new run. */
  #wanted(): readonly Truth[] {
    const others: Record<string, Truth[]> = JSON.parse(this.dataset['others'] ?? '{}');
    const had = Object.entries(others).flatMap(([id, truths]) =>
      this.runs(id).map(({ choice, at }) => ({ truths, at, seed: choiceToSaved(choice).seed })),
    );
    return wantedTruths(
      this.#graph,
      this.runs().length,
      this.dataset['others'] ? truthsHad(had) : undefined,
    );
  }

  protected override show({ chosen }: Run): void {
    part(this, '.choices [data-do=back]').hidden = chosen.length === 0;
  }

  protected debrief(run: Run): void {
    const { findings, acts, passed } = debrief(run);
    const { truth = '', temper } = run.graph;
    showOnly(this, 'end', ending(run));
    showOnly(this, 'passed', `${passed}`);
    showOnly(this, 'truth', truth);
    showOnly(this, 'temper', temper);
    for (const { domain, status, must } of findings) {
      const item = part(this, `[data-domain=${domain}]`);
      const isOwn = item.dataset['owners']?.split(' ').includes(truth);
      item.dataset['is'] = status;
      showOnly(item, 'title', isOwn ? truth : 'usual');
      showOnly(item, 'status', isOwn ? `${truth}-${status}` : status);
      for (const tag of parts(item, '.must')) tag.hidden = !must;
      const own = acts.filter((act) => act.domain === domain);
      refill(part(item, 'ul'), ...own.map((act) => this.#act(act)));
    }
    this.#summarise(run, acts);
  }

  /** Says first what was true and which line told it, what helped most, and what to try next. */
  #summarise(run: Run, acts: readonly Act[]): void {
    const { moment, helped, advice } = summaryOf(run);
    if (run.graph.truth) {
      showOnly(this, 'moment', moment ? (moment.isTaken ? 'asked' : 'passed') : 'none');
      this.#quote('q.moment', moment?.id);
    }
    const [act] = acts.filter(({ id }) => id === helped);
    showOnly(this, 'helped', act ? 'line' : 'none');
    part(this, '.helped .move').textContent = act ? this.say(`move-${act.move}`) : '';
    this.#quote('.helped q', helped);
    showOnly(this, 'next', advice.kind === 'missed' && advice.must ? 'must' : 'free');
    refill(part(this, '.next > div'), ...this.#advise(advice));
  }

  #advise(advice: Advice): Node[] {
    if (advice.kind === 'nothing') return [made('p', this.say('next-nothing'))];
    if (advice.kind === 'better') {
      return [this.#line('you-said', advice.id), this.#line('better', `${advice.id}.better`)];
    }
    // The domain says below what it misses, in the words of what was true.
    const missed = part(this, `[data-domain=${advice.domain}] [data-status]:not([hidden])`);
    const text = missed.lastChild?.textContent?.trim() ?? '';
    return [made('p', text), ...(advice.line ? [this.#line('better', advice.line)] : [])];
  }

  /** A quoted line under a few words that say whose it is. */
  #line = (head: string, id: string): HTMLElement =>
    made('p', made('span.move', this.say(head)), made('q', this.text(id)));

  /** Puts a line into a quotation, or takes the quotation away. */
  #quote(selector: string, id: string | undefined): void {
    const quote = part(this, selector);
    quote.hidden = id === undefined;
    quote.textContent = id === undefined ? '' : this.text(id);
  }

  /** The learner's own line with the name of its move and, for a weak one, the better sentence. */
  #act({ id, move, quality }: Act): HTMLElement {
    const item = made(
      `li.${quality}`,
      made('span.move', this.say(`move-${move}`)),
      made('q', this.text(id)),
    );
    if (quality === 'weak') item.append(this.#better(id));
    return item;
  }

  #better = (id: string): HTMLElement =>
    made('div.better', made('strong', this.say('better')), ...this.bubbles(`${id}.better`));
}

customElements.define('dastak-scenario', ScenarioElement);
