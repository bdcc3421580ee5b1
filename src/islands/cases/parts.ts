import { made } from '../dom.ts';

/**
 * A copy of what the page holds of a case.
 * @param part a CSS selector within the case; what is not there gives an empty paragraph
 */
export function copyOf(host: Element, id: string, part: string): HTMLElement {
  const found = host.querySelector(`.example [data-case="${CSS.escape(id)}"] ${part}`) ?? made('p');
  return found.cloneNode(true) as HTMLElement;
}
