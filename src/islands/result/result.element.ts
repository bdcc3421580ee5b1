import { type ItemKind, judge } from '../../domain/judge.ts';
import { fill } from '../../i18n/fill.ts';
import { store } from '../../store/browser-store.ts';

/** Counts the questions of its page: open ones, right at the first try, and those worth another look. */
class ResultElement extends HTMLElement {
  connectedCallback(): void {
    this.#redraw();
    store().subscribe(() => this.#redraw());
  }

  #redraw(): void {
    const { answers } = store().progress();
    const role = document.documentElement.dataset['role'];
    const questions = [...document.querySelectorAll<HTMLElement>('dastak-question')].filter(
      (question) => {
        const meant = question.closest<HTMLElement>('.card')?.dataset['roles'];
        return !role || !meant || meant.split(' ').includes(role);
      },
    );
    const verdicts = questions.map((question) => {
      const key = {
        kind: question.dataset['kind'] as ItemKind,
        right: (question.dataset['right'] ?? '').split(' ').filter(Boolean),
      };
      const first = answers[question.dataset['item'] ?? '']?.[0];
      return { question, verdict: first ? judge(key, first.choice) : 'open' };
    });
    const count = (wanted: string) => verdicts.filter(({ verdict }) => verdict === wanted).length;
    const open = count('open');
    const isStarting = this.dataset['starting'] === 'yes';

    const told = this.querySelector('.result');
    if (told) {
      told.textContent = isStarting
        ? open === 0
          ? (this.dataset['textStarting'] ?? '')
          : ''
        : fill(this.dataset['textResult'] ?? '', {
            right: count('right'),
            total: questions.length - count('noted'),
          });
    }
    const remaining = this.querySelector<HTMLElement>('.open');
    if (remaining) {
      remaining.hidden = open === 0;
      remaining.textContent = fill(
        (open === 1 ? this.dataset['textOne'] : this.dataset['textOther']) ?? '',
        { count: open },
      );
    }
    this.#listWorthALook(
      verdicts
        .filter(({ verdict }) => verdict === 'open' || (verdict === 'wrong' && !isStarting))
        .map(({ question }) => question),
    );
  }

  #listWorthALook(questions: HTMLElement[]): void {
    const box = this.querySelector<HTMLElement>('.look');
    if (box) box.hidden = questions.length === 0;
    this.querySelector('ul')?.replaceChildren(
      ...questions.map((question) => {
        const link = document.createElement('a');
        link.href = `#${question.closest('.card')?.id ?? ''}`;
        link.textContent = question.querySelector('legend')?.textContent ?? '';
        const item = document.createElement('li');
        item.append(link);
        return item;
      }),
    );
  }
}

customElements.define('dastak-result', ResultElement);
