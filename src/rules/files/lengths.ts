import { vocabulary } from '../../vocabulary.ts';
import { type Cache, noCache } from '../cache.ts';
import type { Problem } from '../problem.ts';
import type { Content, YamlFile } from '../reading/content.ts';
import { inEachYaml } from '../reading/each-file.ts';
import { type Lesson, partsIn, partToText } from '../reading/lesson-text.ts';
import { type Value, walk } from '../reading/value.ts';
import { type SchemaStep, schemaSteps } from './schema-steps.ts';

/** Every text is as short as the schema of its file says, and every rule as short as the vocabulary says. */
export function lengthsProblems(content: Content, cache: Cache = noCache): Problem[] {
  return [
    ...inEachYaml(content, cache, 'lengths', fileProblems),
    ...content.lessons.flatMap(ruleProblems),
  ];
}

function fileProblems({ path, kind, value: root }: YamlFile): Problem[] {
  if (!kind.schema) return [];
  return schemaSteps(kind.schema, root).flatMap((step) => {
    const { longest } = step.meta;
    if (longest === undefined) return [];
    const texts = walk(step.value).filter(({ value }) => value.kind === 'text');
    return texts.flatMap(({ value }) => textProblems(path, step, value, longest));
  });
}

function textProblems(
  file: string,
  { key, owners, meta }: SchemaStep,
  { written, line }: Value,
  longest: number,
): Problem[] {
  const pieces = meta.isBubbles ? written.split('\n') : [written];
  return pieces.flatMap((piece) => {
    // What stands in braces is replaced by a name of about this length.
    const length = [...piece.replaceAll(/\{helpline:|\}/g, '')].length;
    if (length <= longest) return [];
    const [owner, ...around] = owners.toReversed().map((id) => `“${id}”`);
    const of = owner ? ` of ${[owner, ...around].join(' in ')}` : '';
    const orBubble = meta.isBubbles ? ', or begin a new bubble on a new line' : '';
    return {
      ...{ file, line, value: piece },
      message: `The text “${key}”${of} has ${length} characters.`,
      instead: `Shorten it by ${length - longest} to ${longest}${orBubble}: “${piece}”`,
      why: 'It is read on a small screen, late at night.',
    };
  });
}

function ruleProblems({ path, parts }: Lesson): Problem[] {
  const { maxWords } = vocabulary.Rule;
  return [...partsIn(parts)].flatMap((part) => {
    if (part.name !== 'Rule') return [];
    const text = partToText(part);
    const count = text.split(' ').length;
    if (count <= maxWords) return [];
    return {
      ...{ file: path, line: part.line, value: text },
      message: `This rule has ${count} words.`,
      instead: `Shorten it by ${count - maxWords} to ${maxWords}: “${text}”`,
      why: 'A rule is the one thing that the learner keeps.',
    };
  });
}
