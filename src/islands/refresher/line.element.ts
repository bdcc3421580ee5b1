import { refreshersOf } from '../../domain/refresher.ts';
import { dayInWords } from '../../i18n/day.ts';
import { store } from '../../store/browser-store.ts';
import { parts, showOnly } from '../dom.ts';
import { follow } from '../follow.ts';
import { stringsOf } from '../strings/strings.ts';
import { todayIn } from './day.ts';

/** Says when the next refresher is. */
class RefresherLineElement extends HTMLElement {
  connectedCallback(): void {
    const say = stringsOf(this);
    const { zone = '', locale = '' } = this.dataset;
    follow(() => {
      const refreshers = refreshersOf(store().progress(), zone, todayIn(zone));
      this.hidden = !refreshers;
      if (!refreshers) return;
      const { next, state } = refreshers;
      showOnly(this, 'state', state);
      const text = say(`line-${state}`, { date: dayInWords(next, locale) });
      for (const place of parts(this, '[data-say]')) place.textContent = text;
    });
  }
}

customElements.define('dastak-refresher-line', RefresherLineElement);
