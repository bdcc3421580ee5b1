import { isStale } from '../../domain/ledger.ts';
import { localDay } from '../../domain/local-day.ts';
import type { OwnNumber } from '../../domain/own-number.ts';
import { dayInWords } from '../../i18n/day.ts';
import { followNumbers, ourNumbers } from '../../store/browser-numbers.ts';
import { copied, enable, onPress, part, parts } from '../dom.ts';
import { canShare, download, share } from '../share.ts';
import { stringsOf } from '../strings/strings.ts';

/** As many numbers of a hostel's own as stay legible on each. */
const MOST = { sheet: 6, card85: 4 } as const;

/** Puts the numbers of this phone on the poster and the cards; prints them, or draws the poster as a picture. */
class PosterElement extends HTMLElement {
  readonly #say = stringsOf(this);

  connectedCallback(): void {
    enable(this);
    const picture = new File([], 'a.png', { type: 'image/png' });
    part(this, '[data-do=share]').hidden = !canShare([picture]);
    onPress(this, ({ dataset: { do: action } }) => {
      if (action === 'print') print();
      else if (action) this.#picture(action);
    });
    followNumbers(() => this.#draw());
  }

  #draw(): void {
    const numbers = ourNumbers().all();
    for (const line of parts(this, '[data-phone]')) line.remove();
    for (const list of parts(this, '.own ul, ul.own')) {
      const isCard = list.closest('.card85') !== null;
      list.prepend(...numbers.map((number) => this.#line(number, isCard)));
      const most = isCard ? MOST.card85 : MOST.sheet;
      for (const [index, line] of [...list.children].entries()) {
        (line as HTMLElement).hidden = index >= most;
      }
    }
    part(this, '.block.own').hidden = this.querySelector('.block.own li') === null;
    const shown = parts(this, '.sheet .digits, .block.own li:not([hidden])');
    const isUndated = shown.some((number) => number.querySelector('small') === null);
    for (const line of parts(this, '.undated')) line.hidden = !isUndated;
  }

  #line({ name, number, on, by }: OwnNumber, isCard: boolean): HTMLElement {
    const line = copied(part<HTMLTemplateElement>(this, 'template.line'));
    line.dataset['phone'] = '';
    part(line, '.who').textContent = name;
    part(line, 'b').textContent = number;
    if (isCard || !on) part(line, 'small').remove();
    for (const age of parts(line, 'small span')) {
      const isOld = isStale(on, localDay(new Date()));
      const date = dayInWords(on, age.lang, 'short');
      age.textContent = stringsOf(this, age.lang)(isOld ? 'stale' : 'tested', { date, who: by });
      if (isOld) age.dataset['stale'] = 'yes';
    }
    return line;
  }

  #picture(action: string): void {
    const message = part(this, '.message');
    import('./picture.ts')
      .then((picture) => picture.sheetToFile(part(this, '.sheet'), this.#say('picture-name')))
      .then(async (file) => {
        if (action === 'share') await share({ files: [file] });
        else download(file, file.name);
        message.textContent = this.#say('drawn');
      })
      .catch(() => {
        message.textContent = this.#say('not-drawn');
      });
  }
}

customElements.define('dastak-poster', PosterElement);
