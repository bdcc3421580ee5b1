import { type TagRule, tagRule } from '../vocabulary.ts';
import type { Fault } from './fault.ts';
import type { Content } from './reading/content.ts';
import type { Part } from './reading/lesson-text.ts';

/** Each tag stands where the vocabulary allows it, in the form that it has. */
export function tagPlacesFaults({ lessons }: Content): Fault[] {
  return lessons.flatMap(({ path, parts }) => faultsIn(path, parts, 'lesson'));
}

/** @param place `lesson`, or the name of the tag around these parts */
function faultsIn(file: string, parts: readonly Part[], place: string): Fault[] {
  return parts.flatMap((part) => {
    const rule = part.kind === 'tag' ? tagRule(part.name) : undefined;
    if (!rule) return faultsIn(file, part.parts, place);
    const at = { file, line: part.line, value: part.name };
    const told = wrongPlace(part, rule, place) ?? wrongLine(part, rule);
    return [...(told ? [{ ...at, ...told }] : []), ...faultsIn(file, part.parts, part.name)];
  });
}

type Told = Pick<Fault, 'problem' | 'instead' | 'why'>;

function wrongPlace({ name }: Part, { where }: TagRule, place: string): Told | undefined {
  if (where.some((allowed) => allowed === place)) return undefined;
  const right = where.includes('lesson')
    ? 'straight in the lesson, outside every card'
    : `within ${where.map((tag) => `<${tag}>`).join(', ')}`;
  return {
    problem: `<${name}> stands ${place === 'lesson' ? 'outside every card' : `within <${place}>`}.`,
    instead: `Move it: it stands ${right}.`,
    why: 'A lesson is a row of cards, and each card is shown by itself.',
  };
}

function wrongLine({ name, isInline }: Part, { form, example }: TagRule): Told | undefined {
  if (form !== 'word' && isInline) {
    return {
      problem: `<${name}> stands in one line with other text.`,
      instead: `Give it lines of its own:\n${example}`,
      why: 'It is shown as a block of its own.',
    };
  }
  if (form === 'word' && !isInline) {
    return {
      problem: `<${name}> stands on a line of its own.`,
      instead: `Put it right after the sentence it belongs to: … ${example}`,
      why: 'It is shown within a sentence.',
    };
  }
  return undefined;
}
