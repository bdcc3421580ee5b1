import { toLatinDigits } from '../../domain/digits.ts';
import { remembered } from '../../domain/remembered.ts';
import type { Content } from '../reading/content.ts';
import { lexiconsOf } from './lexicon.ts';
import type { Pattern } from './pattern.ts';
import { firstFinder, spanToText } from './search.ts';
import { type Word, wordsIn } from './words.ts';

/** Statistics in any language, digits of every script as Latin ones: 26 %, 1,318. */
const IN_DIGITS = [/\d[\d,.]*\s*[%٪％]/, /\d{1,3}(?:,\d{2,3})+/];
const YEAR = /(?<![\d\p{L}-])(?:1[89]|20)\d{2}(?![\d-])/u;

/** Finds figures in texts, in the words of every language of the course, since a sentence may mix them; words that are known need not be read again. */
export interface Figures {
  /** The first figure of a text that is a statistic. */
  statisticIn: (text: string, words?: readonly Word[]) => string | undefined;
  /** The first statement of a text that needs a source: a statistic, a year, a law, a court, what studies found. */
  claimIn: (text: string) => string | undefined;
}

/** What finds the figures of a course; made once for all rules that ask. */
export const figuresOf = remembered((content: Content): Figures => {
  const lexicons = [...lexiconsOf(content).values()];
  const statistics = lexicons.flatMap(({ patterns }) => patterns.statistics);
  const claims = lexicons.flatMap(({ patterns }) => patterns.claims);
  return {
    statisticIn: finderOf(IN_DIGITS, statistics),
    claimIn: finderOf([...IN_DIGITS, YEAR], [...statistics, ...claims]),
  };
}, new WeakMap());

/** Whether a text names a year. */
export const hasYear = (text: string): boolean => YEAR.test(toLatinDigits(text));

function finderOf(inDigits: readonly RegExp[], patterns: readonly Pattern[]) {
  const firstOf = firstFinder(patterns);
  return (text: string, words: readonly Word[] = wordsIn(text)): string | undefined => {
    const found = /\p{Nd}/u.test(text) ? digitsFound(inDigits, text) : [];
    const span = firstOf(words);
    if (span) {
      found.push({ start: words[span[0]]?.start ?? 0, written: spanToText(text, words, span) });
    }
    return found.toSorted((a, b) => a.start - b.start)[0]?.written;
  };
}

function digitsFound(patterns: readonly RegExp[], text: string) {
  const latin = toLatinDigits(text);
  return patterns.flatMap((pattern) => {
    const match = pattern.exec(latin);
    if (!match) return [];
    const { 0: found, index } = match;
    return [{ start: index, written: text.slice(index, index + found.length).trim() }];
  });
}
