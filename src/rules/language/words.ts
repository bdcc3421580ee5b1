import { toLatinDigits } from '../../domain/digits.ts';
import { remembered } from '../../domain/remembered.ts';

/** A word of a text, as rules compare it. */
export interface Word {
  /** As it stands in the text, and where, in code units. */
  written: string;
  start: number;
  end: number;
  /** The form that all spellings of the word share. */
  form: string;
  /** Whether a sentence or a paragraph ends before it. */
  begins: boolean;
}

const WORD = /(?:[\p{L}\p{M}'’]|\u200c|\u200d)+|\p{Nd}+(?:[,.]\p{Nd}+)*|[%٪％]/gu;
const QUOTED = /^['’]|['’]$/;
const QUOTES = /^['’]+|['’]+$/g;
const ENDS = /[.!?।॥…;]|\n[ \t]*(?:\n|[-*#] )/;

/** The words, numbers and per cent signs of a text, in order. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const written = QUOTED.test(found) ? found.replaceAll(QUOTES, '') : found;
    if (written === '') continue;
    const start = index + found.indexOf(written);
    const between = text.slice(end, start);
    // Before most words stands a space, which ends nothing.
    const begins = between !== ' ' && ENDS.test(between);
    end = start + written.length;
    words.push({ written, start, end, form: wordToForm(written), begins });
  }
  return words;
}

/**
 * The form that all spellings of a word share: Devanagari without nukta and with one sign for each nasal, Roman letters
 * without doubled ones and with one letter where Hindi is written with either (`aa`/`a`, `ee`/`i`, `w`/`v`, `z`/`j`).
 */
export const wordToForm = remembered((written: string): string => {
  if (/\p{Nd}/u.test(written)) return toLatinDigits(written).replaceAll(',', '');
  if (/[\u0900-\u097f]/.test(written)) return devanagariToForm(written);
  return /[٪％]/.test(written) ? '%' : romanToForm(written);
});

const devanagariToForm = (written: string): string =>
  written
    .normalize('NFD')
    .replaceAll(/[\u093c\u0903'’]|\u200c|\u200d/g, '')
    .replaceAll('ँ', 'ं')
    .replaceAll(/ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])/g, 'ं')
    .replaceAll('ॉ', 'ो')
    .replaceAll('ऑ', 'ओ')
    .replaceAll('ॅ', 'े')
    .replace(/(?<=.)ये(ं?)$/, 'ए$1')
    .replace(/(?<=.)यी(ं?)$/, 'ई$1');

const romanToForm = (written: string): string =>
  written
    .normalize('NFD')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replaceAll(/[\p{M}'’]|\u200c|\u200d/gu, '')
    .replaceAll('ee', 'i')
    .replaceAll('oo', 'u')
    .replaceAll('ph', 'f')
    .replaceAll('w', 'v')
    .replaceAll('z', 'j')
    .replaceAll('q', 'k')
    .replaceAll(/(.)\1+/g, '$1');
