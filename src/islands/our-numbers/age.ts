import { isStale } from '../../domain/ledger.ts';
import { dayInWords } from '../../i18n/day.ts';
import type { Strings } from '../strings/strings.ts';

/**
 * Says who rang a number and when, or that nobody has, by the phone's own clock.
 * @param say holds the texts `tested`, `untested` and `stale`
 * @param today the phone's own day, see `localDay`
 */
export function showAge(
  age: HTMLElement,
  tested: { by: string; on: string },
  say: Strings,
  today: string,
): void {
  delete age.dataset['stale'];
  if (!tested.on) {
    age.textContent = say('untested');
    return;
  }
  const date = dayInWords(tested.on, document.documentElement.lang, 'short');
  const text = say('tested', { date, who: tested.by });
  const isOld = isStale(tested.on, today);
  age.textContent = isOld ? `${text} ${say('stale')}` : text;
  if (isOld) age.dataset['stale'] = 'yes';
}
