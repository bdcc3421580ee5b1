import type { ContentFile, Problem } from '../problem.ts';
import { excerpt } from './sign-problems.ts';

/** What is wrong with the way in which a file was saved. */
export interface EncodingFault {
  problem: Problem;
  /** Whether so much is lost that nothing else of the file is worth reading. */
  isLost: boolean;
}

const SAVE = 'in Notepad “Save as”, and there under “Encoding” “UTF-8”';
const WHY = 'The course is stored in UTF-8, the only form that has the letters of every language.';
/** The mark of a byte order, which some programs put before the first letter. */
const BOM = '\ufeff';
/** Letters of UTF-8 that were read as those of Western Europe: `à¤•`, `â€™`, `Ã©`. */
const MISREAD = /(?:à[¤¥]|â€|Ã[\u0080-\u00bf])\S*/;
/** Words of question marks: two beside each other, one that is a whole text, one that is long. */
const QUESTION_MARKS =
  /\?{2,} +\?{2,}|(?:^|: |#+ |- )["'“]?\?{3,}["'”]?(?: *[,}\]]|$)|(?<= )\?{5,}(?= )/m;

/**
 * Tells whether a file was saved in a form that loses or changes its letters.
 * @returns undefined where all is well
 */
export function encodingFault({ path, text }: ContentFile): EncodingFault | undefined {
  const fault = (isLost: boolean, line: number, message: string, instead: string) => ({
    problem: { file: path, line, message, instead, why: WHY },
    isLost,
  });
  if (text.includes('\0')) {
    return fault(
      true,
      1,
      'The file is saved as UTF-16, which Notepad calls “Unicode” or “UTF-16 LE”, so nothing in it can be read.',
      `Open the file and save it anew under the same name: ${SAVE}.`,
    );
  }
  if (text.startsWith(BOM)) {
    return fault(
      false,
      1,
      'The file is saved as “UTF-8 with BOM”: a mark that nobody sees stands before its first letter. Typing the line anew does not remove it.',
      `Save the file anew under the same name: ${SAVE}, not “UTF-8 with BOM”.`,
    );
  }
  const lost = firstLine(text, /\ufffd/);
  if (lost) {
    return fault(
      false,
      lost.line,
      `A sign is lost in this line: “${excerpt(lost.text)}”`,
      `Write anew what stood at “\ufffd”, here and wherever else it stands, and save the file: ${SAVE}, not “ANSI”.`,
    );
  }
  const misread = firstLine(text, MISREAD);
  if (misread) {
    return fault(
      false,
      misread.line,
      `In this line other signs stand in the place of letters: “${excerpt(misread.found)}”`,
      `Write it anew, here and wherever else it is so. Where the whole file looks like this, take its last good copy, make your change again and save it: ${SAVE}.`,
    );
  }
  const asked = text.includes('??') && firstLine(text, QUESTION_MARKS);
  if (!asked) return undefined;
  return fault(
    true,
    asked.line,
    `In this line question marks stand where letters were: “${excerpt(asked.text)}”`,
    `The letters cannot be had back from this file. Take its last good copy, make your change again and save it: ${SAVE}, not “ANSI”.`,
  );
}

/** The first line in which a pattern is found; the pattern is not global. */
function firstLine(text: string, pattern: RegExp) {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const before = text.slice(0, match.index).split('\n');
  const line = text.split('\n')[before.length - 1] ?? '';
  return { line: before.length, text: line.trim(), found: match[0] };
}

/** The text of a file without the mark of its byte order. */
export function withoutMark({ path, text }: ContentFile): ContentFile {
  return { path, text: text.startsWith(BOM) ? text.slice(1) : text };
}
