import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { encodingFault, withoutMark } from '../reading/encoding.ts';

/** Signs that nobody sees; the joiners that Hindi needs (U+200C, U+200D) are not among them. */
const UNSEEN =
  /(?![\t\n\r])\p{Cc}|[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;
/** Those among them that begin a new line in the program they come from. */
const LINE_BREAK = /[\v\f\u0085\u2028\u2029]/g;

/** All texts are written in Unicode's normal form NFC, without unseen signs. */
export function unicodeProblems({ files }: Pick<Content, 'files'>): Problem[] {
  return files.map(withoutMark).flatMap(({ path, text }) => {
    if (text.normalize('NFC') === text && text.search(UNSEEN) < 0) return [];
    // What was saved in another form is full of such signs, and its own problem says so.
    if (encodingFault({ path, text })) return [];
    return text
      .split('\n')
      .flatMap((line, index) =>
        lineProblems(path, index + 1, line.replace(/^[ \t]+|[ \t\r]+$/g, '')),
      );
  });
}

function lineProblems(file: string, line: number, value: string): Problem[] {
  const problems: Problem[] = [];
  const seen = value.replaceAll(LINE_BREAK, ' ').replaceAll(UNSEEN, '');
  const normal = seen.normalize('NFC');
  if (seen !== value) {
    problems.push({
      ...{ file, line, value },
      message: 'A sign that nobody can see stands in this line.',
      instead: `Replace the line by this copy: ${normal}`,
      why: 'Unseen signs break searching, reading aloud and the keys of this file.',
    });
  }
  if (normal !== seen) {
    problems.push({
      ...{ file, line, value },
      message: 'Letters of this line are stored in a form that only looks the same.',
      instead: `Replace the line by this copy: ${normal}`,
      why: 'Each letter has one stored form here (NFC), so that searching and comparing find it.',
    });
  }
  return problems;
}
