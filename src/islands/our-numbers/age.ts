import { isStale } from '../../domain/ledger.ts';

/**
 * Says who rang a number and when, or that nobody has, by the phone's own clock.
 * @param age carries the texts `tested`, `untested` and `stale`
 * @param today the phone's own day, see `localDay`
 */
export function ageOf(age: HTMLElement, tested: { by: string; on: string }, today: string): void {
  const { textTested = '', textUntested = '', textStale = '' } = age.dataset;
  delete age.dataset['stale'];
  if (!tested.on) {
    age.textContent = textUntested;
    return;
  }
  const isOld = isStale(tested.on, today);
  const { lang } = document.documentElement;
  const date = new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }).format(
    new Date(`${tested.on}T12:00:00`),
  );
  const told = textTested.replace('{date}', date).replace('{who}', () => tested.by);
  age.textContent = isOld ? `${told} ${textStale}` : told;
  if (isOld) age.dataset['stale'] = 'yes';
}
