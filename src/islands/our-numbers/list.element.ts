import { localDay } from '../../domain/local-day.ts';
import { numberKey } from '../../domain/number-arrival.ts';
import type { OwnNumber } from '../../domain/own-number.ts';
import { ourNumbers } from '../../store/browser-store.ts';
import { ageOf } from './age.ts';

/** Draws the numbers of this phone, here and wherever else a `dastak-numbers` event tells of a change. */
class NumberListElement extends HTMLElement {
  connectedCallback(): void {
    for (const change of ['dastak-numbers', 'storage', 'pageshow']) {
      window.addEventListener(change, () => this.#draw());
    }
    ourNumbers().subscribe(() => this.#draw());
    this.#draw();
  }

  #draw(): void {
    const list = this.querySelector('ul') as HTMLElement;
    const numbers = ourNumbers().all();
    list.hidden = numbers.length === 0;
    list.replaceChildren(...numbers.map((number) => numberToNode(this, number)));
  }
}

/**
 * One number as a list item of a `List.astro` around it.
 * @param host the element with the template; names of kinds stand in the nearest `data-kinds` around it
 */
export function numberToNode(host: HTMLElement, number: OwnNumber): HTMLElement {
  const template = host.querySelector('template:not(.words)') as HTMLTemplateElement;
  const node = document.importNode(template.content, true).firstElementChild as HTMLElement;
  const part = (selector: string) => node.querySelector(selector) as HTMLElement;
  const kinds = JSON.parse(host.closest<HTMLElement>('[data-kinds]')?.dataset['kinds'] ?? '{}');
  const { kind, name, place } = number;
  node.dataset['key'] = numberKey(number);
  part('.kind').textContent = [kinds[kind], kinds[place]].filter(Boolean).join(': ');
  part('h3').textContent = name;
  part('.ring').setAttribute('href', `tel:${number.number}`);
  const ring = part('.ring [data-text]');
  ring.textContent = (ring.dataset['text'] ?? '').replace('{number}', number.number);
  for (const button of node.querySelectorAll<HTMLElement>('[data-do]')) {
    button.textContent = (button.dataset['text'] ?? '').replace('{name}', () => name);
  }
  ageOf(part('.age'), number, localDay(new Date()));
  return node;
}

customElements.define('dastak-number-list', NumberListElement);
