import { runKept, stepDone } from '../../domain/actions.ts';
import { store } from '../../store/browser-store.ts';
import type { Change } from '../../store/world.ts';
import { onPress, part, parts } from '../dom.ts';
import { follow } from '../follow.ts';
import { stringsOf } from '../strings/strings.ts';
import { BEGIN, WITHIN } from './ways.ts';

/** A run as a record gives it back: undefined where nothing can be read of it any more. */
export type Resumed<Run> = { readonly run: Run | undefined; readonly isEdited: boolean };

/**
 * What every practice does with the record: begins a run, takes up a kept one, keeps each step before anything is shown
 * of it, and draws anew when the record has changed. A kind of practice says how its run is made and drawn.
 */
export abstract class PracticeElement<Run> extends HTMLElement {
  protected readonly say = stringsOf(this);
  protected run: Run | undefined;
  /** The run that is drawn, as the record has it; empty where none is. */
  #drawn = '';

  /** Begins a run. @param seed any integer; chance has no other part in it */
  protected abstract start(seed: number): Run;
  /** Takes up a run of the record. */
  protected abstract resume(choice: readonly string[]): Resumed<Run>;
  /** The run as it is kept in the record. */
  protected abstract toChoice(run: Run): string[];
  protected abstract isOver(run: Run): boolean;
  /** Shows a run that the learner has just begun. */
  protected abstract begin(run: Run): void;
  /** Does what a button within a run is for. */
  protected abstract press(run: Run, button: HTMLButtonElement): void;
  /** Shows a run as it stands, without moving the focus or the view. */
  protected abstract draw(run: Run): void;
  /** Takes away all that was drawn, so that the practice stands as before it was begun. */
  protected abstract clear(): void;

  connectedCallback(): void {
    part(this, '.example').hidden = true;
    part<HTMLButtonElement>(this, '[data-do=begin]').disabled = false;
    if ([BEGIN, WITHIN].includes(location.hash)) this.#leadBack();
    onPress(this, (button) => {
      const { do: action } = button.dataset;
      if (action === 'begin' || action === 'again') {
        if (location.hash === BEGIN) history.replaceState(null, '', WITHIN);
        this.begin(this.start(Date.now() % 256));
      } else if (this.run) this.press(this.run, button);
    });
    follow((change) => this.#redraw(change));
  }

  /** Puts the way back to the refresher in the place of all others. */
  #leadBack(): void {
    for (const back of parts<HTMLAnchorElement>(this, '[data-back]')) {
      const ways = [...(back.parentElement?.children ?? [])].filter((one) => one.tagName === 'A');
      for (const way of ways as HTMLAnchorElement[]) way.hidden = way !== back;
    }
  }

  /** The learner's runs of a practice, this one where it is left out, the latest last. */
  protected runs(practice = this.dataset['item'] ?? '') {
    return store().progress().runs[practice] ?? [];
  }

  /**
   * Keeps a run before it is drawn.
   * @returns whether that was for good; null where the record has turned out to be another person's, whose run is shown
   */
  protected keep(run: Run): { saved: boolean } | null {
    const item = this.dataset['item'] ?? '';
    const choice = this.toChoice(run);
    this.run = run;
    this.#drawn = choice.join();
    const result = store().dispatch(runKept(item, choice));
    if (this.run !== run) return null;
    if (this.isOver(run)) store().dispatch(stepDone(item));
    part(this, '.edited').hidden = true;
    return result;
  }

  /** Shows the run of the record, whether this page, another tab or an import has brought it there. */
  #redraw(change: Change | undefined): void {
    if (change === 'switched') {
      // However alike the next person's run may look, nothing of this one's stays.
      this.run = undefined;
      this.#drawn = '';
      part(this, '.edited').hidden = true;
      this.clear();
    }
    const { choice } = this.runs().slice(-1)[0] ?? {};
    if (!choice || choice.join() === this.#drawn) return;
    const { run, isEdited } = this.resume(choice);
    this.#drawn = choice.join();
    if (run && this.isOver(run) && location.hash === BEGIN) return;
    this.run = run;
    part(this, '.edited').hidden = !isEdited;
    if (run) this.draw(run);
    else this.clear();
  }
}
