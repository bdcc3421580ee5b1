import { type Cache, noCache } from '../cache.ts';
import { type SchemaStep, schemaSteps } from '../files/schema-steps.ts';
import type { Problem, ProblemWords } from '../problem.ts';
import { type Content, namedIn } from '../reading/content.ts';
import { inEachYaml } from '../reading/each-file.ts';
import { fieldOf, textOf, type Value } from '../reading/value.ts';

/** Whether an option is marked as right. */
export function isRight(option: Value): boolean {
  const right = fieldOf(option, 'right');
  return right?.kind === 'boolean' && right.written.toLowerCase() === 'true';
}

/** Wherever one chooses, something is right and something is not; where the schema says so, one thing alone is right. */
export function rightOptionsProblems(content: Content, cache: Cache = noCache): Problem[] {
  return inEachYaml(content, cache, 'right options', ({ path: file, kind, value: root }) =>
    (kind.schema ? schemaSteps(kind.schema, root) : []).flatMap((step) => {
      const wrong = wrongRights(step);
      if (!wrong) return [];
      const { name, line } = questionOf(step);
      return {
        ...{ file, line, value: name },
        ...wrong,
        message: `The question “${name}” ${wrong.message}`,
      };
    }),
  );
}

/** The question whose options these are: its id, or what it asks for, or the key under which it stands. */
function questionOf({ key, parent, value }: SchemaStep): { name: string; line: number } {
  const named = ['id', 'item', 'station'].flatMap(
    (one) => textOf(fieldOf(parent?.value, one)) ?? [],
  );
  if (!parent || (named.length === 0 && key !== 'options')) return { name: key, line: value.line };
  return { name: named[0] ?? parent.key, line: parent.value.line };
}

function wrongRights({ meta, value: { items: options } }: SchemaStep): ProblemWords | undefined {
  const { rights, sides } = meta;
  if (!rights || options.length === 0) return undefined;
  const right = options.filter(isRight);
  if (right.length === 0) {
    return {
      message: `has no ${sides?.[0] ?? 'right option'}.`,
      instead: `Add the line right: true to ${sides ? `each ${sides[0]}` : rights === 'one' ? 'the option that is right' : 'each option that is right'}.`,
      why: 'Otherwise nobody could answer it.',
    };
  }
  if (right.length === options.length) {
    return {
      message: `has no ${sides?.[1] ?? 'wrong option'}.`,
      instead: sides
        ? `Take right: true from what is a ${sides[1]}, or add a ${sides[1]}.`
        : 'Take right: true from an option that is wrong, or add such an option.',
      why: 'Where everything is right, nothing is practised.',
    };
  }
  if (rights === 'one' && right.length > 1) {
    return {
      message: `has ${right.length} right options: ${namedIn(right)
        .map(({ id }) => id)
        .join(', ')}.`,
      instead: 'Keep right: true on one of them.',
      why: 'Here one answer is true, and a learner who gave another would be left in doubt.',
    };
  }
  return undefined;
}
