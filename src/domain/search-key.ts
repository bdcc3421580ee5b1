import { toLatinDigits } from './digits.ts';

/** Nukta, accents and unseen joiners, which one hand writes and another does not. */
const MARKS = /[\u0300-\u036f\u093c\u200b-\u200d]/g;
/** A nasal written as a half letter before another: हिन्दी beside हिंदी, पम्प beside पंप. */
const NASALS = /[ङञणनम]\u094d(?=[क-ह])|\u0901/g;
const LATIN = /^[a-z0-9 ]*$/;

/**
 * A text as it is searched in and for: without case, nukta, accents, spaces and signs, whichever way a nasal was
 * written, so that `Ram Kumar` and `ramkumar`, `हिन्दी` and `हिंदी` are one.
 */
export const searchKey = (text: string): string => searchWords(text).join('');

/** The same, word by word. */
export function searchWords(text: string): string[] {
  const small = text.toLowerCase();
  if (LATIN.test(small)) return small.split(' ').filter(Boolean);
  const folded = small.normalize('NFD').replace(MARKS, '').replace(NASALS, '\u0902');
  return toLatinDigits(folded).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
