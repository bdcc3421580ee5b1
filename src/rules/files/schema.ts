import type { z } from 'astro/zod';
import { type Cache, noCache } from '../cache.ts';
import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { inEachYaml } from '../reading/each-file.ts';
import { follow, type Value, valueToData } from '../reading/value.ts';
import { nearest } from '../references/edit-distance.ts';
import { type Issue, issueToWords } from './schema-messages.ts';
import { typeAt } from './schema-shape.ts';

/** Every file has the entries of its kind, and no others. */
export function schemaProblems(content: Content, cache: Cache = noCache): Problem[] {
  const { lessons, kinds } = content;
  const ofLesson = kinds.find(({ name }) => name === 'lesson')?.schema;
  return [
    ...inEachYaml(content, cache, 'schema', ({ path, kind, value }) =>
      fileProblems(path, kind.schema, value),
    ),
    ...lessons.flatMap(({ path, head }) => (head ? fileProblems(path, ofLesson, head) : [])),
  ];
}

function fileProblems(file: string, schema: z.ZodType | undefined, root: Value): Problem[] {
  if (!schema) return [];
  const issues: Issue[] = schema.safeParse(valueToData(root)).error?.issues ?? [];
  return issues.flatMap((issue) => {
    const { value: found, steps } = follow(root, issue.path);
    const isMissing = steps < issue.path.length;
    const isWords = typeAt(schema, root, issue.path.slice(0, -1)) === 'words';
    if ((isWords && isCutByComma(found, issue.path)) || (isMissing && isMisspelt(issue, issues)))
      return [];
    return issueToWords(issue, { schema, root, found, isMissing }).map((words) => ({
      ...words,
      file,
    }));
  });
}

/** Whether a comma cut a text in two, which shows up as a key without a value; the rule on languages explains it. */
function isCutByComma(found: Value, path: readonly PropertyKey[]): boolean {
  return found.kind === 'empty' && /[\s\P{ASCII}]/u.test(String(path.at(-1) ?? ''));
}

/** Whether a missing key is there under a misspelt name, which is reported as an unknown key. */
function isMisspelt({ path }: Issue, issues: readonly Issue[]): boolean {
  const place = path.slice(0, -1).join();
  return issues.some(
    (issue) =>
      issue.code === 'unrecognized_keys' &&
      issue.path.join() === place &&
      issue.keys.some((key) => nearest(key, [String(path.at(-1))])),
  );
}
