import { runKept, stepDone } from '../../domain/actions.ts';
import {
  type Beat,
  choicesShown,
  choiceToSaved,
  choose,
  ending,
  goBackOne,
  type Run,
  resume,
  runToChoice,
  type Spoken,
  startScenario,
} from '../../domain/scenario.ts';
import { type Act, debrief } from '../../domain/scenario-debrief.ts';
import type { SceneGraph } from '../../domain/scenario-graph.ts';
import { store } from '../../store/browser-store.ts';

/** Makes an element with a class and a text. */
function made(tag: string, className: string, ...content: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
}

/** Plays a conversation: shows what was said, offers the choices, keeps every step, and tells at the end what was done. */
class ScenarioElement extends HTMLElement {
  #words = new Map<string, HTMLElement>();
  #graph: SceneGraph | undefined;
  #run: Run | undefined;

  connectedCallback(): void {
    const words = this.querySelector('template')?.content.children ?? [];
    for (const word of words) {
      if (word instanceof HTMLElement) this.#words.set(word.dataset['key'] ?? '', word);
    }
    this.#graph = JSON.parse(this.dataset['graph'] ?? '');
    this.#part('.example').hidden = true;
    const begin = this.querySelector<HTMLButtonElement>('[data-do=begin]');
    if (begin) begin.disabled = false;
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const run = this.#run;
      const { do: action, choice } = button?.dataset ?? {};
      if (run && choice) this.#go(choose(run, choice), true);
      else if (run && action === 'back') this.#go(goBackOne(run));
      else if (action && this.#graph) {
        this.#go(startScenario(this.#graph, Date.now() % 256));
      }
    });
    this.#redraw();
    if (this.#run?.chosen.length) {
      this.#part(ending(this.#run) ? '.debrief' : '.choices').scrollIntoView({ block: 'center' });
    }
    store().subscribe((change) => {
      if (change === 'switched') this.#clear();
      this.#redraw();
    });
  }

  /** Takes away a run that is somebody else's. */
  #clear(): void {
    this.#run = undefined;
    this.#part('.talk').replaceChildren();
    this.#part('.live').textContent = '';
    for (const part of ['.talk', '.choices', '.debrief', '.edited']) this.#part(part).hidden = true;
    this.#part('.start .actions').hidden = false;
  }

  #part(selector: string): HTMLElement {
    return this.querySelector<HTMLElement>(selector) ?? this;
  }

  /** Shows the run of the record, whether this page, another tab or an import has brought it there. */
  #redraw(): void {
    const { choice } = store().progress().runs[this.dataset['item'] ?? '']?.at(-1) ?? {};
    if (!choice || !this.#graph || choice.join() === (this.#run && runToChoice(this.#run).join()))
      return;
    const { run, edited } = resume(this.#graph, choiceToSaved(choice));
    this.#run = run;
    this.#part('.edited').hidden = !edited;
    this.#draw(run.beats);
  }

  /** Keeps a step, then shows it and moves the focus to what comes next. */
  #go(run: Run, isOnward = false): void {
    this.#run = run;
    const item = this.dataset['item'] ?? '';
    store().dispatch(runKept(item, runToChoice(run)));
    // The record has turned out to be another one, and shows what it has.
    if (this.#run !== run) return;
    this.#part('.edited').hidden = true;
    const added = this.#draw(isOnward ? run.beats.slice(-1) : run.beats, isOnward);
    const said = isOnward ? added : added.slice(-2);
    const parts = said.flatMap(({ children }) => [...children]);
    this.#part('.live').textContent = parts
      .map((part) => `${part.textContent}${part.className ? ':' : ''}`)
      .join(' ');
    (isOnward ? added[0] : added.at(-1))?.scrollIntoView({ block: 'start' });
    if (ending(run)) store().dispatch(stepDone(item));
    this.#part(ending(run) ? '.debrief h2' : '.choices h2').focus({ preventScroll: true });
  }

  #draw(beats: readonly Beat[], isOnward = false): HTMLElement[] {
    const run = this.#run as Run;
    const talk = this.#part('.talk');
    if (!isOnward) talk.replaceChildren();
    const lines = beats.flatMap((beat) => this.#lines(beat));
    talk.append(...lines);
    talk.hidden = false;
    this.#part('.start .actions').hidden = true;
    const end = ending(run);
    this.#part('.choices').hidden = end !== undefined;
    this.#part('.choices [data-do=back]').hidden = run.chosen.length === 0;
    this.#part('.choices ul').replaceChildren(
      ...choicesShown(run).map(({ id }) => {
        const button = made('button', 'option', ...this.#text(id));
        button.dataset['choice'] = id;
        this.#dress(button, id);
        return made('li', '', button);
      }),
    );
    this.#part('.debrief').hidden = end === undefined;
    if (end) this.#tell(run, end);
    return lines;
  }

  /** What a beat adds to the talk: the learner's line, the answer, the thought, the coach, the next turn. */
  #lines({ choice, reply, opening }: Beat): HTMLElement[] {
    const { you = '', thinks = '', coach = '' } = this.dataset;
    const spoken = ({ key, who = '' }: Spoken) => {
      const isScene = this.#words.get(key)?.dataset['kind'] === 'scene';
      return this.#line(
        key,
        isScene ? 'scene' : 'says',
        isScene ? '' : (this.#words.get(`who.${who}`)?.textContent ?? ''),
      );
    };
    return [
      ...(choice ? [this.#line(choice, 'you', you)] : []),
      ...reply.map(spoken),
      ...(this.#words.has(`${choice}.thought`)
        ? [this.#line(`${choice}.thought`, 'thought', thinks)]
        : []),
      ...(this.#words.has(`${choice}.coach`)
        ? [this.#line(`${choice}.coach`, 'coach', coach)]
        : []),
      ...opening.map(spoken),
    ];
  }

  #line(key: string, look: string, speaker: string): HTMLElement {
    const head = speaker ? [made('span', 'speaker', speaker), ' '] : [];
    return this.#dress(made('li', `line ${look}`, ...head, ...this.#text(key)), key);
  }

  #text(key: string): Node[] {
    return [...(this.#words.get(key)?.children ?? [])].map((bubble) => bubble.cloneNode(true));
  }

  /** Gives a line the look of a chat and the language of its letters. */
  #dress(element: HTMLElement, key: string): HTMLElement {
    const { lang, dataset } = this.#words.get(key) ?? this;
    if (lang) element.lang = lang;
    if ('chat' in dataset) element.dataset['chat'] = '';
    return element;
  }

  #tell(run: Run, end: string): void {
    const { findings, acts, passed } = debrief(run);
    for (const text of this.querySelectorAll<HTMLElement>('[data-end], [data-passed]')) {
      const { end: of, passed: when } = text.dataset;
      text.hidden = of ? of !== end : when !== String(passed);
    }
    for (const { domain, status, must } of findings) {
      const place = this.#part(`[data-domain=${domain}]`);
      place.dataset['is'] = status;
      for (const text of place.querySelectorAll<HTMLElement>('[data-status]')) {
        text.hidden = text.dataset['status'] !== status;
      }
      for (const tag of place.querySelectorAll<HTMLElement>('.must')) tag.hidden = !must;
      const own = acts.filter((act) => act.domain === domain);
      place.querySelector('ul')?.replaceChildren(...own.map((act) => this.#act(act)));
    }
  }

  /** The learner's own line with the name of its move and, for a weak one, the better sentence. */
  #act({ id, move, quality }: Act): HTMLElement {
    const better = quality === 'weak' ? this.#text(`${id}.better`) : [];
    const item = made(
      'li',
      quality,
      made('span', 'move', this.#words.get(`move.${move}`)?.textContent ?? ''),
      made('q', '', this.#words.get(id)?.textContent?.trim() ?? ''),
    );
    if (better.length > 0) {
      item.append(
        made('div', 'better', made('strong', '', this.dataset['better'] ?? ''), ...better),
      );
    }
    return item;
  }
}

customElements.define('dastak-scenario', ScenarioElement);
