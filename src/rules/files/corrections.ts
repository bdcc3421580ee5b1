import { toLatinDigits } from '../../domain/digits.ts';

const MONTHS: readonly (readonly [english: string, hindi: RegExp])[] = [
  ['January', /^जनवरी$/],
  ['February', /^फ़?रवरी$|^फरवरी$/],
  ['March', /^मार्च$/],
  ['April', /^अप्रैल$/],
  ['May', /^मई$/],
  ['June', /^जून$/],
  ['July', /^जुलाई$/],
  ['August', /^अगस्त$/],
  ['September', /^सितं?म?्?बर$/],
  ['October', /^अक्[टत]ूबर$/],
  ['November', /^नवं?म?्?बर$/],
  ['December', /^दिसं?म?्?बर$/],
];

/** What a text says of a day, a month or a year, as far as nobody can read it otherwise. */
export interface WrittenDay {
  /** `2026-11-23`, or `2026-11` where no day is named; undefined where the calendar has no such day. */
  iso: string | undefined;
  /** `23 November 2026` */
  words: string;
}

/**
 * Reads a day as people in India write it: the day first unless the year is, in digits of any script or with the
 * name of its month.
 * @returns undefined where the text is no day
 */
export function readDay(written: string): WrittenDay | undefined {
  const parts = toLatinDigits(written.normalize('NFC'))
    .replaceAll(/(?<=\d)(?:st|nd|rd|th)\b/g, '')
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter((part) => part !== '');
  const month = parts.findIndex((part) => monthOf(part) !== undefined);
  const numbers = parts.filter((_, index) => index !== month);
  if (!numbers.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  if (month >= 0) {
    const named = monthOf(parts[month] ?? '');
    const year = numbers.find((part) => part.length === 4);
    const [day, ...more] = numbers.filter((part) => part !== year);
    return year && named && more.length === 0 ? toDay(year, named, day) : undefined;
  }
  const [first = '', second = '', third = ''] = numbers;
  if (numbers.length !== 3) return undefined;
  if (first.length === 4) return toDay(first, Number(second), third);
  if (third.length !== 4) return undefined;
  // Only where the second cannot be a month is it the American order.
  return Number(second) > 12 && Number(first) <= 12
    ? toDay(third, Number(first), second)
    : toDay(third, Number(second), first);
}

function monthOf(part: string): number | undefined {
  const index = MONTHS.findIndex(
    ([english, hindi]) =>
      hindi.test(part) ||
      (part.length > 2 &&
        english.toLowerCase().startsWith(part.toLowerCase().replace(/^sept$/, 'sep'))),
  );
  return index < 0 ? undefined : index + 1;
}

function toDay(year: string, month: number, day: string | undefined): WrittenDay {
  const name = MONTHS[month - 1]?.[0] ?? `month ${month}`;
  const iso = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return { iso: MONTHS[month - 1] && iso, words: `${name} ${year}` };
  const whole = `${iso}-${day.padStart(2, '0')}`;
  const date = new Date(`${whole}T00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
  return { iso: isDay ? whole : undefined, words: `${Number(day)} ${name} ${year}` };
}

/** The number as the ledgers write it; undefined where it could be read as more than one, or as none. */
export function readNumber(written: string): string | undefined {
  const plain = toLatinDigits(written)
    .replaceAll(/["'“”‘’]/g, '')
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/[\s().]+/g, ' ')
    .replaceAll(/ ?- ?/g, '-')
    .trim();
  return /^\+?\d[\d -]*\d$/.test(plain) ? plain : undefined;
}

/** The web or mail address that is meant; undefined where nobody can tell. */
export function readAddress(written: string): string | undefined {
  const plain = written.trim().replaceAll(/["'“”‘’<>]/g, '');
  if (/^[^\s@/:]+@[\w-]+(?:\.[\w-]+)+$/.test(plain)) return `mailto:${plain}`;
  const rest = plain.replace(/^h?t*ps?\s*:?\s*\/+\s*/i, '');
  if (!/^[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)*\.[A-Za-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/.test(rest))
    return undefined;
  const whole = `${/^http:/i.test(plain) ? 'http' : 'https'}://${rest}`;
  return URL.canParse(whole) ? whole : undefined;
}
