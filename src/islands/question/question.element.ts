import { answerGiven } from '../../domain/actions.ts';
import { type ItemKind, judge, type Key, toExplain } from '../../domain/judge.ts';
import { fill } from '../../i18n/fill.ts';
import { store } from '../../store/browser-store.ts';

/** A sentence that every question of the page may say, by the name it has in `QuestionTexts.astro`. */
function says(name: string): string {
  return document.getElementById('question-texts')?.dataset[name] ?? '';
}

/** Makes one question live: checks, explains, keeps every try, and shows the last answer again after a reload. */
class QuestionElement extends HTMLElement {
  #key: Key = { kind: 'single', right: [] };
  #form: HTMLFormElement | null = null;
  #open = true;

  connectedCallback(): void {
    this.#form = this.querySelector('form');
    this.#key = {
      kind: this.dataset['kind'] as ItemKind,
      right: (this.dataset['right'] ?? '').split(' ').filter(Boolean),
    };
    this.#form?.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#open) this.#answer();
      else this.#again();
    });
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-move]')) {
      button.addEventListener('click', () => this.#move(button));
    }
    this.querySelector('details')?.setAttribute('hidden', '');
    this.#scrambled = this.#steps();
    this.#redraw();
    store().subscribe((change) => {
      if (change === 'switched') this.#drawn = null;
      this.#redraw();
    });
  }

  #tries() {
    return store().progress().answers[this.dataset['item'] ?? ''] ?? [];
  }

  /** The tries that are drawn, as text; null when what is drawn must go, whoever answered the same. */
  #drawn: string | null = null;
  /** The steps to be sorted, as the page has them before anybody has. */
  #scrambled: HTMLElement[] = [];

  /** Shows the latest answer of the record, whether this page, another tab or an import gave it. */
  #redraw(): void {
    const tries = this.#tries();
    const text = JSON.stringify(tries);
    if (text === this.#drawn) return;
    this.#drawn = text;
    const hadFocus = this.querySelector('form :focus') !== null;
    this.#tellFirst();
    this.#reset();
    const last = tries.at(-1);
    if (!last) {
      this.querySelector('.ordering')?.append(...this.#scrambled);
      this.#guardEnds();
      this.#tellHistory();
      return;
    }
    this.#put(last.choice);
    this.#show(last.choice);
    // A control that went dead in the learner's hand gives its focus to the one that is alive.
    if (hadFocus) this.querySelector<HTMLElement>('[type=submit]')?.focus({ preventScroll: true });
  }

  /** Tells the page what became of the first try, so that a result can count it. */
  #tellFirst(): void {
    const [first] = this.#tries();
    if (first) this.dataset['first'] = judge(this.#key, first.choice);
    else delete this.dataset['first'];
  }

  #enable(isOpen: boolean): void {
    this.#open = isOpen;
    for (const control of this.querySelectorAll<HTMLInputElement | HTMLButtonElement>(
      'fieldset input, [data-move]',
    )) {
      control.disabled = !isOpen;
    }
    if (isOpen) this.#guardEnds();
    const button = this.querySelector<HTMLButtonElement>('[type=submit]');
    if (button) {
      button.disabled = false;
      button.textContent = says(isOpen ? 'check' : 'again');
      // A scale is asked once; the readiness of the first day must not be polished afterwards.
      button.hidden = !isOpen && this.#key.kind === 'scale';
    }
  }

  #choice(): string[] {
    if (this.#key.kind === 'order')
      return this.#steps().map((step) => step.dataset['letter'] ?? '');
    const checked = [...this.querySelectorAll<HTMLInputElement>('fieldset input:checked')];
    if (this.#key.kind !== 'sort') return checked.map(({ value }) => value);
    return checked
      .filter(({ value }) => value === 'true')
      .map((input) => input.closest<HTMLElement>('[data-letter]')?.dataset['letter'] ?? '');
  }

  #isAnswered(): boolean {
    const checked = this.querySelectorAll('fieldset input:checked').length;
    if (this.#key.kind === 'order') return true;
    if (this.#key.kind === 'sort') return checked === this.querySelectorAll('.statement').length;
    return checked > 0;
  }

  #put(choice: readonly string[]): void {
    if (this.#key.kind === 'order') {
      const list = this.querySelector('.ordering');
      for (const letter of choice) {
        const step = list?.querySelector(`[data-letter="${CSS.escape(letter)}"]`);
        if (step) list?.append(step);
      }
      return;
    }
    for (const input of this.querySelectorAll<HTMLInputElement>('fieldset input')) {
      const letter = input.closest<HTMLElement>('.statement')?.dataset['letter'];
      input.checked = letter
        ? (input.value === 'true') === choice.includes(letter)
        : choice.includes(input.value);
    }
  }

  #answer(): void {
    const feedback = this.querySelector<HTMLElement>('.feedback');
    if (!this.#isAnswered()) {
      if (feedback)
        feedback.textContent = says(this.#key.kind === 'sort' ? 'needsAll' : 'needsChoice');
      return;
    }
    const choice = this.#choice();
    const result = store().dispatch(answerGiven(this.dataset['item'] ?? '', choice));
    this.#drawn = JSON.stringify(this.#tries());
    this.#tellFirst();
    this.#show(choice);
    const kept = this.querySelector('.kept');
    if (kept) kept.textContent = says(result.saved ? 'saved' : 'unsaved');
    this.dispatchEvent(new CustomEvent('dastak:answered', { bubbles: true }));
  }

  #show(choice: readonly string[]): void {
    this.#enable(false);
    const verdict = judge(this.#key, choice);
    const feedback = this.querySelector<HTMLElement>('.feedback');
    if (!feedback) return;
    feedback.dataset['verdict'] = verdict;
    const head = document.createElement('p');
    head.className = 'verdict';
    head.textContent = says(verdict);
    feedback.replaceChildren(head, ...this.#reasons(choice));
    this.#tellHistory();
  }

  /** The explanations that fit this answer, copied from the answer that stands in the page. */
  #reasons(choice: readonly string[]): Node[] {
    const { kind } = this.#key;
    const all = [...this.querySelectorAll<HTMLElement>('details [data-letter]')];
    const letters =
      kind === 'rewrite' || kind === 'order'
        ? [...choice.slice(0, kind === 'order' ? 0 : 1), 'all']
        : toExplain(
            this.#key,
            choice,
            all.map((part) => part.dataset['letter'] ?? ''),
          );
    const parts = all.filter((part) => letters.includes(part.dataset['letter'] ?? ''));
    if (parts.length === 0) return [];
    const list = document.createElement(kind === 'order' ? 'div' : 'dl');
    list.className = 'explain';
    list.append(...parts.map((part) => part.cloneNode(true)));
    return [list];
  }

  /** Makes the question as if nobody had answered it; steps stay as they were sorted. */
  #reset(): void {
    this.#enable(true);
    const feedback = this.querySelector<HTMLElement>('.feedback');
    feedback?.replaceChildren();
    delete feedback?.dataset['verdict'];
    this.querySelector('.kept')?.replaceChildren();
    if (this.#key.kind !== 'order') this.#form?.reset();
  }

  #again(): void {
    this.#reset();
    this.querySelector<HTMLElement>('fieldset input:enabled, [data-move]:enabled')?.focus({
      preventScroll: true,
    });
  }

  #tellHistory(): void {
    const told = this.querySelector<HTMLElement>('.tried');
    const before = this.#tries().length - 1;
    if (!told) return;
    told.hidden = before < 1;
    told.textContent = fill(says(before === 1 ? 'triedOnce' : 'triedMore'), { count: before });
  }

  #steps(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.ordering > li')];
  }

  #guardEnds(): void {
    const steps = this.#steps();
    steps.forEach((step, index) => {
      const [up, down] = step.querySelectorAll('button');
      if (up) up.disabled = index === 0;
      if (down) down.disabled = index === steps.length - 1;
    });
  }

  #move(button: HTMLButtonElement): void {
    const step = button.closest('li');
    if (!step) return;
    const isUp = button.dataset['move'] === '-1';
    if (isUp) step.previousElementSibling?.before(step);
    else step.nextElementSibling?.after(step);
    this.#guardEnds();
    // At either end the pressed arrow goes dead; focus moves to its counterpart so that a keyboard is not lost.
    (button.disabled ? step.querySelector<HTMLButtonElement>('button:enabled') : button)?.focus();
    const feedback = this.querySelector<HTMLElement>('.feedback');
    if (feedback) {
      delete feedback.dataset['verdict'];
      feedback.textContent = fill(says('moved'), {
        text: step.querySelector('span')?.textContent ?? '',
        number: this.#steps().indexOf(step) + 1,
      });
    }
  }
}

customElements.define('dastak-question', QuestionElement);
