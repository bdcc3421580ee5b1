import {
  answerCase,
  casesMet,
  type Drawn,
  judgeDecision,
  keyOf,
  movesShown,
  type Place,
  placeOf,
  type Run,
  resumeCases,
  runToChoice,
  startCases,
} from '../../domain/cases.ts';
import type { Deck } from '../../domain/cases-deck.ts';
import { resultOf, toLeaning, toTelling } from '../../domain/cases-result.ts';
import { store } from '../../store/browser-store.ts';
import { type Words, wordsOf } from '../words/words.ts';

/** Makes an element with a text or with other nodes in it. */
function made(tag: string, ...content: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}

/** Shows a run of cases one by one, keeps every decision before it tells what is right, and says at the end what was seen. */
class CasesElement extends HTMLElement {
  #say: Words = () => '';
  #deck: Deck = { kind: 'posts', draw: 0, hash: '', cases: [] };
  #run: Run | undefined;

  connectedCallback(): void {
    this.#say = wordsOf(this);
    this.#deck = JSON.parse(this.dataset['deck'] ?? '');
    this.#part('.example').hidden = true;
    this.#part<HTMLButtonElement>('[data-do=begin]').disabled = false;
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const { do: deed, pick } = button?.dataset ?? {};
      if (pick) this.#answer(pick);
      else if (deed === 'next') this.#show();
      else if (deed) this.#begin();
    });
    for (const form of this.querySelectorAll('form')) {
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        const { value } = form.querySelector<HTMLInputElement>('input:checked') ?? {};
        if (value) this.#answer(value);
        else this.#status(form, this.dataset['needs'] ?? '');
      });
    }
    this.#redraw();
    store().subscribe(() => this.#redraw());
  }

  #part<Part extends HTMLElement>(selector: string): Part {
    return (this.querySelector<Part>(selector) ?? this) as Part;
  }

  #status(form: HTMLElement, text: string): void {
    const status = form.querySelector('[role=status]');
    if (status) status.textContent = text;
  }

  #runs() {
    return store().progress().runs[this.dataset['item'] ?? ''] ?? [];
  }

  /** Shows the run of the record, whether this page, another tab or an import has brought it there. */
  #redraw(): void {
    const { choice } = this.#runs().at(-1) ?? {};
    if (!choice || choice.join() === (this.#run && runToChoice(this.#run).join())) return;
    const { run, dropped } = resumeCases(this.#deck, choice);
    const notice = this.#part('.dropped');
    notice.hidden = dropped === 0;
    notice.textContent = this.#say('dropped', { count: dropped });
    if (run.drawn.length === 0) return;
    this.#run = run;
    this.#draw(placeOf(this.#deck, run));
  }

  #begin(): void {
    this.#run = startCases(this.#deck, Date.now() % 256, casesMet(this.#runs()));
    this.#part('.dropped').hidden = true;
    this.#keep(this.#run);
    this.#show();
  }

  /** Keeps the run, and says whether that was for good. */
  #keep(run: Run): void {
    const item = this.dataset['item'] ?? '';
    const { saved } = store().dispatch({ kind: 'run', item, choice: runToChoice(run) });
    this.#part('.kept').textContent = this.dataset[saved ? 'saved' : 'unsaved'] ?? '';
    if (placeOf(this.#deck, run).at === 'end') store().dispatch({ kind: 'done', item, choice: [] });
  }

  /** Keeps an answer, then tells what it is worth. */
  #answer(answer: string): void {
    if (!this.#run) return;
    const place = placeOf(this.#deck, this.#run);
    this.#run = answerCase(this.#deck, this.#run, answer);
    this.#keep(this.#run);
    if (!('id' in place)) {
      this.#show();
      return;
    }
    this.#drawCase(place.id);
    const [decided, moved] = this.querySelectorAll<HTMLElement>('.feedback > h3');
    (place.at === 'move' ? moved : decided)?.focus();
  }

  /** Shows what is asked next and moves the focus there. */
  #show(): void {
    if (!this.#run) return;
    const heading = this.#draw(placeOf(this.#deck, this.#run));
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  }

  /** @returns the heading of what is shown */
  #draw(place: Place): HTMLElement {
    this.#part('.start .actions').hidden = true;
    const parts = { pick: '.pick', decide: '.case', move: '.case', end: '.result' };
    for (const part of this.querySelectorAll<HTMLElement>('.pick, .case, .result')) {
      part.hidden = !part.matches(parts[place.at]);
    }
    if ('id' in place) this.#drawCase(place.id);
    else if (place.at === 'pick') this.#drawDoors();
    else this.#drawResult();
    return this.#part(`${parts[place.at]} h2`);
  }

  /** A copy of what the page holds of a case. */
  #copy(id: string, part: string): HTMLElement {
    const found = this.querySelector(`.example [data-case="${id}"] ${part}`);
    return (found ?? made('p')).cloneNode(true) as HTMLElement;
  }

  #drawDoors(): void {
    const doors = (this.#run?.drawn ?? []).map(({ id }) => {
      const door = this.#copy(id, '.door');
      const button = made('button', this.#say('go-first'));
      button.className = 'button quiet';
      button.dataset['pick'] = id;
      const room = door.querySelector('strong')?.textContent ?? '';
      button.setAttribute('aria-label', `${room}: ${button.textContent}`);
      return { room, item: made('li', door, button) };
    });
    doors.sort((a, b) => a.room.localeCompare(b.room, undefined, { numeric: true }));
    this.#part('.doors').replaceChildren(...doors.map(({ item }) => item));
  }

  #drawCase(id: string): void {
    const drawn = this.#run?.drawn ?? [];
    const at = drawn.findIndex((one) => one.id === id);
    const { decision, move } = drawn[at] ?? {};
    const place = this.#run ? placeOf(this.#deck, this.#run) : { at: 'end' };
    const isOver = !('id' in place) || place.id !== id;
    this.#part('.case h2').textContent = this.#say(`number-${this.#deck.kind}`, {
      number: at + 1,
      total: drawn.length,
    });
    const shown = this.#part('.shown');
    if (shown.dataset['case'] !== id || !decision) {
      shown.dataset['case'] = id;
      const seen = this.#copy(id, '.seen');
      if (seen instanceof HTMLDetailsElement) seen.open = true;
      shown.replaceChildren(seen);
      this.#part('.kept').textContent = '';
    }
    const [decide, choose] = this.querySelectorAll<HTMLFormElement>('form');
    const [told, moved] = this.querySelectorAll<HTMLElement>('.feedback');
    if (decide) this.#lock(decide, decision);
    told?.replaceChildren(...(decision ? this.#reasons(drawn[at] as Drawn, told) : []));
    if (choose && moved && this.#run) {
      choose.hidden = !decision || (isOver && !move);
      const letters = movesShown(this.#deck, this.#run, id);
      if (move && !letters.includes(move)) letters.push(move);
      for (const option of choose.querySelectorAll<HTMLElement>('.option')) {
        const letter = option.querySelector('input')?.value ?? '';
        option.hidden = !letters.includes(letter);
      }
      // Moved to the end one by one, they stand in the order of the run.
      for (const letter of letters) {
        const option = choose.querySelector(`[value=${letter}]`)?.closest('label');
        option?.parentElement?.append(option);
      }
      this.#lock(choose, move);
      moved.replaceChildren(...(move ? this.#moveReasons(id, move, moved) : []));
    }
    const next = this.#part('[data-do=next]');
    next.hidden = !isOver;
    next.textContent = this.#say(place.at === 'end' ? 'to-result' : 'next');
  }

  /** Opens a form for an answer, or shuts it with the one given. */
  #lock(form: HTMLFormElement, answer?: string): void {
    for (const input of form.querySelectorAll('input')) {
      input.checked = input.value === answer;
      input.disabled = answer !== undefined;
    }
    const button = form.querySelector('button');
    if (button) button.hidden = answer !== undefined;
    this.#status(form, '');
  }

  /** Heads a feedback with its verdict, which the focus goes to. */
  #verdict(feedback: HTMLElement, key: string, isRight: boolean): HTMLElement {
    feedback.dataset['verdict'] = isRight ? 'right' : 'wrong';
    const heading = made('h3', this.#say(key));
    heading.tabIndex = -1;
    return heading;
  }

  #reasons({ id, decision }: Drawn, feedback: HTMLElement): Node[] {
    const key = keyOf(this.#deck, id);
    if (!key || !decision) return [];
    const verdict = judgeDecision(key, decision);
    const reasons = [...this.#copy(id, '.reasons').children].filter((part) => {
      const { when } = (part as HTMLElement).dataset;
      return part.tagName !== 'SUMMARY' && (!when || when === verdict);
    });
    return [
      this.#verdict(feedback, verdict, verdict === 'right' || verdict === 'accepted'),
      ...reasons,
    ];
  }

  #moveReasons(id: string, move: string, feedback: HTMLElement): Node[] {
    const { moves = '' } = keyOf(this.#deck, id) ?? {};
    const isRight = moves.includes(move);
    const told = this.querySelector<HTMLTemplateElement>('template.moves')?.content;
    const text = told?.querySelector(`[data-move=${move}]`)?.textContent ?? '';
    const better = [
      ...this.querySelectorAll<HTMLInputElement>('[data-ask=move] .option:not([hidden]) input'),
    ]
      .find(({ value }) => moves.includes(value))
      ?.closest('label')
      ?.textContent?.trim();
    return [
      this.#verdict(feedback, isRight ? 'move-right' : 'move-wrong', isRight),
      made('p', text),
      ...(isRight ? [] : [made('p', this.#say('better-move', { move: better ?? '' }))]),
    ];
  }

  #drawResult(): void {
    if (!this.#run) return;
    const result = resultOf(this.#deck, this.#run);
    const { hits, signals, falseAlarms, late, isFirstRight, moves, helped, missed } = result;
    const { drawn } = this.#run;
    this.#part('.result .verdict').textContent = this.#say(`telling-${toTelling(result)}`);
    this.#part('.result .told').replaceChildren(
      ...[
        this.#say('seen', { hits, signals }),
        falseAlarms ? this.#say('alarms', { count: falseAlarms }) : this.#say('alarms-none'),
        late > 0 && this.#say('late', { count: late }),
        isFirstRight !== undefined && this.#say(isFirstRight ? 'first-right' : 'first-wrong'),
        moves > 0 && this.#say('moves', { helped, moves }),
        this.#say(`leaning-${toLeaning(result)}`),
      ].flatMap((text) => (text ? made('li', text) : [])),
    );
    this.#part('.missed').hidden = missed.length === 0;
    this.#part('.missed ul').replaceChildren(
      ...missed.map((sign) =>
        made('li', this.querySelector(`.example [data-sign=${sign}]`)?.textContent ?? ''),
      ),
    );
    this.#part('.few').textContent = this.#say('few', { count: drawn.length });
    this.#part('.all').replaceChildren(
      ...drawn.map(({ id, decision }) => {
        const name = this.querySelector(`[value=${decision}] + span`)?.textContent ?? '';
        const you = made('p', this.#say('you', { decision: name }));
        return made('li', this.#copy(id, '.seen'), you, this.#copy(id, '.reasons'));
      }),
    );
  }
}

customElements.define('dastak-cases', CasesElement);
