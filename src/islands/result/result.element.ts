import { fill } from '../../i18n/fill.ts';
import { store } from '../../store/browser-store.ts';

/** Counts the questions of its page: open ones, right at the first try, and those worth another look. */
class ResultElement extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('dastak:card', () => {
      this.#redraw();
      if (!this.checkVisibility()) return;
      // Who ends a check means to come back: the moment to ask that the record be kept, or to remind of the code.
      void navigator.storage?.persist?.().catch(() => undefined);
      import('../reminder/reminder.element.ts').catch(() => {});
      import('../install/install.element.ts').catch(() => {});
    });
    this.#redraw(); // and again once the questions of the page have said what became of their first tries:
    store().subscribe(() => queueMicrotask(() => this.#redraw()));
  }

  #redraw(): void {
    const { role } = document.documentElement.dataset;
    const others = role ? `[data-roles]:not([data-roles~=${role}]) *` : 'none';
    const questions = [...document.querySelectorAll<HTMLElement>(`dastak-question:not(${others})`)];
    const withFirst = (first?: string) =>
      questions.filter(({ dataset }) => dataset['first'] === first);
    const {
      starting,
      textStarting = '',
      textResult = '',
      textOne = '',
      textOther = '',
    } = this.dataset;
    const open = withFirst(undefined);
    const total = questions.length - withFirst('noted').length;
    const result = fill(textResult, { right: withFirst('right').length, total });
    this.#say('.result', starting ? (open.length === 0 ? textStarting : '') : result);
    this.#say(
      '.open',
      open.length > 0 ? fill(open.length === 1 ? textOne : textOther, { count: open.length }) : '',
    );
    const again = [...open, ...(starting ? [] : withFirst('wrong'))];
    this.querySelector('.look')?.toggleAttribute('hidden', again.length === 0);
    this.querySelector('ul')?.replaceChildren(...again.map(linkTo));
  }

  #say(place: string, text: string): void {
    const line = this.querySelector(place);
    if (line) line.textContent = text;
  }
}

function linkTo(question: HTMLElement): HTMLElement {
  const link = document.createElement('a');
  link.href = `#${question.closest('.card')?.id ?? ''}`;
  link.textContent = question.querySelector('.prompt')?.textContent ?? '';
  const item = document.createElement('li');
  item.append(link);
  return item;
}

customElements.define('dastak-result', ResultElement);
