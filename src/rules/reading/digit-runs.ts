import { toLatinDigits } from '../../domain/digits.ts';

/** Digits of a text that belong together, such as a telephone number, a day or a year. */
export interface DigitRun {
  /** As it stands in the text. */
  written: string;
  /** Its digits alone, as Latin ones. */
  digits: string;
  /** Place in the text, in code units. */
  start: number;
  /** Whether it reads as a day or as a span of years. */
  isDate: boolean;
}

const RUN = /(?<![\p{Nd}A-Za-z])\+?\p{Nd}(?:[ \u00a0.‑–-]?\p{Nd})*/gu;
const DATES = [
  /^\d{4}([.‑–-])\d{1,2}\1\d{1,2}$/,
  /^\d{1,2}([.‑–-])\d{1,2}\1\d{4}$/,
  /^\d{4}[‑–-]\d{2}(\d{2})?$/,
];

/** All runs of digits, in order; single spaces, hyphens and points between digits do not part them. */
export function digitRuns(text: string): DigitRun[] {
  return [...text.matchAll(RUN)].map(({ 0: written, index }) => {
    const latin = toLatinDigits(written);
    return {
      ...{ written, start: index, digits: latin.replaceAll(/\D/g, '') },
      isDate: DATES.some((date) => date.test(latin)),
    };
  });
}
