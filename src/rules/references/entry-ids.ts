import type { Problem } from '../problem.ts';
import { type Content, ledgerIds, type Named, namedIn, yamlAt } from '../reading/content.ts';
import { listOf } from '../reading/value.ts';

/** Two entries of one ledger never share an id. */
export function entryIdsProblems(content: Content): Problem[] {
  const places = yamlAt(content, 'content/places.yml');
  const districts = listOf(places, 'districts');
  const lists: [file: string, entries: Named[]][] = [
    ...(['sources', 'helplines', 'glossary'] as const).map((ledger): [string, Named[]] => [
      `content/${ledger}.yml`,
      ledgerIds(content, ledger) ?? [],
    ]),
    ['content/places.yml', namedIn(listOf(places, 'states'))],
    ['content/places.yml', namedIn(districts)],
    ['content/places.yml', namedIn(districts.flatMap((district) => listOf(district, 'police')))],
    ['content/site.yml', namedIn(listOf(yamlAt(content, 'content/site.yml'), 'contacts'))],
  ];
  return lists.flatMap(([file, entries]) =>
    entries.flatMap(({ id, line }, index) => {
      const first = entries.find((entry) => entry.id === id);
      if (!first || entries.indexOf(first) === index) return [];
      return [
        {
          ...{ file, line, value: id },
          message: `Two entries have the id “${id}”; the first is in line ${first.line}.`,
          instead: `Give this entry an id of its own, for example “${id}-2”, or take it out.`,
          why: 'What refers to an id has to lead to one entry.',
        },
      ];
    }),
  );
}
