import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { rawMarks } from '../reading/shown-raw.ts';
import { excerpt } from '../reading/sign-problems.ts';
import { fieldOf, lineWithin, type Value, walk } from '../reading/value.ts';

const WHY = 'These texts are shown letter by letter, so learners would read the mark itself.';
/** Kinds of files whose texts no learner reads. */
const NOT_SHOWN = new Set(['language', 'lexicon']);
/** Keys whose values are addresses or keys of other things. */
const NOT_TEXT = new Set(['id', 'address', 'exit', 'contact', 'key', 'hash']);

/** No text of a YAML file, and no title of a lesson, holds marks that would be shown as they stand. */
export function rawMarksProblems({ yaml, lessons }: Content): Problem[] {
  const files = [...yaml.values()].filter(({ kind }) => !NOT_SHOWN.has(kind.name));
  return [
    ...files.flatMap(({ path, text, value }) =>
      [...walk(value)].flatMap((step) =>
        NOT_TEXT.has(String(step.path.at(-1))) ? [] : textProblems(path, text, step.value),
      ),
    ),
    ...lessons.flatMap(({ path, text, head }) => {
      const title = fieldOf(head, 'title');
      return title ? textProblems(path, text, title) : [];
    }),
  ];
}

function textProblems(file: string, fileText: string, value: Value): Problem[] {
  if (value.kind !== 'text') return [];
  return rawMarks(value.written).map(({ written, what, right }) => ({
    ...{ file, line: lineWithin(value, fileText, written), value: written },
    message: `${what} stands in this text: “${excerpt(written)}”`,
    instead: `Write “${right}”.`,
    why: WHY,
  }));
}
