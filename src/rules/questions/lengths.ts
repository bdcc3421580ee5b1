import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { type Lesson, partsIn, partToText } from '../reading/lesson-text.ts';
import { fieldOf, type Value, walk } from '../reading/value.ts';
import { type AskedQuestion, questionsOf } from './answers.ts';

/** Most characters of an option and of a feedback, most words of a rule. */
export const longest = { option: 120, feedback: 320, ruleWords: 20 } as const;

/** Options, feedback and rules are short enough for a phone and for the memory. */
export function lengthsProblems(content: Content): Problem[] {
  return [
    ...questionsOf(content).flatMap(questionProblems),
    ...content.lessons.flatMap(ruleProblems),
  ];
}

function questionProblems({ file, id, entry, options }: AskedQuestion): Problem[] {
  const texts: [name: string, value: Value | undefined, most: number][] = [
    ...options.flatMap((option): [string, Value | undefined, number][] => [
      ['an option', fieldOf(option, 'text'), longest.option],
      ['a feedback', fieldOf(option, 'feedback'), longest.feedback],
    ]),
    ['the feedback', fieldOf(entry, 'feedback'), longest.feedback],
  ];
  return texts.flatMap(([name, value, most]) =>
    [...(value ? walk(value) : [])].flatMap((step) => {
      const length = [...step.value.written].length;
      if (step.value.kind !== 'text' || length <= most) return [];
      return [
        {
          ...{ file, line: step.value.line, value: step.value.written },
          message: `The text of ${name} of “${id}” has ${length} characters.`,
          instead: `Shorten it by ${length - most} to ${most}: “${step.value.written}”`,
          why: 'It is read on a small screen, late at night.',
        },
      ];
    }),
  );
}

function ruleProblems({ path, parts }: Lesson): Problem[] {
  return [...partsIn(parts)].flatMap((part) => {
    if (part.name !== 'Rule') return [];
    const text = partToText(part);
    const count = text.split(' ').length;
    if (count <= longest.ruleWords) return [];
    return [
      {
        ...{ file: path, line: part.line, value: text },
        message: `This rule has ${count} words.`,
        instead: `Shorten it by ${count - longest.ruleWords} to ${longest.ruleWords}: “${text}”`,
        why: 'A rule is the one thing that the learner keeps.',
      },
    ];
  });
}
