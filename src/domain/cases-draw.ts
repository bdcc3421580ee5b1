import type { Deck } from './cases-deck.ts';
import { chance } from './chance.ts';

/**
 * Draws cases so that each decision is right at least once where the draw has room for all; then those that the learner
 * has met least. Of those met equally often no decision is right so often or so evenly that it could be counted out, and
 * posts of every script come up.
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
          Math.min(
            1,
            count(({ right }) => right === one.right),
          ),
          met[one.id] ?? 0,
          count(({ right }) => right === one.right) + lead(seed, one.right),
          count(({ script }) => script === one.script),
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

/** How many more of the other decisions come first: 0 to 2, so that no decision has a fixed share of a run. */
const lead = (seed: number, decision: string): number =>
  Math.floor(3 * chance(seed, `lead ${decision}`));

const compared = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** Ids or letters in an order that the seed fixes. */
export const shuffled = (seed: number, ids: readonly string[], salt = ''): string[] =>
  ids
    .map((id) => ({ id, at: chance(seed, `order ${salt}${id}`) }))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
