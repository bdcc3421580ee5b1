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

/** The text with the digits of every script as Latin ones. */
export function toLatinDigits(text: string): string {
  // In Unicode each script's ten digits begin at a place that ends in hexadecimal 0 or 6.
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const last = (digit.codePointAt(0) ?? 0) % 16;
    return String(last >= 6 && !isZeroBased(digit) ? last - 6 : last);
  });
}

function isZeroBased(digit: string): boolean {
  // Six below such a digit there is no digit, so its row begins at 0 and not at 6.
  const code = digit.codePointAt(0) ?? 0;
  return /\p{Nd}/u.test(String.fromCodePoint(code - (code % 16)));
}

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
