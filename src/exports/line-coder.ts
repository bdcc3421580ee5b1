import { BadCode } from './bad-code.ts';
import { type Coder, natural, whole } from './range-coder.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Ids of lines, such as `c04` or `r112b`. */
export const LINE = /^([a-z]{1,3})(\d{1,3})([a-z]?)$/;

/** Writes or reads one letter. */
export function codeLetter(coder: Coder, question: string, value: string): string {
  const letter = LETTERS.charAt(natural(coder, question, Math.max(LETTERS.indexOf(value), 0)));
  if (!letter) throw new BadCode('A letter in a code is one of a to z.');
  return letter;
}

/** The letters around the number of a line id such as `c04`, and how many digits it has. */
export interface Shape {
  prefix: string;
  digits: number;
  suffix: string;
}

/** Most lines are shaped like one of those before; `shapes` holds them in the order of their first appearance. */
export function codeShape(coder: Coder, shapes: Shape[], value: string): Shape {
  const [, prefix = '', digits = '', suffix = ''] = LINE.exec(value) ?? [];
  const known = shapes.findIndex(
    (one) => one.prefix === prefix && one.digits === digits.length && one.suffix === suffix,
  );
  const place = natural(coder, 'shape', known < 0 ? shapes.length : known);
  const old = shapes[place];
  if (old) return old;
  const shape = codeNewShape(coder, prefix, digits.length, suffix);
  shapes.push(shape);
  return shape;
}

function codeNewShape(coder: Coder, prefix: string, digits: number, suffix: string): Shape {
  const length = whole(coder, '', 2, prefix.length);
  if (length === 0) throw new BadCode('A line in a code begins with a letter.');
  const letters = Array.from({ length }, (_, index) =>
    codeLetter(coder, 'line', prefix.charAt(index)),
  );
  const count = whole(coder, '', 2, digits);
  if (count === 0) throw new BadCode('A line in a code has a number.');
  const hasSuffix = coder.bit('suffix', suffix ? 1 : 0) === 1;
  return {
    prefix: letters.join(''),
    digits: count,
    suffix: hasSuffix ? codeLetter(coder, 'line', suffix) : '',
  };
}

/** Writes or reads the id of a line of this shape. */
export function codeLine(coder: Coder, { prefix, digits, suffix }: Shape, value: string): string {
  const given = Number(LINE.exec(value)?.[2] ?? 0);
  const number = `${whole(coder, 'number', 10, given, 6)}`.padStart(digits, '0');
  if (number.length > digits) throw new BadCode('A line in a code has as many digits as it says.');
  return prefix + number + suffix;
}
