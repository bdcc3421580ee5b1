import { toLatinDigits } from './digits.ts';
import { pasted } from './pasted.ts';

/** What people write between the digits of one number: spaces, dashes, points and brackets of any script. */
const SPACER = '[\\s\\p{Pd}\\p{Ps}\\p{Pe}.·•‧∙−⁃]*';
const RUN = new RegExp(`(?:\\+${SPACER})?\\d(?:${SPACER}\\d)*`, 'gu');
/** What may stand before and after a number: a label, a sentence's end, a picture of a telephone. */
const BESIDE = /^[\p{L}\p{M}\p{Pd}\p{Ps}\p{Pe}\p{So}\s.,:;!?'’"“”।॥]*$/u;
/** A label that messengers show bold; stars around digits are dialled. */
const BOLD = /\*([^*#\d]+)\*/g;
/** A number within a list, such as `1. 0744…`. */
const LISTED = /^(\d{1,2})[.)] (.*)$/u;

/**
 * A telephone number as a phone dials it, from whatever was typed or pasted. Where it is not plain which digits are
 * meant (two numbers, an extension, letters among the digits), the text comes back as no number that `toOwnNumber`
 * would take: somebody may ring it at night, so nothing is guessed.
 */
export function pastedNumber(text: string): string {
  const plain = toLatinDigits(pasted(text))
    .replace(/[＋﹢➕]/gu, '+')
    .replace(BOLD, '$1');
  const [, , rest] = LISTED.exec(plain) ?? [];
  if (rest !== undefined) {
    const listed = oneRun(rest);
    return /^(0[1-9]\d{9}|\+\d+)$/.test(listed) ? listed : plain;
  }
  return oneRun(plain);
}

function oneRun(text: string): string {
  const runs = text.match(RUN) ?? [];
  const [run = ''] = runs;
  const [before = '', after = ''] = run === '' ? [] : text.split(run);
  const isAlone = runs.length === 1 && BESIDE.test(before + after);
  if (!isAlone || /[\p{L}\p{M}]$/u.test(before) || /^[\p{L}\p{M}]/u.test(after)) return text;
  // The zero before an area code is left out where the country is dialled; some write it in brackets, some plainly.
  return run.replace(/[^\d+]/g, '').replace(/^(?:\+|00)91(?:0(?=\d{10}$)|(?=[1-9]\d{9}$))/, '+91');
}

/**
 * Whether a number is as long as numbers in India are: short ones for emergencies, toll-free, mobile, landline with
 * its area code; and any with another country's code. A slip shows by its length, before somebody rings it at night.
 */
export const isLikelyNumber = (number: string): boolean =>
  /^(1\d{2,3}|1[45]\d{3}|155\d{3}|18[06]0\d{6,9}|[6-9]\d{9}|0[1-9]\d{9}|\+91[1-9]\d{9}|\+(?!91)[1-9]\d{6,14})$/.test(
    number,
  );
