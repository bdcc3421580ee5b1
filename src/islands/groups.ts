import { made, part, refill } from './dom.ts';

/**
 * Puts the groups of a code into a `Groups.astro`.
 * @param summary what stands above them while they are folded
 */
export function fillGroups(box: HTMLElement, groups: readonly string[], summary: string): void {
  part(box, 'summary').textContent = summary;
  refill(part(box, '.groups'), ...groups.map((group) => made('li', group)));
}

/** Unfolds them. @returns the list */
export function openGroups(box: HTMLElement): HTMLElement {
  (box as HTMLDetailsElement).open = true;
  return part(box, '.groups');
}
