import { type Cache, noCache } from '../cache.ts';
import type { Problem } from '../problem.ts';
import type { Content, YamlFile } from '../reading/content.ts';
import { inEachYaml } from '../reading/each-file.ts';
import { inCurlyQuotes, rawMarks } from '../reading/shown-raw.ts';
import { excerpt } from '../reading/sign-problems.ts';
import { fieldOf, lineWithin, type Value, walk } from '../reading/value.ts';
import { quoted } from '../reading/yaml-lines.ts';

const WHY = 'These texts are shown letter by letter, so learners would read the mark itself.';
/** Kinds of files whose texts no learner reads. */
const NOT_SHOWN = new Set(['language', 'lexicon']);
/** Keys whose values are addresses or keys of other things. */
const NOT_TEXT = new Set(['id', 'address', 'exit', 'contact', 'key', 'hash']);

/** No text of a YAML file, and no title of a lesson, holds marks that would be shown as they stand. */
export function rawMarksProblems(content: Content, cache: Cache = noCache): Problem[] {
  return [
    ...inEachYaml(content, cache, 'raw marks', fileProblems),
    ...content.lessons.flatMap(({ path, text, head }) => {
      const title = fieldOf(head, 'title');
      return title ? textProblems(path, text, 'title', title, true) : [];
    }),
  ];
}

function fileProblems({ path, text, kind, value }: YamlFile): Problem[] {
  if (NOT_SHOWN.has(kind.name)) return [];
  return walk(value).flatMap((step) => {
    const key = String(step.path.at(-1) ?? '');
    return NOT_TEXT.has(key) ? [] : textProblems(path, text, key, step.value, !kind.practice);
  });
}

/**
 * @param key the key under which the text stands, or its place in a list
 * @param isProse whether nobody speaks or writes in it, so that it is no quotation as a whole
 */
function textProblems(
  file: string,
  fileText: string,
  key: string,
  value: Value,
  isProse: boolean,
): Problem[] {
  if (value.kind !== 'text') return [];
  const isShort = key !== '' && value.line === value.lastLine;
  return value.written.split('\n').flatMap((piece) => {
    const marks = [...rawMarks(piece), ...(isProse ? inCurlyQuotes(piece) : [])];
    return marks.map(({ written, what, right }) => ({
      ...{ file, line: lineWithin(value, fileText, written), value: written },
      message: `${what} stands in this text: “${excerpt(written)}”`,
      instead: isShort
        ? `Write ${/^\d+$/.test(key) ? '-' : `${key}:`} ${quoted(right)}`
        : `Write “${right}”.`,
      why: WHY,
    }));
  });
}
