import { type Cache, noCache } from '../cache.ts';
import { isWords } from '../files/schema-shape.ts';
import { type SchemaStep, schemaSteps } from '../files/schema-steps.ts';
import type { Problem } from '../problem.ts';
import { type Content, ledgerIds, type YamlFile } from '../reading/content.ts';
import { inEachYaml } from '../reading/each-file.ts';
import { suggestion } from './edit-distance.ts';

/** Braces stand only where a helpline's name is put in, and name a helpline. Interface texts, which have places of their own, are compared by the rule on them. */
export function bracesProblems(content: Content, cache: Cache = noCache): Problem[] {
  const helplines = ledgerIds(content, 'helplines')?.map(({ id }) => id);
  const fileProblems = ({ path, kind, value: root }: YamlFile) =>
    (kind.schema ? schemaSteps(kind.schema, root) : [])
      .filter(({ schema, value }) => isWords(schema) && value.kind === 'map')
      .flatMap((step) => wordsProblems(path, step, helplines));
  return inEachYaml(content, cache, 'braces', fileProblems, [JSON.stringify(helplines ?? null)]);
}

function wordsProblems(
  file: string,
  { value: words, meta }: SchemaStep,
  helplines: readonly string[] | undefined,
): Problem[] {
  return words.fields.flatMap(({ value: { written: text, line } }) =>
    [...text.matchAll(/\{([^}]*)\}?/g)].flatMap(([written, inner = '']) => {
      const [, id] = (meta.hasHelplines && /^helpline:(.+)$/.exec(inner)) || [];
      if (id && (helplines === undefined || helplines.includes(id))) return [];
      return {
        ...{ file, line, value: written },
        message: `“${written}” stands for nothing.`,
        instead: insteadOf(id, meta.hasHelplines, helplines),
        why: 'The name is put in from content/helplines.yml.',
      };
    }),
  );
}

function insteadOf(
  id: string | undefined,
  hasHelplines: boolean | undefined,
  helplines: readonly string[] = [],
): string {
  if (id) return suggestion(id, helplines, 'helplines');
  if (!hasHelplines)
    return 'Write the text without braces; names are put in only where somebody speaks in a conversation.';
  return 'Write {helpline:tele-manas} where the name of a helpline is to stand, and no other braces.';
}
