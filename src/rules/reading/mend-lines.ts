import type { Problem } from '../problem.ts';
import { spacesInWords } from './yaml-lines.ts';

/** A YAML text without the slips of a keyboard that would hide its keys, and the problems of these slips. */
export interface MendedLines {
  text: string;
  problems: Problem[];
}

/** Blanks that look like a space and are none. */
const BLANK = String.raw`[\u00a0\u1680\u2000-\u200a\u202f\u3000]`;
const IN_FRONT = new RegExp(`^[ ${BLANK.slice(1, -1)}]*${BLANK}[ ${BLANK.slice(1, -1)}]*(?=\\S)`);
const KEY = String.raw`((?:^[ ]*(?:- )*|[{,] *)[A-Za-z][\w-]*)`;
/** A key with a blank that is no space after its colon. */
const AFTER_COLON = new RegExp(`${KEY}:[ ]*${BLANK}\\s*`, 'g');
/** A key with a sign that only looks like a colon: the visarga, the wide colon, the ratio. */
const NO_COLON = new RegExp(`${KEY} ?([ः：∶꞉])\\s*`, 'g');
/** Looks for the seldom signs first, since every file of the course is asked. */
const ANY = new RegExp(`${BLANK}(?<=^[ -]*.|[A-Za-z]: *.)|[ः：∶꞉](?<=[A-Za-z] ?.)`, 'm');
const names: Record<string, string> = { 'ः': 'a visarga', '：': 'a wide colon' };

/** So many lines each have their own problem; of more one tells, and names some. */
const FEW = 2;
const MOST_NAMED = 20;

/**
 * Replaces what looks like a space or a colon and is none, where the file's form depends on it; line by line as before.
 * @param linesBefore lines of the file that stand before the text
 */
export function mendLines(file: string, text: string, linesBefore = 0): MendedLines {
  if (!ANY.test(text)) return { text, problems: [] };
  const problems: Problem[] = [];
  const all = text.split('\n');
  const inFront = all.flatMap((line, index) =>
    IN_FRONT.test(line) ? index + 1 + linesBefore : [],
  );
  const lines = all.map((written, index) => {
    const say = (value: string, message: string, instead: string) => {
      const why = 'Only a space of the space bar and the colon “:” show what belongs to what.';
      problems.push({ ...{ file, line: index + 1 + linesBefore, value, message, instead, why } });
    };
    const [blanks] = IN_FRONT.exec(written) ?? [];
    let line = blanks ? ' '.repeat(blanks.length) + written.slice(blanks.length) : written;
    if (blanks && (inFront.length <= FEW || inFront[0] === index + 1 + linesBefore)) {
      say(
        written.trim(),
        `In front of this line ${inFront.length > FEW ? `and of ${inFront.length - 1} others ` : ''}stand blanks that are no spaces, as web pages and chats have them.`,
        inFront.length > FEW
          ? `In each of the lines ${inFront.slice(0, MOST_NAMED).join(', ')}${inFront.length > MOST_NAMED ? ' …' : ''} delete them and press the space bar as often.`
          : `Delete everything before “${written.trim()}” and press the space bar: ${spacesInWords(blanks.length)}.`,
      );
    }
    const before = line;
    line = line.replaceAll(AFTER_COLON, '$1: ');
    if (line !== before) {
      say(
        before.trim(),
        'The blank after the colon is no space, as web pages and chats have it.',
        `Delete it and press the space bar: ${line.trim()}`,
      );
    }
    const [, , sign] = new RegExp(NO_COLON.source).exec(line) ?? [];
    if (sign) {
      const value = line.trim();
      line = line.replaceAll(NO_COLON, '$1: ');
      say(
        value,
        `“${sign}” stands in the place of a colon${names[sign] ? `: it is ${names[sign]}` : ''}.`,
        `Write ${line.trim()}`,
      );
    }
    return line;
  });
  return { text: lines.join('\n'), problems };
}
