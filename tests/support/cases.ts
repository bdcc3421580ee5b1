import { type CaseKey, casesToDeck, type Deck } from '../../src/domain/cases-deck.ts';
import type { ContentFile } from '../../src/rules/problem.ts';
import { type Cases, decisions } from '../../src/schema/cases.ts';
import { filesOfKind, once } from './files.ts';
import { courseSite } from './sites.ts';

/** Sets of cases by the id of their files. */
type CaseSets = ReadonlyMap<string, { module: string; set: Cases; deck: Deck }>;

/** Every set of cases among some content files. */
export const casesIn = (files: readonly ContentFile[]): CaseSets =>
  new Map(
    filesOfKind(files, 'cases').map(({ module, id, data: set }) => [
      id,
      { module, set, deck: casesToDeck(set) },
    ]),
  );

/** Every set of cases of the course. */
export const courseCases = once(() => casesIn(courseSite.files));

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
