import type { Deck } from './cases-deck.ts';
import { chance } from './chance.ts';

/**
 * Draws cases so that each decision is right about as often as any other, and posts of every script come up; of those
 * that fit equally well the ones that the learner has met least.
 * @param met how often the learner has met each case, by id
 * @returns ids in the order in which the cases come up
 */
export function drawCases(
  { cases, draw }: Deck,
  seed: number,
  met: Readonly<Record<string, number>> = {},
): string[] {
  const drawn: (typeof cases)[number][] = [];
  const count = (is: (one: (typeof cases)[number]) => boolean) => drawn.filter(is).length;
  while (drawn.length < Math.min(draw, cases.length)) {
    const [next] = cases
      .filter((one) => !drawn.includes(one))
      .map((one) => ({
        one,
        rank: [
          count(({ right }) => right === one.right),
          count(({ script }) => script === one.script),
          met[one.id] ?? 0,
          chance(seed, one.id),
        ],
      }))
      .sort((a, b) => compared(a.rank, b.rank));
    if (next) drawn.push(next.one);
  }
  // Drawn by turns, so that the decisions would come up by turns.
  return shuffled(
    seed,
    drawn.map(({ id }) => id),
  );
}

const compared = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** Ids or letters in an order that the seed fixes. */
export const shuffled = (seed: number, ids: readonly string[], salt = ''): string[] =>
  ids
    .map((id) => ({ id, at: chance(seed, `order ${salt}${id}`) }))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
