import { answerGiven } from '../../domain/actions.ts';
import { type ItemKind, judge, type Key, toExplain } from '../../domain/judge.ts';
import type { Attempt } from '../../domain/progress.ts';
import { store } from '../../store/browser-store.ts';
import type { Change } from '../../store/world.ts';
import { made, onPress, onSubmit, onTap, part, parts, refill } from '../dom.ts';
import { follow } from '../follow.ts';
import { clearKept, sayKept } from '../kept.ts';
import { stringsOf } from '../strings/strings.ts';

/** Milliseconds for which an answer that goes on by itself is seen as it was chosen, and may be chosen anew. */
const PAUSE = 500;

const toText = (tries: readonly Pick<Attempt, 'choice'>[]) =>
  JSON.stringify(tries.map(({ choice }) => choice));
const letterOf = (element: HTMLElement) => element.dataset['letter'] ?? '';

/** Makes one question live: checks, explains, keeps every try, and shows the last answer again after a reload; what is not judged goes on by itself. */
class QuestionElement extends HTMLElement {
  readonly #say = stringsOf(this);
  #key: Key = { kind: 'single', right: [] };
  #isOpen = true;
  /** Whether answers are kept as they are, without a verdict. */
  #isKept = 'kept' in this.dataset || this.dataset['kind'] === 'scale';
  /** Whether what is kept stays as it is, because its check was finished on an earlier visit. */
  #isSettled = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  /** What was chosen in the tries that are drawn, as text; null when what is drawn must go, whoever answered the same. */
  #drawn: string | null = '[]';
  /** Letters of the steps to put in order, as the page has them. */
  #begun: readonly string[] = [];

  connectedCallback(): void {
    this.#key = {
      kind: this.dataset['kind'] as ItemKind,
      right: (this.dataset['right'] ?? '').split(' ').filter(Boolean),
    };
    onSubmit(this, () => (this.#isOpen ? this.#answer() : this.#again()));
    // Who moves through the options by key, or hears them, presses the button.
    if ('tap' in this.dataset) onTap(this, () => this.#answer());
    this.#settle();
    onPress(this, (button) => {
      if (button.dataset['move']) this.#move(button);
    });
    for (const answer of parts(this, 'details')) answer.hidden = true;
    this.#begun = this.#steps().map(letterOf);
    this.#enable(true);
    follow((change) => this.#redraw(change));
  }

  #settle(): void {
    const step = this.closest<HTMLElement>('[data-step]')?.dataset['step'] ?? '';
    this.#isSettled = this.#isKept && step in store().progress().done;
  }

  /** Its tries but those of another time, which are not this page's to show. */
  #tries() {
    const { item = '', skip } = this.dataset;
    return (store().progress().answers[item] ?? []).slice(Number(skip ?? 0));
  }

  /** Shows the latest answer of the record, whether this page, another tab or an import gave it. */
  #redraw(change: Change | undefined): void {
    if (change === 'switched') {
      this.#drawn = null;
      this.#settle();
    }
    const tries = this.#tries();
    const text = toText(tries);
    if (text === this.#drawn) return;
    this.#drawn = text;
    const hadFocus = this.querySelector('form :focus') !== null;
    this.#keepFirst();
    this.#begin();
    const last = tries.slice(-1)[0];
    if (last) this.#put(last.choice);
    else if (this.#key.kind === 'order') this.#put(this.#begun);
    this.#guardEnds();
    if (!last) return;
    this.#show(last.choice);
    // A control that went dead in the learner's hand gives its focus to the one that is alive.
    if (hadFocus) part(this, '[type=submit]').focus({ preventScroll: true });
  }

  /** Leaves at the element what became of the first try, so that a result can count it. */
  #keepFirst(): void {
    const [first] = this.#tries();
    if (first) this.dataset['first'] = judge(this.#key, first.choice);
    else delete this.dataset['first'];
  }

  #enable(isOpen: boolean): void {
    this.#isOpen = isOpen;
    for (const control of parts<HTMLInputElement>(this, 'fieldset input, [data-move]')) {
      control.disabled = !isOpen;
    }
    if (isOpen) this.#guardEnds();
    const button = part<HTMLButtonElement>(this, '[type=submit]');
    button.disabled = false;
    button.textContent = this.#say(this.#isKept ? 'keep-answer' : isOpen ? 'check' : 'again');
    button.hidden = !isOpen && this.#isKept;
  }

  #choice(): string[] {
    if (this.#key.kind === 'order') return this.#steps().map(letterOf);
    const checked = parts<HTMLInputElement>(this, 'fieldset input:checked');
    if (this.#key.kind !== 'sort') return checked.map(({ value }) => value);
    return checked
      .filter(({ value }) => value === 'true')
      .map((input) => input.closest<HTMLElement>('[data-letter]')?.dataset['letter'] ?? '');
  }

  #isAnswered(): boolean {
    const checked = parts(this, 'fieldset input:checked').length;
    if (this.#key.kind === 'order') return true;
    if (this.#key.kind === 'sort') return checked === parts(this, '.statement').length;
    return checked > 0;
  }

  #put(choice: readonly string[]): void {
    if (this.#key.kind === 'order') {
      const list = part(this, '.ordering');
      for (const letter of choice) {
        list.append(...parts(list, `[data-letter="${CSS.escape(letter)}"]`));
      }
      return;
    }
    for (const input of parts<HTMLInputElement>(this, 'fieldset input')) {
      const letter = input.closest<HTMLElement>('.statement')?.dataset['letter'];
      input.checked = letter
        ? (input.value === 'true') === choice.includes(letter)
        : choice.includes(input.value);
    }
  }

  #answer(): void {
    if (!this.#isAnswered()) {
      const key = this.#key.kind === 'sort' ? 'needs-all' : 'needs-choice';
      part(this, '.feedback').textContent = this.#say(key);
      return;
    }
    const choice = this.#choice();
    if (this.#isKept) this.#goOn();
    if (this.#isKept && this.#tries().slice(-1)[0]?.choice.join() === choice.join()) return;
    // What is drawn here need not be drawn again at the word of the store.
    this.#drawn = toText([...this.#tries(), { choice }]);
    const { saved } = store().dispatch(answerGiven(this.dataset['item'] ?? '', choice));
    this.#drawn = toText(this.#tries());
    this.#keepFirst();
    this.#show(choice);
    void sayKept(this, saved, this.#say);
    this.dispatchEvent(new CustomEvent('dastak:answered', { bubbles: true }));
  }

  /** Goes to the next card, once what was chosen could be seen. */
  #goOn(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(
      () => this.dispatchEvent(new CustomEvent('dastak:onward', { bubbles: true })),
      PAUSE,
    );
  }

  #show(choice: readonly string[]): void {
    // What is kept may be changed until one comes back to a finished check; the first day must not be polished later.
    this.#enable(this.#isKept && !this.#isSettled);
    const verdict = this.#isKept ? 'noted' : judge(this.#key, choice);
    const feedback = part(this, '.feedback');
    feedback.dataset['verdict'] = verdict;
    const head = made('p.verdict', this.#say(`verdict-${verdict}`));
    refill(feedback, head, ...this.#reasons(choice));
    if (this.#isKept) return;
    this.#mark(true);
    head.dataset['mark'] = verdict === 'right' ? 'right' : 'slip';
    this.#showHistory();
  }

  /** Shows the tick or the cross of each option chosen, and the tick of each that was right beside them; or none. */
  #mark(isShown: boolean): void {
    for (const mark of parts(this, 'fieldset [data-mark]')) {
      const isRightBeside = this.#key.kind === 'several' && mark.dataset['mark'] === 'right';
      const isChosen = mark.parentElement?.querySelector(':checked');
      mark.hidden = !isShown || !(isChosen || isRightBeside);
    }
  }

  /** The explanations that fit this answer, copied from the answer that stands in the page. */
  #reasons(choice: readonly string[]): Node[] {
    const { kind } = this.#key;
    const all = parts(this, 'details [data-letter]');
    const letters =
      kind === 'rewrite' || kind === 'order'
        ? [...choice.slice(0, kind === 'order' ? 0 : 1), 'all']
        : toExplain(this.#key, choice, all.map(letterOf));
    const fitting = all.filter((reason) => letters.includes(letterOf(reason)));
    if (fitting.length === 0) return [];
    const copies = fitting.map((reason) => reason.cloneNode(true));
    return [made(kind === 'order' ? 'div.explain' : 'dl.explain', ...copies)];
  }

  /** Opens the question for an answer, without what was said of another. */
  #begin(): void {
    this.#enable(true);
    this.#mark(false);
    const feedback = part(this, '.feedback');
    refill(feedback);
    delete feedback.dataset['verdict'];
    clearKept(this);
    if (this.#key.kind !== 'order') part<HTMLFormElement>(this, 'form').reset();
    this.#showHistory();
  }

  #again(): void {
    this.#begin();
    part(this, 'fieldset input:enabled, [data-move]:enabled').focus({ preventScroll: true });
  }

  #showHistory(): void {
    const history = part(this, '.tried');
    const count = this.#tries().length - 1;
    history.hidden = count < 1;
    history.textContent = count < 1 ? '' : this.#say('tried', { count });
  }

  #steps(): HTMLElement[] {
    return parts(this, '.ordering > li');
  }

  #guardEnds(): void {
    const steps = this.#steps();
    steps.forEach((step, index) => {
      part<HTMLButtonElement>(step, '[data-move="-1"]').disabled = index === 0;
      part<HTMLButtonElement>(step, '[data-move="1"]').disabled = index === steps.length - 1;
    });
  }

  #move(button: HTMLButtonElement): void {
    const step = button.closest('li');
    if (!step) return;
    if (button.dataset['move'] === '-1') step.previousElementSibling?.before(step);
    else step.nextElementSibling?.after(step);
    this.#guardEnds();
    // At either end the pressed arrow goes dead; focus moves to its counterpart so that a keyboard is not lost.
    (button.disabled ? part(step, 'button:enabled') : button).focus();
    const feedback = part(this, '.feedback');
    delete feedback.dataset['verdict'];
    feedback.textContent = this.#say('moved', {
      text: part(step, 'span').textContent,
      number: this.#steps().indexOf(step) + 1,
    });
  }
}

customElements.define('dastak-question', QuestionElement);
