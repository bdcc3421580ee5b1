import { expect, test } from '@playwright/test';
import { part } from '../../src/islands/dom.ts';

/** As much of an element as `part` needs: it holds what the selectors in `holds` name. */
const element = (name: string, holds: string[] = [], parentNode: unknown = null) =>
  ({
    nodeName: name.toUpperCase(),
    parentNode,
    querySelector: (selector: string) => (holds.includes(selector) ? { selector } : null),
  }) as unknown as Element;

test('A part is the element that the selector names', () => {
  expect(part(element('dastak-outcome', ['.bars']), '.bars')).toEqual({ selector: '.bars' });
});

test('A missed selector names the island and itself; it neither hides nor empties the island', () => {
  const outcome = element('dastak-outcome');
  const message =
    'dastak-outcome: no element matches ".bars". Correct the selector, or give the element back to ' +
    "the island's .astro file: its script shows nothing rather than half.";
  expect(() => part(outcome, '.bars')).toThrow(new Error(message));
  // Also from within: what an engineer looks for is the island.
  expect(() => part(element('figure', [], outcome), '.bars')).toThrow(new Error(message));
});
