// Does by script what `now.css` does by `:has`, where the browser knows no such selector: hides what does not fit the taps.
import { parts } from '../dom.ts';

/** What counts as tapped while nothing is. */
const OTHERWISE: Readonly<Record<string, string>> = {
  place: 'unknown',
  minor: 'unknown',
  channel: 'in-person',
};

/** Hides what does not fit the answers that are tapped now, and shows the rest. */
export function showFitting(host: HTMLElement): void {
  const answers = new Map(Object.entries(OTHERWISE));
  for (const { name, value } of parts<HTMLInputElement>(host, 'fieldset :checked')) {
    answers.set(name, value);
  }
  const danger = answers.get('danger');
  const unfit = [...answers].map(([question, answer]) => `.not-${question}-${answer}`);
  const mood = danger === 'no' ? 'danger' : 'calm';
  unfit.push(danger ? `[data-mood=${mood}]` : '.answer');
  for (const element of parts(host, '.unfit')) element.classList.remove('unfit');
  for (const element of parts(host, unfit.join())) element.classList.add('unfit');
  for (const exact of parts(host, '.exact')) {
    exact.classList.toggle('fit', exact.matches(`.exact-${answers.get('place')}`));
  }
}
