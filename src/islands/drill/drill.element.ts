import { runKept, stepDone } from '../../domain/actions.ts';
import {
  type Drill,
  type DrillRun,
  drillToChoice,
  linesOf,
  optionsShown,
  resumeDrill,
  stageOf,
  startDrill,
  takeOption,
} from '../../domain/drill.ts';
import { choiceToSaved } from '../../domain/kept-run.ts';
import { store } from '../../store/browser-store.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';

/** Makes an element with a class and a text. */
export function made(tag: string, className: string, ...content: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
}

/** One sentence of the debrief; `isNext` marks what to do differently another time. */
export type Told = { readonly isNext: boolean; readonly text: string; readonly notes?: string[] };

/** Plays a drill: shows what was said, offers the options, keeps every step. A kind of drill adds what is its own. */
export abstract class DrillElement extends HTMLElement {
  protected say: Strings = () => '';
  protected drill: Drill = { stages: [], hash: '' };
  #lines = new Map<string, HTMLElement>();
  #run: DrillRun | undefined;

  /** Draws what stands beside the talk. @param isOnward whether the learner has just chosen */
  protected abstract show(run: DrillRun, isOnward: boolean): void;
  /** What the debrief says. */
  protected abstract tell(run: DrillRun): Told[];

  connectedCallback(): void {
    this.say = stringsOf(this);
    for (const line of this.piece<HTMLTemplateElement>('.lines').content.children) {
      if (line instanceof HTMLElement) this.#lines.set(line.dataset['key'] ?? '', line);
    }
    this.drill = JSON.parse(this.dataset['drill'] ?? '');
    this.piece('.example').hidden = true;
    this.piece<HTMLButtonElement>('[data-do=begin]').disabled = false;
    this.addEventListener('click', ({ target }) => {
      const { do: action, option } = (target as Element).closest('button')?.dataset ?? {};
      if (this.#run && option) this.#go(takeOption(this.#run, option), true);
      else if (action === 'begin' || action === 'again') {
        this.#go(startDrill(this.drill, Date.now() % 256));
      }
    });
    this.#redraw();
    if (this.#run?.steps.length) {
      this.piece(stageOf(this.#run) ? '.choices' : '.debrief').scrollIntoView({ block: 'center' });
    }
    store().subscribe((change) => {
      if (change === 'switched') this.clear();
      this.#redraw();
    });
  }

  /** Takes away a run that is somebody else's. */
  protected clear(): void {
    this.#run = undefined;
    this.piece('.talk').replaceChildren();
    this.piece('.live').textContent = '';
    for (const part of ['.talk', '.choices', '.debrief', '.edited']) this.piece(part).hidden = true;
    this.piece('.start .actions').hidden = false;
    delete this.dataset['stage'];
  }

  protected piece<Part extends HTMLElement = HTMLElement>(selector: string): Part {
    return this.querySelector(selector) as Part;
  }

  /** The words of a line. */
  protected lineText(key: string): string {
    return this.#lines.get(key)?.textContent?.trim() ?? '';
  }

  /** Shows the run of the record, whether this page, another tab or an import has brought it there. */
  #redraw(): void {
    const { choice } = store().progress().runs[this.dataset['item'] ?? '']?.at(-1) ?? {};
    if (!choice || choice.join() === (this.#run && drillToChoice(this.#run).join())) return;
    const { run, edited } = resumeDrill(this.drill, choiceToSaved(choice));
    this.#run = run;
    this.piece('.edited').hidden = !edited;
    this.#draw(run, false);
  }

  /** Keeps a step, then shows it and moves the focus to what comes next. */
  #go(run: DrillRun, isOnward = false): void {
    this.#run = run;
    const item = this.dataset['item'] ?? '';
    store().dispatch(runKept(item, drillToChoice(run)));
    // The record has turned out to be another one, and shows what it has.
    if (this.#run !== run) return;
    this.piece('.edited').hidden = true;
    const added = this.#draw(run, isOnward);
    this.piece('.live').textContent = added
      .flatMap(({ children }) => [...children])
      .map((part) => `${part.textContent}${part.className ? ':' : ''}`)
      .join(' ');
    added[0]?.scrollIntoView({ block: 'start' });
    const isOver = !stageOf(run);
    if (isOver) store().dispatch(stepDone(item));
    this.piece(isOver ? '.debrief h2' : '.choices h2').focus({ preventScroll: true });
  }

  #draw(run: DrillRun, isOnward: boolean): HTMLElement[] {
    const talk = this.piece('.talk');
    if (!isOnward) talk.replaceChildren();
    const lines = linesOf(run).filter((key) => this.#lines.has(key));
    const added = lines.slice(talk.children.length).map((key) => this.#line(key));
    talk.append(...added);
    talk.hidden = false;
    this.piece('.start .actions').hidden = true;
    const stage = stageOf(run);
    this.dataset['stage'] = stage?.id ?? 'end';
    this.piece('.choices').hidden = !stage;
    this.piece('.debrief').hidden = Boolean(stage);
    this.piece('.choices h2').textContent = this.lineText(`${stage?.id}.title`);
    this.piece('.choices ul').replaceChildren(
      ...optionsShown(run).map(({ id }) => {
        const button = made('button', 'option', this.lineText(id));
        button.dataset['option'] = id;
        return made('li', '', button);
      }),
    );
    const told = stage ? [] : this.tell(run);
    this.piece('.findings').replaceChildren(...told.map((one) => this.#finding(one)));
    this.show(run, isOnward);
    return added;
  }

  #line(key: string): HTMLElement {
    const { look = '', speaker } = this.#lines.get(key)?.dataset ?? {};
    const head = speaker ? [made('span', 'speaker', speaker), ' '] : [];
    return made('li', `line ${look}`, ...head, made('p', '', this.lineText(key)));
  }

  #finding({ isNext, text, notes = [] }: Told): HTMLElement {
    const label = made('strong', 'status', this.say(isNext ? 'next-time' : 'done'));
    const item = made('li', '', label, ' ', text);
    item.dataset['is'] = isNext ? 'missed' : 'met';
    if (notes.length > 0)
      item.append(made('ul', 'notes', ...notes.map((note) => made('li', '', note))));
    return item;
  }
}
