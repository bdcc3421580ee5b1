import { id as idSchema } from '../../schema/words.ts';
import { type Cache, noCache } from '../cache.ts';
import type { Problem } from '../problem.ts';
import { type Content, ledgerIds } from '../reading/content.ts';
import { namedSources } from './named-sources.ts';

/** Every source is used: cited in a lesson, or named by a question or a helpline. */
export function unusedSourcesProblems(content: Content, cache: Cache = noCache): Problem[] {
  const used = new Set(namedSources(content, cache).map(({ id }) => id));
  for (const { tags } of content.lessons) {
    for (const { name, attributes } of tags) {
      const id = attributes.get('id');
      if (name === 'Cite' && id) used.add(id);
    }
  }
  // A file that is not read here may use a source all the same.
  const unread = [
    ...content.lessons.filter(({ isWhole }) => !isWhole).map(({ text }) => text),
    ...[...content.unreadable].map((path) => content.paths.get(path)?.text ?? ''),
  ];
  return (ledgerIds(content, 'sources') ?? [])
    .filter(({ id }) => idSchema.safeParse(id).success)
    .filter(({ id }) => !used.has(id) && !unread.some((text) => text.includes(id)))
    .map(({ id, line }) => ({
      file: 'content/sources.yml',
      line,
      value: id,
      message: `Nothing in the course uses the source “${id}”.`,
      instead: `Write <Cite id="${id}" /> after the sentence that rests on it, or take the entry out.`,
      why: 'The list of sources shows what the course rests on, and no more.',
    }));
}
