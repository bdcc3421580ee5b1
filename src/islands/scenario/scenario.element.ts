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
import { type Act, debrief, tellingMoment } from '../../domain/scenario-debrief.ts';
import type { SceneGraph } from '../../domain/scenario-graph.ts';
import { newSeed, truthsHad, wantedTruths } from '../../domain/scenario-world.ts';
import type { Truth } from '../../schema/scenario.ts';
import { made, part, parts, refill, showOnly } from '../dom.ts';
import { PlayerElement } from '../practice/player.element.ts';
import type { Resumed } from '../practice/practice.element.ts';

/** Plays a conversation, and says at its end by domain what was done. */
class ScenarioElement extends PlayerElement<Run> {
  #graph: SceneGraph = JSON.parse(this.dataset['graph'] ?? '');

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
      truthsHad(
        { truths },
        this.runs(id).map(({ choice }) => choiceToSaved(choice).seed),
      ),
    );
    return wantedTruths(this.#graph, this.runs().length, this.dataset['others'] ? had : undefined);
  }

  protected override show({ chosen }: Run): void {
    part(this, '.choices [data-do=back]').hidden = chosen.length === 0;
  }

  protected debrief(run: Run): void {
    const { findings, acts, passed } = debrief(run);
    showOnly(this, 'end', ending(run));
    showOnly(this, 'passed', `${passed}`);
    this.#tellTruth(run);
    const { truth = '' } = run.graph;
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
  }

  /** What was true, and the line that told it or would have asked. */
  #tellTruth(run: Run): void {
    const { truth, temper } = run.graph;
    if (!truth) return;
    const moment = tellingMoment(run);
    const quote = part(this, 'q.moment');
    showOnly(this, 'truth', truth);
    showOnly(this, 'temper', temper);
    showOnly(this, 'moment', moment ? (moment.isTaken ? 'asked' : 'passed') : 'none');
    quote.hidden = !moment;
    quote.textContent = moment ? this.text(moment.id) : '';
  }

  /** The learner's own line with the name of its move and, for a weak one, the better sentence. */
  #act({ id, move, quality }: Act): HTMLElement {
    const better = quality === 'weak' ? this.bubbles(`${id}.better`) : [];
    const item = made(
      `li.${quality}`,
      made('span.move', this.say(`move-${move}`)),
      made('q', this.text(id)),
    );
    if (better.length > 0) {
      item.append(made('div.better', made('strong', this.say('better')), ...better));
    }
    return item;
  }
}

customElements.define('dastak-scenario', ScenarioElement);
