import {
  answerCase,
  type CasesRun,
  casesMet,
  judgeDecision,
  keyOf,
  movesShown,
  placeOf,
  resumeCases,
  runToChoice,
  startCases,
} from '../../domain/cases.ts';
import type { Deck } from '../../domain/cases-deck.ts';
import type { Decision } from '../../schema/cases.ts';
import { made, onSubmit, onTap, part, parts, refill } from '../dom.ts';
import { clearKept, sayKept } from '../kept.ts';
import { PracticeElement, type Resumed } from '../practice/practice.element.ts';
import { copyOf } from './parts.ts';

/** What says the result is fetched while the run is under way, so that it is there at the end without the network. */
const fetchDebrief = () => import('./debrief.ts').catch(() => null);

/** Shows a run of cases one by one, keeps every decision before it says what is right, and at the end what was seen. */
class CasesElement extends PracticeElement<CasesRun> {
  #deck: Deck = JSON.parse(this.dataset['deck'] ?? '');

  protected toChoice = runToChoice;
  protected isOver = (run: CasesRun): boolean => placeOf(this.#deck, run).at === 'end';
  protected start = (seed: number): CasesRun => startCases(this.#deck, seed, casesMet(this.runs()));

  override connectedCallback(): void {
    super.connectedCallback();
    onSubmit(this, (form) => {
      const { value } = form.querySelector<HTMLInputElement>('input:checked') ?? {};
      if (value && this.run) this.#answer(this.run, value);
      else part(form, '[role=status]').textContent = this.say('needs-choice');
    });
    onTap(this, ({ value }) => this.run && this.#answer(this.run, value));
    // Who comes back finds the case that is asked, and not what stands before all cases.
    if (this.run) this.#headOf(this.run).scrollIntoView({ block: 'start' });
  }

  protected resume(choice: readonly string[]): Resumed<CasesRun> {
    const { run, dropped } = resumeCases(this.#deck, choice);
    return { run: run.drawn.length > 0 ? run : undefined, isEdited: dropped > 0 };
  }

  protected begin(run: CasesRun): void {
    part(this, '.before').hidden = true;
    if (this.#keep(run)) this.#show(run);
  }

  protected press(run: CasesRun, { dataset: { pick } }: HTMLButtonElement): void {
    if (pick) this.#answer(run, pick);
  }

  /** Keeps the run, and says whether that was for good. @returns whether it is this person's */
  #keep(run: CasesRun): boolean {
    const result = this.keep(run);
    if (result) void sayKept(this, result.saved, this.say);
    return result !== null;
  }

  /** Keeps an answer, then shows what it is worth, and below that what comes next. */
  #answer(before: CasesRun, answer: string): void {
    const place = placeOf(this.#deck, before);
    const run = answerCase(this.#deck, before, answer);
    if (!this.#keep(run)) return;
    if (!('id' in place)) {
      this.#show(run);
      return;
    }
    this.#drawCase(run, place.id);
    const next = placeOf(this.#deck, run);
    const isOver = !('id' in next) || next.id !== place.id;
    if (isOver) {
      this.#leaveBehind();
      this.draw(run);
    }
    const heads = parts(part(this, isOver ? '.before' : '.case'), '.feedback > h3');
    const head = heads[place.at === 'move' ? 1 : 0];
    head?.focus({ preventScroll: true });
    head?.scrollIntoView({ block: isOver ? 'start' : 'nearest' });
  }

  /** Puts a copy of the case that was judged above the one that comes next, so that nobody presses to go on. */
  #leaveBehind(): void {
    const { childNodes } = part(this, '.shown');
    const seen = made('div', ...[...childNodes].map((node) => node.cloneNode(true)));
    const asked = part(this, '.case');
    const judged = parts(asked, 'form:not([hidden]) :checked').flatMap((input, at) => [
      made('p', this.say('you', { decision: input.nextElementSibling?.textContent ?? '' })),
      ...parts(asked, '.feedback')
        .slice(at, at + 1)
        .map((one) => one.cloneNode(true)),
    ]);
    const before = part(this, '.before');
    refill(before, part(asked, 'h2').cloneNode(true), seen, ...judged);
    before.hidden = false;
  }

  /** Shows what is asked next and moves the focus there. */
  #show(run: CasesRun): void {
    this.draw(run);
    const heading = this.#headOf(run);
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  }

  #headOf = (run: CasesRun) => part(this, `${this.#sectionOf(run)} h2`);

  #sectionOf(run: CasesRun): string {
    const { at } = placeOf(this.#deck, run);
    return { pick: '.pick', decide: '.case', move: '.case', end: '.result' }[at];
  }

  protected override clear(): void {
    for (const later of parts(this, '.pick, .before, .case, .result, .leave')) later.hidden = true;
    refill(part(this, '.before'));
    const shown = part(this, '.shown');
    refill(shown);
    delete shown.dataset['case'];
    clearKept(this);
    part(this, '.start').hidden = false;
  }

  protected override draw(run: CasesRun): void {
    part(this, '.start').hidden = true;
    part(this, '.leave').hidden = this.isOver(run);
    for (const section of parts(this, '.pick, .case, .result')) {
      section.hidden = !section.matches(this.#sectionOf(run));
    }
    const place = placeOf(this.#deck, run);
    if ('id' in place) this.#drawCase(run, place.id);
    else if (place.at === 'pick') this.#drawDoors(run);
    else void this.#drawResult(run);
    if (place.at !== 'end') void fetchDebrief();
  }

  /** The page holds the doors in the order of their numbers, each with the button to go there. */
  #drawDoors({ drawn }: CasesRun): void {
    const ids = drawn.map(({ id }) => id);
    const doors = parts(this, '.example [data-case]')
      .filter(({ dataset }) => ids.includes(dataset['case'] ?? ''))
      .map((one) => part(one, '.door').cloneNode(true) as HTMLElement);
    for (const door of doors) part(door, 'button').hidden = false;
    refill(part(this, '.doors'), ...doors);
  }

  #drawCase(run: CasesRun, id: string): void {
    const { drawn } = run;
    const at = drawn.findIndex((one) => one.id === id);
    const { decision, move } = drawn[at] ?? {};
    const place = placeOf(this.#deck, run);
    const isOver = !('id' in place) || place.id !== id;
    const number = { number: at + 1, total: drawn.length };
    part(this, '.case h2').textContent = this.say(`number-${this.#deck.kind}`, number);
    const shown = part(this, '.shown');
    if (shown.dataset['case'] !== id || !decision) {
      shown.dataset['case'] = id;
      refill(shown, copyOf(this, id, '.seen'));
      for (const details of parts<HTMLDetailsElement>(shown, '.door details')) details.open = true;
    }
    const [decided, moved] = parts(part(this, '.case'), '.feedback');
    const { right = '', also = [] } = keyOf(this.#deck, id) ?? {};
    this.#lock(part(this, '[data-ask=decide]'), decision, [right, ...also]);
    if (decided) refill(decided, ...(decision ? this.#reasons(id, decision, decided) : []));
    if (moved) {
      this.#drawMoves(run, id, decision !== undefined && (!isOver || move !== undefined));
      refill(moved, ...(move ? this.#moveReasons(id, move, moved) : []));
    }
  }

  /** Offers the first moves about a post. */
  #drawMoves(run: CasesRun, id: string, isAsked: boolean): void {
    const { move } = run.drawn.find((one) => one.id === id) ?? {};
    const form = part(this, '[data-ask=move]');
    form.hidden = !isAsked;
    for (const option of parts(form, '.option')) option.hidden = true;
    // Moved to the end one by one, they stand in the order of the run; one made before an edit is shown as well.
    for (const letter of new Set([...movesShown(this.#deck, run, id), move])) {
      const option = form.querySelector(`[value="${CSS.escape(letter ?? '')}"]`)?.closest('label');
      if (option) option.hidden = false;
      if (option) option.parentElement?.append(option);
    }
    this.#lock(form, move, [...(keyOf(this.#deck, id)?.moves ?? '')]);
  }

  /** Opens a form for an answer, or shuts it with the one given and says by a sign whether it was right. */
  #lock(form: HTMLElement, answer: string | undefined, rights: readonly string[]): void {
    for (const sign of parts(form, '[data-mark]')) sign.remove();
    for (const input of parts<HTMLInputElement>(form, 'input')) {
      input.checked = input.value === answer;
      input.disabled = answer !== undefined;
      if (input.checked) input.parentElement?.append(this.#sign(rights.includes(input.value)));
    }
    part(form, 'button').hidden = answer !== undefined;
    part(form, '[role=status]').textContent = '';
  }

  /** The word for what was right or a slip, with its sign. */
  #sign(isRight: boolean): HTMLElement {
    const sign = made('strong', this.say(isRight ? 'right-option' : 'weak-option'));
    sign.dataset['mark'] = isRight ? 'right' : 'slip';
    return sign;
  }

  /** Heads a feedback with its verdict, which the focus goes to. */
  #verdict(feedback: HTMLElement, key: string, isRight: boolean): HTMLElement {
    feedback.dataset['verdict'] = isRight ? 'right' : 'wrong';
    const heading = made('h3', this.say(key));
    heading.dataset['mark'] = isRight ? 'right' : 'slip';
    heading.tabIndex = -1;
    return heading;
  }

  #reasons(id: string, decision: Decision, feedback: HTMLElement): Node[] {
    const key = keyOf(this.#deck, id);
    if (!key) return [];
    const verdict = judgeDecision(key, decision);
    const reasons = [...copyOf(this, id, '.reasons').children].filter((reason) => {
      const { when } = (reason as HTMLElement).dataset;
      return reason.tagName !== 'SUMMARY' && (!when || when === verdict);
    });
    const isRight = verdict === 'right' || verdict === 'accepted';
    return [this.#verdict(feedback, verdict, isRight), ...reasons];
  }

  #moveReasons(id: string, move: string, feedback: HTMLElement): Node[] {
    const { moves = '' } = keyOf(this.#deck, id) ?? {};
    const form = part(this, '[data-ask=move]');
    const shown = parts<HTMLInputElement>(form, '.option:not([hidden]) input');
    const name = shown.find(({ value }) => value === move)?.dataset['move'] ?? '';
    const better = shown.find(({ value }) => moves.includes(value))?.closest('label')?.textContent;
    const isRight = moves.includes(move);
    const isNear = !isRight && (name === 'say-hello' || name === 'ring-place-first');
    return [
      this.#verdict(feedback, isRight ? 'move-right' : 'move-wrong', isRight),
      made('p', this.say(`${isNear ? 'slip' : 'told'}-${name}`)),
      ...(isRight ? [] : [made('p', this.say('better-move', { move: better?.trim() ?? '' }))]),
    ];
  }

  async #drawResult(run: CasesRun): Promise<void> {
    const debrief = await fetchDebrief();
    if (run !== this.run) return;
    if (debrief) debrief.showResult(this, this.#deck, run);
    else part(this, '.result .verdict').textContent = this.say('not-loaded');
  }
}

customElements.define('dastak-cases', CasesElement);
