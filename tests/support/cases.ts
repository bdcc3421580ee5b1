import { type CaseKey, casesToDeck, type Deck } from '../../src/domain/cases-deck.ts';
import { type Cases, decisions } from '../../src/schema/cases.ts';
import { filesOfKind } from './files.ts';

/** Every set of cases of the course, by the id of its file. */
export const courseCases: ReadonlyMap<string, { module: string; set: Cases; deck: Deck }> = new Map(
  filesOfKind('cases').map(({ module, id, data: set }) => [
    id,
    { module, set, deck: casesToDeck(set) },
  ]),
);

/**
 * A made-up deck of posts in which each decision is right equally often in each script.
 * @param count how many cases; a multiple of twelve
 */
export function madeDeck(count = 24, draw = 6): Deck {
  const scripts = ['devanagari', 'roman', 'english'];
  const cases = Array.from({ length: count }, (_, at): CaseKey => {
    const right = decisions[at % 4] ?? 'leave';
    return {
      id: `p${`${at + 1}`.padStart(2, '0')}`,
      right,
      also: [],
      signs: right === 'leave' ? [] : ['burden'],
      script: scripts[Math.floor(at / 4) % 3] ?? '',
      moves: right === 'leave' ? 'h' : 'cs',
    };
  });
  return { kind: 'posts', draw, hash: '2x', cases };
}
