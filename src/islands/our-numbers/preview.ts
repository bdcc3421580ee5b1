import { localDay } from '../../domain/local-day.ts';
import type { Arrival } from '../../domain/number-arrival.ts';
import type { OwnNumber } from '../../domain/own-number.ts';
import type { Strings } from '../strings/strings.ts';
import { ageOf } from './age.ts';

/** Shows what numbers from elsewhere would change, digit by digit, and takes the reader there. */
export function showArrival(host: HTMLElement, say: Strings, { added, changed }: Arrival): void {
  const lists = { 'arrived-added': added, 'arrived-changed': changed };
  host
    .querySelector('.arriving')
    ?.replaceChildren(
      ...Object.entries(lists).flatMap(([key, numbers]) =>
        numbers.length > 0 ? [titled(say(key)), listed(host, numbers)] : [],
      ),
    );
  host.querySelector<HTMLElement>('.arrived h2')?.focus();
}

function titled(text: string): HTMLElement {
  const title = document.createElement('h3');
  title.textContent = text;
  return title;
}

function listed(host: HTMLElement, numbers: readonly OwnNumber[]): HTMLElement {
  const kinds = JSON.parse(host.dataset['kinds'] ?? '{}');
  const template = host.querySelector('template:not(.words)') as HTMLTemplateElement;
  const list = document.createElement('ul');
  list.append(
    ...numbers.map((number) => {
      const item = document.createElement('li');
      const digits = document.createElement('strong');
      const age = template.content.querySelector('.age')?.cloneNode() as HTMLElement;
      digits.textContent = number.number;
      ageOf(age, number, localDay(new Date()));
      const who = [kinds[number.kind], kinds[number.place]].filter(Boolean).join(' · ');
      item.append(`${who}: ${number.name}`, digits, age);
      return item;
    }),
  );
  return list;
}
