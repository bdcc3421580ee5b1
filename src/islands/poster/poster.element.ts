import { isStale } from '../../domain/ledger.ts';
import { localDay } from '../../domain/local-day.ts';
import type { OwnNumber } from '../../domain/own-number.ts';
import { ourNumbers } from '../../store/browser-store.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';

/** As many numbers of a hostel's own as stay legible on each. */
const MOST = { sheet: 6, card85: 4 } as const;

/** Puts the numbers of this phone on the poster and the cards; prints them, or draws the poster as a picture. */
class PosterElement extends HTMLElement {
  #say: Strings = () => '';

  connectedCallback(): void {
    this.#say = stringsOf(this);
    for (const button of this.querySelectorAll<HTMLButtonElement>(':disabled')) {
      button.disabled = false;
    }
    this.#part('[data-do=share]').hidden = !navigator.canShare?.({
      files: [new File([], 'a.png', { type: 'image/png' })],
    });
    this.addEventListener('click', ({ target }) => {
      const action = (target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
      if (action === 'print') print();
      else if (action) this.#picture(action);
    });
    for (const change of ['storage', 'pageshow']) {
      window.addEventListener(change, () => this.#draw());
    }
    ourNumbers().subscribe(() => this.#draw());
    this.#draw();
  }

  #part(selector: string): HTMLElement {
    return this.querySelector(selector) as HTMLElement;
  }

  #draw(): void {
    const numbers = ourNumbers().all();
    for (const line of this.querySelectorAll('[data-phone]')) line.remove();
    for (const list of this.querySelectorAll('.own ul, ul.own')) {
      const isCard = list.closest('.card85') !== null;
      list.prepend(...numbers.map((number) => this.#line(number, isCard)));
      const most = isCard ? MOST.card85 : MOST.sheet;
      for (const [index, line] of [...list.children].entries()) {
        (line as HTMLElement).hidden = index >= most;
      }
    }
    this.#part('.block.own').hidden = this.querySelector('.block.own li') === null;
  }

  #line({ name, number, on }: OwnNumber, isCard: boolean): HTMLElement {
    const { content } = this.#part('template.line') as HTMLTemplateElement;
    const line = document.importNode(content, true).firstElementChild as HTMLElement;
    const part = (selector: string) => line.querySelector(selector) as HTMLElement;
    line.dataset['phone'] = '';
    part('.who').textContent = name;
    part('b').textContent = number;
    if (isCard) part('small').remove();
    for (const told of line.querySelectorAll<HTMLElement>('small span')) {
      const isOld = on !== '' && isStale(on, localDay(new Date()));
      const date = new Intl.DateTimeFormat(told.lang, { dateStyle: 'medium' });
      const key = on ? (isOld ? 'textStale' : 'textTested') : 'textUntested';
      const day = on && date.format(new Date(`${on}T12:00:00`));
      told.textContent = (told.dataset[key] ?? '').replace('{date}', day);
      if (isOld) told.dataset['stale'] = 'yes';
    }
    return line;
  }

  #picture(action: string): void {
    const told = this.#part('.told');
    import('./picture.ts')
      .then((picture) => picture.sheetToFile(this.#part('.sheet'), this.#say('picture-name')))
      .then(async (file) => {
        if (action === 'share') await navigator.share({ files: [file] }).catch(() => undefined);
        else save(file);
        told.textContent = this.#say('drawn');
      })
      .catch(() => {
        told.textContent = this.#say('not-drawn');
      });
  }
}

function save(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

customElements.define('dastak-poster', PosterElement);
