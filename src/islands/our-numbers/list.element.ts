import { numberToLink } from '../../domain/ledger.ts';
import { localDay } from '../../domain/local-day.ts';
import { numberKey } from '../../domain/number-arrival.ts';
import type { OwnNumber } from '../../domain/own-number.ts';
import { followNumbers, ourNumbers } from '../../store/browser-numbers.ts';
import { copied, part, parts, refill } from '../dom.ts';
import { type Strings, stringsOf } from '../strings/strings.ts';
import { showAge } from './age.ts';

/** Draws the numbers of this phone, and draws them anew after every change. */
class NumberListElement extends HTMLElement {
  connectedCallback(): void {
    const say = stringsOf(this);
    followNumbers(() => {
      const list = part(this, 'ul');
      const numbers = ourNumbers().all();
      list.hidden = numbers.length === 0;
      this.closest('[data-kinds]')?.toggleAttribute('data-filled', numbers.length > 0);
      refill(list, ...numbers.map((number) => numberToNode(this, number, say)));
    });
  }
}

/**
 * One number as a list item of a `List.astro` around it.
 * @param host the element with the template; names of kinds stand in the nearest `data-kinds` around it
 */
function numberToNode(host: HTMLElement, number: OwnNumber, say: Strings): HTMLElement {
  const node = copied(part<HTMLTemplateElement>(host, 'template.entry'));
  const kinds = JSON.parse(host.closest<HTMLElement>('[data-kinds]')?.dataset['kinds'] ?? '{}');
  const { kind, name, place } = number;
  node.dataset['key'] = numberKey(number);
  part(node, '.kind').textContent = [kinds[kind], kinds[place]].filter(Boolean).join(': ');
  part(node, 'h3').textContent = name;
  part(node, '.ring').setAttribute('href', numberToLink(number.number));
  part(node, '.ring .word').textContent = say('ring', { number: number.number });
  for (const button of parts(node, '[data-do]')) {
    button.textContent = say(button.dataset['do'] ?? '', { name });
  }
  showAge(part(node, '.age'), number, say, localDay(new Date()));
  return node;
}

customElements.define('dastak-number-list', NumberListElement);
