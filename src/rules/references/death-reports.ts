import type { Problem } from '../problem.ts';
import { type Content, ledgerIds } from '../reading/content.ts';
import { fieldOf, textOf } from '../reading/value.ts';

/** Words by which the address of a news item shows that it tells of a death. */
const DEATH = /(?<![a-z])(?:dies|died|found-dead)(?![a-z])/;

/** A report of somebody's death is named and never linked; every other source has its address. */
export function deathReportsProblems(content: Content): Problem[] {
  return (ledgerIds(content, 'sources') ?? []).flatMap(({ id, line, entry }) => {
    const address = fieldOf(entry, 'address');
    const isDeath = textOf(fieldOf(entry, 'report')) === 'death';
    const word = DEATH.exec(textOf(address) ?? '')?.[0];
    const problem = (fault: Pick<Problem, 'line' | 'message' | 'instead'>): Problem => ({
      ...{ file: 'content/sources.yml', value: id, ...fault },
      why: 'Such a report often tells how and where; a link would lead a learner there.',
    });
    if (isDeath && address)
      return problem({
        line: address.line,
        message: `The source “${id}” is a report of a death and has an address.`,
        instead: 'Take the address out; the title and the publisher name the report.',
      });
    if (word && address)
      return problem({
        line: address.line,
        message: `The address of the source “${id}” reads like a report of a death: “${word}”.`,
        instead:
          'Rest the statement on another source; if there is none, take the address out and write “report: death”.',
      });
    if (!(isDeath || address))
      return problem({
        line,
        message: `The source “${id}” has no address.`,
        instead: 'Write under “address” where it can be read; only “report: death” goes without.',
      });
    return [];
  });
}
