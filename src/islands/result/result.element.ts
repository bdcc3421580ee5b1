import { store } from '../../store/browser-store.ts';
import { made, part, parts, refill } from '../dom.ts';
import { follow } from '../follow.ts';
import { stringsOf } from '../strings/strings.ts';

/** Counts the questions of its page: open ones, right at the first try, and those worth another look. */
class ResultElement extends HTMLElement {
  readonly #say = stringsOf(this);

  connectedCallback(): void {
    document.addEventListener('dastak:card', () => {
      this.#redraw();
      if (this.getClientRects().length === 0) return;
      // Who ends a check means to come back: the moment to ask that the record be kept, or to remind of the code.
      void navigator.storage?.persist?.().catch(() => undefined);
      import('../reminder/reminder.element.ts').catch(() => {});
      import('../install/install.element.ts').catch(() => {});
    });
    // Once the questions of the page have said what became of their first tries.
    follow(() => queueMicrotask(() => this.#redraw()));
  }

  #redraw(): void {
    const { role } = store().progress().settings;
    const others = role ? `[data-roles]:not([data-roles~="${CSS.escape(role)}"])` : 'none';
    const questions = parts(document.body, 'dastak-question').filter(
      (question) => !question.parentElement?.closest(others),
    );
    const withFirst = (first?: string) =>
      questions.filter(({ dataset }) => dataset['first'] === first);
    const isStarting = 'starting' in this.dataset;
    const open = withFirst(undefined);
    const count = open.length;
    const total = questions.length - withFirst('noted').length;
    const result = this.#say('result', { right: withFirst('right').length, total });
    const starting = count === 0 ? this.#say('result-starting') : '';
    part(this, '.result').textContent = isStarting ? starting : result;
    part(this, '.open').textContent = count > 0 ? this.#say('open', { count }) : '';
    const again = [...open, ...(isStarting ? [] : withFirst('wrong'))];
    part(this, '.look').hidden = again.length === 0;
    refill(part(this, 'ul'), ...again.map(linkTo));
  }
}

function linkTo(question: HTMLElement): HTMLElement {
  const link = made('a', part(question, '.prompt').textContent);
  link.setAttribute('href', `#${question.closest('.card')?.id ?? ''}`);
  return made('li', link);
}

customElements.define('dastak-result', ResultElement);
