import { cardSeen, stepDone } from '../../domain/actions.ts';
import { store } from '../../store/browser-store.ts';
import { part, parts } from '../dom.ts';
import { follow } from '../follow.ts';
import { stringsOf } from '../strings/strings.ts';

/** Shows one card at a time, keeps the place, and marks the lesson finished when its last card is read or left forwards. */
class LessonElement extends HTMLElement {
  readonly #say = stringsOf(this);
  #cards: HTMLElement[] = [];
  #at = 0;

  connectedCallback(): void {
    // On a shared phone the page is left at once; a card seen by nobody must not begin a record.
    if (store().asks()) return;
    this.#chooseCards();
    for (const button of parts(this, '[data-go]')) {
      button.addEventListener('click', () =>
        this.#go(this.#at + Number(button.dataset['go']), true),
      );
    }
    for (const way of parts(this, '[data-finish]')) {
      way.addEventListener('click', () => this.#finish());
    }
    this.addEventListener('dastak:answered', () => this.#finishIfRead());
    this.addEventListener('dastak:onward', ({ target }) => {
      const card = this.#cards[this.#at];
      if (target instanceof Element && card?.contains(target)) this.#go(this.#at + 1, true);
    });
    window.addEventListener('hashchange', () =>
      this.#go(this.#placeOf(location.hash.slice(1)), true),
    );
    part(this, '.card-steps').hidden = false;
    this.#go(this.#firstPlace(), false);
    // Another person's lesson begins where they are; nothing is recorded before they do something.
    follow((change) => {
      if (change !== 'switched') return;
      this.#chooseCards();
      this.#show(this.#firstPlace());
    });
  }

  /** Takes the cards that are meant for the role of the record. */
  #chooseCards(): void {
    const { role } = store().progress().settings;
    this.#cards = parts(this, '.card').filter((card) => {
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
    this.#showPlace();
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
    if (card.id && !(card.id in store().progress().seen)) store().dispatch(cardSeen(card.id));
    this.#finishIfRead();
  }

  #showPlace(): void {
    // What a check has come to is no question and is not counted as one.
    const total = this.#cards.filter((card) => !card.matches('.result-card')).length;
    const number = this.#at + 1;
    const isLast = number === this.#cards.length;
    const count = number > total ? '' : this.#say('step', { number, total });
    part(this, '.card-count span').textContent = count;
    part<HTMLProgressElement>(this, 'progress').value = number / this.#cards.length;
    part<HTMLButtonElement>(this, '[data-go="-1"]').disabled = number === 1;
    part(this, '[data-go="1"]').hidden = isLast;
    part(this, '.onward').hidden = !isLast;
  }

  /** The last card is read once it is shown and its question answered; what a check has come to, once all of them are. */
  #finishIfRead(): void {
    const [last] = this.#cards.slice(-1);
    if (!last || this.#cards[this.#at] !== last) return;
    const { answers } = store().progress();
    const asking = last.matches('.result-card') ? this.#cards : [last];
    const asked = asking.filter((card) => card.querySelector('dastak-question'));
    if (asked.every(({ id }) => id in answers)) this.#finish();
  }

  #finish(): void {
    const step = this.dataset['step'] ?? '';
    if (!(step in store().progress().done)) store().dispatch(stepDone(step));
  }
}

customElements.define('dastak-lesson', LessonElement);
