import { toLatinDigits } from '../../domain/digits.ts';
import type { Problem, ProblemWords } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { type Lesson, partsIn } from '../reading/lesson-text.ts';
import { plainSigns } from '../reading/shown-raw.ts';
import { excerpt } from '../reading/sign-problems.ts';

/** No line of a lesson holds a mark that is not read as one, and so is shown as it stands. */
export function rawLinesProblems({ lessons }: Content): Problem[] {
  return lessons.flatMap((lesson) => [...lineProblems(lesson), ...leftMarks(lesson)]);
}

/** What a line looks like, and what is said of it. */
type LineRule = [pattern: RegExp, words: (found: RegExpExecArray) => ProblemWords];

const LIST = 'An entry of a list begins with “- ”, or with a number such as “1. ”.';
const rules: readonly LineRule[] = [
  [
    /^\s*([#＃]{1,6})\s*(.+)$/,
    ([line, signs = '', text = '']) => ({
      message: signs.includes('＃')
        ? 'This heading begins with wide signs “＃”.'
        : 'In this heading the space after the signs “#” is missing.',
      instead: `Write ## ${text.trim()}`,
      why: `Otherwise “${excerpt(line.trim())}” is no heading.`,
    }),
  ],
  [
    /^\s*([•·▪●‣◦\uf0b7–−])\s*(.+)$/,
    ([, sign, text = '']) => ({
      message: `This line begins with “${sign}”, which makes no list here.`,
      instead: `Write - ${text.trim()}`,
      why: LIST,
    }),
  ],
  [
    /^\s*-(?=[^\s-])(.+)$/,
    ([, text = '']) => ({
      message: 'After the hyphen at the beginning of this line the space is missing.',
      instead: `Write - ${text.trim()}`,
      why: LIST,
    }),
  ],
  [
    /^\s*(\d+)[.)](?=[^\s\d])(.+)$/,
    ([, number, text = '']) => ({
      message: `After the number “${number}” at the beginning of this line the space is missing.`,
      instead: `Write ${number}. ${text.trim()}`,
      why: LIST,
    }),
  ],
  [
    /^\s*((?!\d)\p{Nd}+)\s*[.)।．]\s*(.+)$/u,
    ([, number = '', text = '']) => ({
      message: `The number “${number}” at the beginning of this line makes no list here.`,
      instead: `Write ${toLatinDigits(number)}. ${text.trim()}`,
      why: LIST,
    }),
  ],
  [
    /\[([^[\]]+)\](?: \([^()]*\)|\([^()]*\s[^()]*\))/,
    ([written, text]) => ({
      message: `A link stands in the lesson: “${written}”.`,
      instead: `Write “${text}” alone; a source is named by its id, with <Cite id="…" />.`,
      why: 'A lesson has no links, so that it works without the internet.',
    }),
  ],
  [
    /(?<![\w(/])(?:https?:\/\/|www\.)[^\s<>)]+/,
    ([written]) => ({
      message: `A web address stands in the lesson: “${written.replace(/[.,]$/, '')}”.`,
      instead: 'Take it out; a source is named by its id, with <Cite id="…" />.',
      why: 'A lesson has no links, so that it works without the internet.',
    }),
  ],
  [
    /~~([^~]+)~~/,
    ([written, text]) => ({
      message: `Struck words stand in the lesson: “${written}”.`,
      instead: `Take them out, or write “${text}”.`,
      why: 'What is not meant is not written.',
    }),
  ],
  [
    /^\s*\|.*\|\s*$/,
    () => ({
      message: 'A line of a table stands in the lesson.',
      instead: 'Write its entries as a list, one to a line: - …',
      why: 'A table does not fit on a small screen.',
    }),
  ],
  [
    /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i,
    ([written]) => ({
      message: `A sign of web pages stands in the lesson: “${written}”.`,
      instead:
        plainSigns(written) === written
          ? 'Write the sign itself.'
          : `Write the sign itself: “${plainSigns(written)}”.`,
      why: 'The text is written as it is read.',
    }),
  ],
];

function lineProblems({ path, text, start }: Lesson): Problem[] {
  const before = text.slice(0, start).split('\n').length;
  return text
    .slice(start)
    .split('\n')
    .flatMap((line, index) =>
      rules.flatMap(([pattern, words]) => {
        const found = pattern.exec(line);
        if (!found || /^\s*#{1,6}\s/.test(found[0])) return [];
        return [{ file: path, line: before + index, value: line.trim(), ...words(found) }];
      }),
    );
}

/** Asterisks, underscores and the like that are left in the text, since they do not fit together. */
function leftMarks({ path, text, parts }: Lesson): Problem[] {
  const lines = text.split('\n');
  const found = new Map<number, Problem>();
  for (const part of partsIn(parts)) {
    for (const { 0: mark, index } of part.text.matchAll(/\*+|(?<!\w)_+(?=\w)|__|`/g)) {
      const line = part.line + part.text.slice(0, index).split('\n').length - 1;
      if (found.has(line)) continue;
      const value = (lines[line - 1] ?? '').trim();
      found.set(line, { file: path, line, value, ...leftMark(mark, value) });
    }
  }
  return [...found.values()];
}

function leftMark(mark: string, line: string): ProblemWords {
  const sign = mark.startsWith('*') ? (line.includes('**') ? '**' : '*') : mark;
  const literal = sign.replaceAll('*', String.raw`\*`);
  const pair = new RegExp(`${literal}\\s*([^*_\`]+?)\\s*${literal}[\\p{L}\\p{M}\\p{N}]*`, 'u').exec(
    line,
  );
  const after = pair
    ? /[\p{L}\p{M}\p{N}]*$/u.exec(pair[0].slice(pair[0].lastIndexOf(sign)))?.[0]
    : '';
  return {
    message: `The marks ${sign} in this line are shown as they stand.`,
    instead: pair
      ? `Write **${pair[1]}**${after ? ` ${after}` : ''}`
      : `Put ${sign} on both sides of what is to be strong, or take ${sign} out.`,
    why: 'They stand right at the first and the last letter, with a space outside.',
  };
}
