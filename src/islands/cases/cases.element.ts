import { runKept, stepDone } from '../../domain/actions.ts';
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
import { fill } from '../../i18n/fill.ts';
import { store } from '../../store/browser-store.ts';
import { copyOf, made } from './parts.ts';

/** What tells the result is fetched while the run is under way, so that it is there at the end without the network. */
const telling = () => import('./debrief.ts').catch(() => null);

/** Shows a run of cases one by one, keeps every decision before it tells what is right, and says at the end what was seen. */
class CasesElement extends HTMLElement {
  #deck: Deck = { kind: 'posts', draw: 0, hash: '', cases: [] };
  #run: Run | undefined;

  connectedCallback(): void {
    this.#deck = JSON.parse(this.dataset['deck'] ?? '');
    this.#part('.example').hidden = true;
    this.#part<HTMLButtonElement>('[data-do=begin]').disabled = false;
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const { do: action, pick } = button?.dataset ?? {};
      if (pick) this.#answer(pick);
      else if (action === 'next') this.#show();
      else if (action) this.#begin();
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
    store().subscribe((change) => {
      if (change === 'switched') this.#clear();
      this.#redraw();
    });
  }

  /** Takes away a run that is somebody else's. */
  #clear(): void {
    this.#run = undefined;
    for (const part of this.querySelectorAll<HTMLElement>('.pick, .case, .result, .leave')) {
      part.hidden = true;
    }
    this.#part('.dropped').hidden = true;
    this.#part('.shown').replaceChildren();
    delete this.#part('.shown').dataset['case'];
    this.#part('.kept').textContent = '';
    this.#part('.start').hidden = false;
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
    this.#part('.dropped').hidden = dropped === 0;
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
    const { saved } = store().dispatch(runKept(item, runToChoice(run)));
    this.#part('.kept').textContent = this.dataset[saved ? 'saved' : 'unsaved'] ?? '';
    if (placeOf(this.#deck, run).at === 'end') store().dispatch(stepDone(item));
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
    this.#part('.start').hidden = true;
    this.#part('.leave').hidden = place.at === 'end';
    if (place.at !== 'end') void telling();
    const parts = { pick: '.pick', decide: '.case', move: '.case', end: '.result' };
    for (const part of this.querySelectorAll<HTMLElement>('.pick, .case, .result')) {
      part.hidden = !part.matches(parts[place.at]);
    }
    if ('id' in place) this.#drawCase(place.id);
    else if (place.at === 'pick') this.#drawDoors();
    else void this.#drawResult();
    return this.#part(`${parts[place.at]} h2`);
  }

  /** The page holds the doors in the order of their numbers, each with the button to go there. */
  #drawDoors(): void {
    const ids = this.#run?.drawn.map(({ id }) => id) ?? [];
    const all = [...this.querySelectorAll<HTMLElement>('.example [data-case]')];
    const doors = all
      .filter(({ dataset }) => ids.includes(dataset['case'] ?? ''))
      .map(({ firstElementChild: door }) => door?.cloneNode(true) as HTMLElement);
    for (const button of doors.map((door) => door.querySelector('button'))) {
      if (button) button.hidden = false;
    }
    this.#part('.doors').replaceChildren(...doors);
  }

  #drawCase(id: string): void {
    const drawn = this.#run?.drawn ?? [];
    const at = drawn.findIndex((one) => one.id === id);
    const { decision, move } = drawn[at] ?? {};
    const place = this.#run ? placeOf(this.#deck, this.#run) : { at: 'end' };
    const isOver = !('id' in place) || place.id !== id;
    this.#part('.case h2').textContent = fill(this.dataset['number'] ?? '', {
      number: at + 1,
      total: drawn.length,
    });
    const shown = this.#part('.shown');
    if (shown.dataset['case'] !== id || !decision) {
      shown.dataset['case'] = id;
      shown.replaceChildren(copyOf(this, id, '.seen'));
      shown.querySelector('.door details')?.setAttribute('open', '');
      this.#part('.kept').textContent = '';
    }
    const [decide, choose] = this.querySelectorAll<HTMLFormElement>('form');
    const [told, moved] = this.querySelectorAll<HTMLElement>('.feedback');
    if (decide) this.#lock(decide, decision);
    told?.replaceChildren(...(decision ? this.#reasons(drawn[at] as Drawn, told) : []));
    if (choose && moved && this.#run) {
      choose.hidden = !decision || (isOver && !move);
      const options = choose.querySelectorAll<HTMLElement>('.option');
      for (const option of options) option.hidden = true;
      // Moved to the end one by one, they stand in the order of the run; one made before an edit is shown as well.
      for (const letter of new Set([...movesShown(this.#deck, this.#run, id), move])) {
        const option = choose.querySelector(`[value="${letter}"]`)?.closest('label');
        if (option) option.hidden = false;
        if (option) option.parentElement?.append(option);
      }
      this.#lock(choose, move);
      moved.replaceChildren(...(move ? this.#moveReasons(id, move, moved) : []));
    }
    const next = this.#part('[data-do=next]');
    next.hidden = !isOver;
    next.textContent = this.dataset[place.at === 'end' ? 'end' : 'next'] ?? '';
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
    const heading = made('h3', this.dataset[key] ?? '');
    heading.tabIndex = -1;
    return heading;
  }

  #reasons({ id, decision }: Drawn, feedback: HTMLElement): Node[] {
    const key = keyOf(this.#deck, id);
    if (!key || !decision) return [];
    const verdict = judgeDecision(key, decision);
    const reasons = [...copyOf(this, id, '.reasons').children].filter((part) => {
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
    const shown = [...this.querySelectorAll<HTMLInputElement>('.option:not([hidden]) [data-told]')];
    const told = shown.find(({ value }) => value === move)?.dataset['told'] ?? '';
    const better = shown.find(({ value }) => moves.includes(value))?.closest('label')?.textContent;
    const isRight = moves.includes(move);
    return [
      this.#verdict(feedback, isRight ? 'helps' : 'idle', isRight),
      made('p', told),
      ...(isRight ? [] : [made('p', fill(this.dataset['better'] ?? '', { move: better ?? '' }))]),
    ];
  }

  async #drawResult(): Promise<void> {
    const run = this.#run;
    const told = await telling();
    if (!run || run !== this.#run) return;
    if (told) told.tellResult(this, this.#deck, run);
    else this.#part('.result .verdict').textContent = this.dataset['lost'] ?? '';
  }
}

customElements.define('dastak-cases', CasesElement);
