import { cardSeen, stepDone } from '../../domain/actions.ts';
import { fill } from '../../i18n/fill.ts';
import { store } from '../../store/browser-store.ts';

/** Shows one card at a time, keeps the place, and marks the lesson finished when its last card is left forwards. */
class LessonElement extends HTMLElement {
  #cards: HTMLElement[] = [];
  #at = 0;

  connectedCallback(): void {
    // On a shared phone the page is left at once; a card seen by nobody must not begin a record.
    if (store().asks()) return;
    this.#chooseCards();
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-go]')) {
      button.addEventListener('click', () =>
        this.#go(this.#at + Number(button.dataset['go']), true),
      );
    }
    for (const way of this.querySelectorAll('[data-finish]')) {
      way.addEventListener('click', () => this.#finish());
    }
    window.addEventListener('hashchange', () =>
      this.#go(this.#placeOf(location.hash.slice(1)), true),
    );
    this.querySelector('.card-steps')?.removeAttribute('hidden');
    this.#go(this.#firstPlace(), false);
    // Another person's lesson begins where they are; nothing is recorded before they do something.
    store().subscribe((change) => {
      if (change !== 'switched') return;
      this.#chooseCards();
      this.#show(this.#firstPlace());
    });
  }

  /** Takes the cards that are meant for the role of the record. */
  #chooseCards(): void {
    const { role } = store().progress().settings;
    this.#cards = [...this.querySelectorAll<HTMLElement>('.card')].filter((card) => {
      const meant = card.dataset['roles'];
      const isForOthers = Boolean(role && meant && !meant.split(' ').includes(role));
      card.hidden = isForOthers;
      return !isForOthers;
    });
  }

  #placeOf(id: string): number {
    return this.#cards.findIndex((card) => card.id === id);
  }

  /** The card of the address, else the last card seen of an unfinished lesson, else the first. */
  #firstPlace(): number {
    const named = this.#placeOf(location.hash.slice(1));
    if (named >= 0) return named;
    const { done, seen } = store().progress();
    if ((this.dataset['step'] ?? '') in done) return 0;
    const latest = this.#cards
      .map((card, index) => ({ index, at: seen[card.id] ?? -1 }))
      .reduce((best, card) => (card.at >= best.at && card.at >= 0 ? card : best), {
        index: 0,
        at: -1,
      });
    return latest.index;
  }

  #show(place: number): HTMLElement | undefined {
    const card = this.#cards[place];
    if (!card) return undefined;
    this.#at = place;
    for (const other of this.#cards) other.hidden = other !== card;
    this.#tellPlace();
    this.dispatchEvent(new CustomEvent('dastak:card', { bubbles: true }));
    return card;
  }

  #go(place: number, byHand: boolean): void {
    const card = this.#show(place);
    if (!card) return;
    if (byHand) {
      history.replaceState(null, '', `#${card.id}`);
      // Firefox does not focus a legend, so the words within it stand for it.
      const head = card.querySelector<HTMLElement>('h2, .prompt');
      head?.setAttribute('tabindex', '-1');
      head?.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    }
    if (card.id && !(card.id in store().progress().seen)) {
      store().dispatch(cardSeen(card.id));
    }
  }

  #tellPlace(): void {
    const total = this.#cards.length;
    const count = this.querySelector('.card-count span');
    const bar = this.querySelector('progress');
    const [back, next] = this.querySelectorAll<HTMLButtonElement>('[data-go]');
    const isLast = this.#at === total - 1;
    if (count)
      count.textContent = fill(this.dataset['textStep'] ?? '', { number: this.#at + 1, total });
    if (bar) bar.value = (this.#at + 1) / total;
    if (back) back.disabled = this.#at === 0;
    if (next) next.hidden = isLast;
    this.querySelector<HTMLElement>('.onward')?.toggleAttribute('hidden', !isLast);
  }

  #finish(): void {
    const step = this.dataset['step'] ?? '';
    if (!(step in store().progress().done)) store().dispatch(stepDone(step));
  }
}

customElements.define('dastak-lesson', LessonElement);
