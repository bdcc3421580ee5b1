import { BadCode } from './bad-code.ts';
import { codeLetter, codeLine, codeShape, LINE, type Shape } from './line-coder.ts';
import { type Coder, natural, whole } from './range-coder.ts';
import { codeName, codeText, NAME } from './text-coder.ts';

const MOST_VALUES = 64;

/** Values that cost little. Part of the format: never reordered, only added to together with a new version. */
const WORDS = [
  ...[
    'keep',
    'rewrite',
    '1',
    '2',
    '3',
    '4',
    '5',
    'hi',
    'en',
    'light',
    'dark',
    'warden',
    'faculty',
    'peer',
  ],
  ...['teal', 'marigold', 'terracotta', 'plum', 'moss', 'sky', 'leave', 'check-in', 'today', 'now'],
];

/** Writes or reads what was chosen. @param shapes those of the lines so far, in the order of their appearance */
export function codeChoice(
  coder: Coder,
  kind: string,
  choice: readonly string[],
  shapes: Shape[],
): string[] {
  const count = natural(coder, `count${kind}`, choice.length);
  if (count > MOST_VALUES) throw new BadCode(`A choice has at most ${MOST_VALUES} values.`);
  const read: string[] = [];
  let form = -1;
  for (let index = 0; index < count; index++) {
    const value = choice[index] ?? '';
    form = whole(coder, `form${kind}${form}.`, 3, formOf(value));
    if (form === 0) read.push(codeLetter(coder, `letter${read.slice(-1)[0] ?? ''}`, value));
    else if (form === 1) read.push(codeWord(coder, kind, value));
    else if (form === 2) read.push(codeLine(coder, codeShape(coder, shapes, value), value));
    else if (form === 3) read.push(codeName(coder, value));
    else if (form === 4) read.push(codeText(coder, value));
    else throw new BadCode('A value in a code has one of five forms.');
  }
  return read;
}

function formOf(value: string): number {
  if (/^[a-z]$/.test(value)) return 0;
  if (WORDS.includes(value)) return 1;
  if (NAME.test(value)) return 3;
  return LINE.test(value) ? 2 : 4;
}

function codeWord(coder: Coder, kind: string, value: string): string {
  const word = WORDS[whole(coder, `word${kind}`, 5, Math.max(WORDS.indexOf(value), 0))];
  if (word === undefined) throw new BadCode('A word in a code is one of its list.');
  return word;
}
