import { made, part, parts, refill } from '../dom.ts';
import { PracticeElement } from './practice.element.ts';

/** How many lines are said again when a choice is taken back. */
const RECAP = 2;

/**
 * Plays a practice that is talked through, a conversation, a call or a relay: shows what was said, offers what may be
 * chosen, and at the end what came of it. A kind of practice adds what is its own.
 */
export abstract class PlayerElement<Run> extends PracticeElement<Run> {
  #lines = new Map<string, HTMLElement>();

  /** Keys of all that was said so far, in order; what has no words is passed over. */
  protected abstract linesOf(run: Run): string[];
  /** What may be chosen now. */
  protected abstract optionsOf(run: Run): readonly { readonly id: string }[];
  /** Takes what was chosen. */
  protected abstract take(run: Run, id: string): Run;
  /** Takes the last choice back; only a practice with such a button needs it. */
  protected takeBack(run: Run): Run {
    return run;
  }
  /** Draws what stands beside the talk. @param isOnward whether the learner has just chosen */
  protected show(_run: Run, _isOnward: boolean): void {}
  /** Says what a run has come to. */
  protected abstract debrief(run: Run): void;

  override connectedCallback(): void {
    const { content } = part<HTMLTemplateElement>(this, 'template.lines');
    for (const line of parts(content, '[data-key]')) {
      this.#lines.set(line.dataset['key'] ?? '', line);
    }
    super.connectedCallback();
    const { run } = this;
    if (!run || this.toChoice(run).length === this.toChoice(this.start(0)).length) return;
    this.#bringIntoView(run);
  }

  protected override begin(run: Run): void {
    if (this.keep(run)) this.#present(this.#draw(run, false), run);
  }

  protected override press(run: Run, { dataset: { do: action, choice } }: HTMLButtonElement): void {
    const isBack = action === 'back';
    if (!choice && !isBack) return;
    const next = choice ? this.take(run, choice) : this.takeBack(run);
    if (!this.keep(next)) return;
    const added = this.#draw(next, !isBack);
    this.#present(isBack ? added.slice(-RECAP) : added, next);
  }

  protected override draw(run: Run): void {
    this.#draw(run, false);
  }

  protected override clear(): void {
    refill(part(this, '.talk'));
    part(this, '.live').textContent = '';
    for (const name of ['.talk', '.choices', '.debrief']) part(this, name).hidden = true;
    part(this, '.start .actions').hidden = false;
  }

  /** What a line says, bubble by bubble; none where it has no words. */
  protected bubbles(key: string): Node[] {
    const words = this.#lines.get(key)?.textContent;
    return words?.split('\n').map((bubble) => made('p', bubble)) ?? [];
  }

  /** The words of a line. */
  protected text(key: string): string {
    return this.#lines.get(key)?.textContent?.split('\n').join(' ') ?? '';
  }

  /** Announces what is new, brings it into view and moves the focus to what comes next. */
  #present(lines: readonly HTMLElement[], run: Run): void {
    part(this, '.live').textContent = lines
      .flatMap(({ children }) => [...children])
      .map((piece) => `${piece.textContent}${piece.tagName === 'P' ? '' : ':'}`)
      .join(' ');
    this.#bringIntoView(run);
    part(this, this.isOver(run) ? '.debrief h2' : '.choices h2').focus({ preventScroll: true });
  }

  /**
   * Brings what was said last into view together with the first of what may be chosen now: from the answer on, where that
   * fits, and else as much of it as stands above the choice.
   */
  #bringIntoView(run: Run): void {
    const lines = [...part(this, '.talk').children];
    const said = lines.filter((line) => line.matches('.you')).pop();
    const answer = lines[said ? lines.indexOf(said) + 1 : 0] ?? lines.slice(-1)[0];
    answer?.scrollIntoView({ block: 'start' });
    const goal = this.isOver(run) ? '.debrief h2' : '.choices li';
    part(this, goal).scrollIntoView({ block: 'nearest' });
  }

  /** @returns the lines that were added */
  #draw(run: Run, isOnward: boolean): HTMLElement[] {
    const talk = part(this, '.talk');
    if (!isOnward) refill(talk);
    const keys = this.linesOf(run).filter((key) => this.#lines.has(key));
    const added = keys.slice(talk.children.length).map((key) => this.#line(key));
    talk.append(...added);
    talk.hidden = false;
    const isOver = this.isOver(run);
    part(this, '.start .actions').hidden = true;
    part(this, '.choices').hidden = isOver;
    part(this, '.debrief').hidden = !isOver;
    refill(
      part(this, '.choices ul'),
      ...this.optionsOf(run).map(({ id }) => {
        const button = this.#voiced(made('button.option', ...this.bubbles(id)), id);
        button.dataset['choice'] = id;
        return made('li', button);
      }),
    );
    if (isOver) this.debrief(run);
    this.show(run, isOnward);
    return added;
  }

  /** What holds the lines that look and sound like this one. */
  #looksOf = (key: string) => this.#lines.get(key)?.parentElement;

  #line(key: string): HTMLElement {
    const { look = '', speaker, is, word } = this.#looksOf(key)?.dataset ?? {};
    const head = speaker ? [made('span.speaker', speaker), ' '] : [];
    const line = made(`li.line.${look}`, ...head, ...this.bubbles(key));
    if (is && word) {
      const sign = made('strong', word);
      sign.dataset['mark'] = is;
      line.classList.add(is);
      part(line, 'p').before(sign);
    }
    return this.#voiced(line, key);
  }

  /** Gives an element the language of a line's letters, and the look of a chat where it is typed. */
  #voiced(element: HTMLElement, key: string): HTMLElement {
    const { lang = '', dataset = {} } = this.#looksOf(key) ?? {};
    if (lang) element.lang = lang;
    if ('chat' in dataset) element.dataset['chat'] = '';
    return element;
  }
}
