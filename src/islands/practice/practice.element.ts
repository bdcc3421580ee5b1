import { store } from '../../store/browser-store.ts';
import { onPress, part } from '../dom.ts';
import { follow } from '../follow.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';

/** A run as a record gives it back: undefined where nothing can be read of it any more. */
export type Resumed<Run> = { readonly run: Run | undefined; readonly isEdited: boolean };

/**
 * What every practice does with the record: begins a run, takes up a kept one, keeps each step before anything is shown
 * of it, and draws anew when the record has changed. A kind of practice says how its run is made and drawn.
 */
export abstract class PracticeElement<Run> extends HTMLElement {
  protected say: Strings = () => '';
  protected run: Run | undefined;
  /** Whose run is drawn, and which; runs of two people may be equally long. */
  #drawn = { profile: '', run: '' };
  #isKeeping = false;

  /** Begins a run. @param seed any integer; chance has no other part in it */
  protected abstract start(seed: number): Run;
  /** Takes up a run of the record. */
  protected abstract resume(choice: readonly string[]): Resumed<Run>;
  /** The run as it is kept in the record. */
  protected abstract toChoice(run: Run): string[];
  protected abstract isOver(run: Run): boolean;
  /** Shows a run as it stands, or how one begins, without moving the focus or the view. */
  protected abstract draw(run: Run | undefined): void;
  /** Shows a run that the learner has just begun. */
  protected abstract begin(run: Run): void;
  /** Does what a button within a run is for. */
  protected abstract press(run: Run, button: HTMLButtonElement): void;
  /** Drops what is kept nowhere, before somebody else's run is shown. */
  protected forget(): void {}

  connectedCallback(): void {
    this.say = stringsOf(this);
    part(this, '.example').hidden = true;
    part<HTMLButtonElement>(this, '[data-do=begin]').disabled = false;
    onPress(this, (button) => {
      const { do: action } = button.dataset;
      if (action === 'begin' || action === 'again') this.begin(this.start(Date.now() % 256));
      else if (this.run) this.press(this.run, button);
    });
    follow(() => this.#redraw());
  }

  /** The learner's runs of this practice, the latest last. */
  protected runs() {
    return store().progress().runs[this.dataset['item'] ?? ''] ?? [];
  }

  /** Keeps a run. @returns whether that was for good */
  protected keep(run: Run): boolean {
    const item = this.dataset['item'] ?? '';
    this.run = run;
    this.#isKeeping = true;
    const { saved } = store().dispatch({ kind: 'run', item, choice: this.toChoice(run) });
    if (this.isOver(run)) store().dispatch({ kind: 'done', item, choice: [] });
    this.#isKeeping = false;
    this.#drawn = this.#identity();
    part(this, '.edited').hidden = true;
    return saved;
  }

  #identity() {
    const profile = store().active()?.id ?? '';
    return { profile, run: this.runs().at(-1)?.choice.join() ?? '' };
  }

  /** Shows the run of the record, whether this page, another tab or an import has brought it there. */
  #redraw(): void {
    const { profile, run } = this.#identity();
    const isOthers = profile !== this.#drawn.profile;
    if (this.#isKeeping || (run === this.#drawn.run && (!isOthers || run === ''))) return;
    if (isOthers && this.#drawn.run) this.forget();
    this.#drawn = { profile, run };
    const { choice } = this.runs().at(-1) ?? {};
    const resumed = choice && this.resume(choice);
    this.run = resumed?.run;
    part(this, '.edited').hidden = !resumed?.isEdited;
    this.draw(this.run);
  }
}
