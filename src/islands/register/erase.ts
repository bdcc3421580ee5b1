import { part } from '../dom.ts';
import type { Strings } from '../strings/strings.ts';

/**
 * Goes through the three taps of erasing: asked, sure, for good.
 * @param count how many people there are to erase
 * @param action what was pressed: `erase`, `erase-yes`, `erase-last` or `erase-no`
 */
export function askToErase(host: HTMLElement, say: Strings, count: number, action: string): void {
  const isOpen = action === 'erase' || action === 'erase-yes';
  part(host, '.sure').hidden = !isOpen;
  part(host, '[data-do=erase-yes]').hidden = action !== 'erase';
  const last = part(host, '[data-do=erase-last]');
  last.hidden = action !== 'erase-yes';
  const text = part(host, '.sure-text');
  if (action === 'erase') text.textContent = say('erase-sure', { count });
  const focused = action === 'erase' ? text : isOpen ? last : part(host, '#erase');
  focused.focus();
}
