import { type Cache, noCache } from '../cache.ts';
import { schemaSteps } from '../files/schema-steps.ts';
import type { Problem } from '../problem.ts';
import type { Content, YamlFile } from '../reading/content.ts';
import { inEachYaml } from '../reading/each-file.ts';
import type { Value } from '../reading/value.ts';

/** An id where it is given, and among what it must be the only one of its name. */
interface Given {
  id: string;
  line: number;
  /** A list, or a whole file. */
  among: Value;
  /** The key of the list; undefined for the file. */
  list: string | undefined;
}

/**
 * No two entries of a list share an id; where the schema says so, no two of a whole file. Ids that are the only ones of
 * the whole course are named by the rule on them.
 */
export function entryIdsProblems(content: Content, cache: Cache = noCache): Problem[] {
  return inEachYaml(content, cache, 'entry ids', (file) =>
    [...Map.groupBy(givenIn(file), ({ among }) => among).values()].flatMap((given) =>
      repeatedProblems(file.path, given),
    ),
  );
}

function givenIn({ kind, value: root }: YamlFile): Given[] {
  if (!kind.schema) return [];
  const steps = schemaSteps(kind.schema, root);
  const listOf = new Map(
    steps.flatMap(({ value, key }) => value.items.map((item) => [item, { value, key }] as const)),
  );
  return steps.flatMap(({ key, value, parent, meta }): Given[] => {
    const list = parent && listOf.get(parent.value);
    const { among } = meta;
    if (key !== 'id' || value.kind !== 'text' || among === 'course' || among === 'none') return [];
    const { written: id, line } = value;
    if (among === 'file') return [{ id, line, among: root, list: undefined }];
    return list ? [{ id, line, among: list.value, list: list.key }] : [];
  });
}

function repeatedProblems(file: string, given: readonly Given[]): Problem[] {
  const ids = given.map(({ id }) => id);
  return given.flatMap(({ id, line, list }, at) => {
    const first = given[ids.indexOf(id)];
    if (!first || ids.indexOf(id) === at) return [];
    return {
      ...{ file, line, value: id },
      message: `The id “${id}” stands twice ${list ? `under “${list}”` : 'in this file'}; the first time in line ${first.line}.`,
      instead: `Write id: ${freeId(id, ids)}`,
      why: 'Stored answers and references consist of ids, so each id means one thing, for ever.',
    };
  });
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** An id of the same form that nothing has yet: another letter, the next number, or a second of the name. */
export function freeId(id: string, taken: readonly string[]): string {
  const [, letters = '', digits = ''] = /^([a-z]{1,3})(\d+)$/.exec(id) ?? [];
  const candidates = /^[a-z]$/.test(id)
    ? LETTERS
    : Array.from({ length: taken.length + 2 }, (_, at) =>
        digits ? `${letters}${String(at + 1).padStart(digits.length, '0')}` : `${id}-${at + 2}`,
      );
  return candidates.find((one) => !taken.includes(one)) ?? `${id}-2`;
}
