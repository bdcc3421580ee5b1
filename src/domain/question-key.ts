import type { Item } from '../schema/quiz.ts';
import type { Key } from './judge.ts';

/** The key by which a question of `quiz.yml` is judged. */
export function itemToKey(item: Item): Key {
  if (item.kind === 'scale') return { kind: 'scale', right: [] };
  if (item.kind === 'rewrite') return { kind: 'rewrite', right: [item.verdict] };
  if (item.kind === 'order') return { kind: 'order', right: item.options.map(({ id }) => id) };
  return { kind: item.kind, right: item.options.filter(({ right }) => right).map(({ id }) => id) };
}

/**
 * The order in which steps are shown before anybody has sorted them: turned by an amount that the id fixes,
 * never the right order, so that page and test agree without chance.
 */
export function scrambled<Step>(steps: readonly Step[], id: string): Step[] {
  const sum = [...id].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const turn = 1 + (sum % (steps.length - 1));
  return [...steps.slice(turn), ...steps.slice(0, turn)];
}
