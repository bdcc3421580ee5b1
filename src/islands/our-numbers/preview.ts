import { localDay } from '../../domain/local-day.ts';
import type { Arrival } from '../../domain/number-arrival.ts';
import type { OwnNumber } from '../../domain/own-number.ts';
import { made, part, refill } from '../dom.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';
import { showAge } from './age.ts';

/** Shows what numbers from elsewhere would change, digit by digit, and takes the reader there. */
export function showArrival(host: HTMLElement, say: Strings, { added, changed }: Arrival): void {
  const lists = { 'arrived-added': added, 'arrived-changed': changed };
  refill(
    part(host, '.arriving'),
    ...Object.entries(lists).flatMap(([key, numbers]) =>
      numbers.length > 0 ? [made('h3', say(key)), listed(host, numbers)] : [],
    ),
  );
  part(host, '.arrived h2').focus();
}

function listed(host: HTMLElement, numbers: readonly OwnNumber[]): HTMLElement {
  const kinds = JSON.parse(host.dataset['kinds'] ?? '{}');
  const say = stringsOf(part(host, 'dastak-number-list'));
  const items = numbers.map((number) => {
    const age = made('p.small.age');
    showAge(age, number, say, localDay(new Date()));
    const who = [kinds[number.kind], kinds[number.place]].filter(Boolean).join(' · ');
    return made('li', `${who}: ${number.name}`, made('strong', number.number), age);
  });
  return made('ul.bare', ...items);
}
