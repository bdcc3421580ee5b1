import { toLatinDigits } from './digits.ts';
import { plainLine } from './plain-line.ts';

/** Day, hour and sender, as WhatsApp writes them before each message that is copied or exported. */
export const MESSAGE =
  /^\[?\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{1,4},? ([\p{L}\p{M}.]{1,12} )?\p{Nd}{1,2}[:.]\p{Nd}{2}([:.]\p{Nd}{2})?( ?[\p{L}\p{M}.]{1,12}){0,2} ?[\]-] [^:]{1,40}: /u;
const QUOTED = /^[>|][>| ]*/;
/** Signs that messengers, mails and keyboards put around a text. */
const AROUND = /^(["“”„«»'‘’`*_~<]) ?(.+?) ?(["“”«»'’`*_~>])$/u;

const MOST_AROUND = 4;

/**
 * What somebody typed or pasted, without what messages, mails and keyboards put around and into it. Every field, link
 * and file is read through this one function.
 * @returns one line, see `plainLine`; what was a line break is a space
 */
export function pasted(text: string): string {
  const lines = text
    .split(/[\n\r\u2028\u2029]+/)
    .map((line) => plainLine(line).replace(QUOTED, '').replace(MESSAGE, ''));
  const line = plainLine(lines.join(' '));
  return Array.from({ length: MOST_AROUND }).reduce<string>(
    (inner) => AROUND.exec(inner)?.[2] ?? inner,
    line,
  );
}

/** A name or a post as it is kept: plain dashes and apostrophes, without pictures and double quotes. */
export const pastedName = (text: string): string =>
  plainLine(
    pasted(text)
      .replace(/\p{Pd}/gu, '-')
      .replace(/[‘‛ʼ´`]/g, '’')
      .replace(/[“”„«»"\p{So}\p{Sk}\p{Me}]|\ufe0e|\ufe0f/gu, '')
      .replace(/[\s।॥,;:]+$/u, ''),
  );

/** An hour as a form keeps it, `22:40`, in whatever digits; one of a single digit may mean the evening, and stays. */
export const pastedTime = (text: string): string =>
  toLatinDigits(pasted(text)).replace(/^(\d\d)[.:](\d\d)।?$/, '$1:$2');
