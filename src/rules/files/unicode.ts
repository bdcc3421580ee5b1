import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';

/** Signs that nobody sees; the joiners that Hindi needs (U+200C, U+200D) are not among them. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

/** All texts are written in Unicode's normal form NFC, without unseen signs. */
export function unicodeProblems({ files }: Content): Problem[] {
  return files.flatMap(({ path, text }) => {
    if (text.normalize('NFC') === text && text.search(UNSEEN) < 0) return [];
    return text
      .split('\n')
      .flatMap((line, index) =>
        lineProblems(path, index + 1, line.replace(/^[ \t]+|[ \t\r]+$/g, '')),
      );
  });
}

function lineProblems(file: string, line: number, value: string): Problem[] {
  const problems: Problem[] = [];
  const seen = value.replaceAll(UNSEEN, '');
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
