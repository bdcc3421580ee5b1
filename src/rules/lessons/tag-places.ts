import { type TagRule, tagRule, tagShape } from '../../vocabulary.ts';
import type { Problem, ProblemWords } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import type { Part } from '../reading/lesson-text.ts';

/** Each tag stands where the vocabulary allows it, in the form that it has. */
export function tagPlacesProblems({ lessons }: Content): Problem[] {
  return lessons.flatMap(({ path, parts }) => problemsIn(path, parts, 'lesson'));
}

/** @param parent `lesson`, or the name of the tag around these parts */
function problemsIn(file: string, parts: readonly Part[], parent: string): Problem[] {
  return parts.flatMap((part) => {
    const rule = part.kind === 'tag' ? tagRule(part.name) : undefined;
    if (!rule) return problemsIn(file, part.parts, parent);
    const at = { file, line: part.line, value: part.name };
    const words = wrongPlace(part, rule, parent) ?? wrongLine(part, rule);
    return [...(words ? [{ ...at, ...words }] : []), ...problemsIn(file, part.parts, part.name)];
  });
}

function wrongPlace(
  { name }: Part,
  { parents }: TagRule,
  parent: string,
): ProblemWords | undefined {
  if (parents.some((allowed) => allowed === parent)) return undefined;
  const right = parents.includes('lesson')
    ? 'straight in the lesson, outside every card'
    : `within ${parents.map((tag) => `<${tag}>`).join(', ')}`;
  return {
    message: `<${name}> stands ${parent === 'lesson' ? 'outside every card' : `within <${parent}>`}.`,
    instead: `Move it: it stands ${right}.`,
    why: 'A lesson is a row of cards, and each card is shown by itself.',
  };
}

function wrongLine({ name, isInline }: Part, rule: TagRule): ProblemWords | undefined {
  const { form } = rule;
  if (form !== 'inline' && isInline) {
    return {
      message: `<${name}> stands in one line with other text.`,
      instead: `Give it lines of its own:\n${tagShape(rule)}`,
      why: 'It is shown as a block of its own.',
    };
  }
  if (form === 'inline' && !isInline) {
    return {
      message: `<${name}> stands on a line of its own.`,
      instead: `Put it right after the sentence it belongs to: … ${tagShape(rule)}`,
      why: 'It is shown within a sentence.',
    };
  }
  return undefined;
}
