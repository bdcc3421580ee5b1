import type { Cache } from '../cache.ts';
import type { Content } from '../reading/content.ts';
import { inEachYaml } from '../reading/each-file.ts';
import { listOf, textsOf, walk } from '../reading/value.ts';

/** Every id under a `sources:` of a YAML file, with its place; the ledger of sources and the interface texts name none. */
export function namedSources(
  content: Content,
  cache: Cache,
): { file: string; line: number; id: string }[] {
  return inEachYaml(content, cache, 'sources', ({ path: file, kind, value }) =>
    kind.name === 'sources' || kind.name === 'ui'
      ? []
      : walk(value).flatMap((step) =>
          textsOf(listOf(step.value, 'sources')).map(({ text: id, line }) => ({ file, line, id })),
        ),
  );
}
