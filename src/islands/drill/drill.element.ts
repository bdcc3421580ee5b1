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
import { made, part, refill } from '../dom.ts';
import { PlayerElement } from '../practice/player.element.ts';
import type { Resumed } from '../practice/practice.element.ts';

/** One sentence of a drill's debrief; `isNext` marks what to do differently another time. */
export type DebriefLine = {
  readonly isNext: boolean;
  readonly text: string;
  readonly notes?: string[];
};

/** Plays a practice in stages. A kind of drill adds what stands beside the talk, and its debrief. */
export abstract class DrillElement extends PlayerElement<DrillRun> {
  protected drill: Drill = JSON.parse(this.dataset['drill'] ?? '');

  protected start = (seed: number): DrillRun => startDrill(this.drill, seed);
  protected toChoice = drillToChoice;
  protected isOver = (run: DrillRun): boolean => stageOf(run) === undefined;
  protected linesOf = linesOf;
  protected optionsOf = optionsShown;
  protected take = takeOption;

  /** What the debrief says. */
  protected abstract debriefLines(run: DrillRun): DebriefLine[];

  protected resume(choice: readonly string[]): Resumed<DrillRun> {
    const { run, edited } = resumeDrill(this.drill, choiceToSaved(choice));
    return { run, isEdited: edited };
  }

  protected override show(run: DrillRun, _isOnward: boolean): void {
    const { id } = stageOf(run) ?? {};
    this.dataset['stage'] = id ?? 'end';
    if (id) part(this, '.choices h2').textContent = this.text(`${id}.title`);
  }

  protected override clear(): void {
    super.clear();
    delete this.dataset['stage'];
  }

  protected debrief(run: DrillRun): void {
    const items = this.debriefLines(run).map(({ isNext, text, notes = [] }) => {
      const label = made('strong.status', this.say(isNext ? 'next-time' : 'done'));
      const item = made('li', label, ' ', text);
      item.dataset['is'] = isNext ? 'missed' : 'met';
      if (notes.length > 0) item.append(made('ul.notes', ...notes.map((note) => made('li', note))));
      return item;
    });
    refill(part(this, '.findings'), ...items);
  }
}
