import { remembered } from '../../domain/remembered.ts';
import { type Asked, firstWords, fits, matchAt, type Pattern } from './pattern.ts';
import type { Word } from './words.ts';

/** A pattern with what it stands for. */
export type Entry<Item> = readonly [pattern: Pattern, item: Item];

/**
 * Sorts patterns by the word with which a find begins, since a text uses few words many times and most begin no find.
 * @returns for a word, the patterns of which a find can begin with it, in their order
 */
export function byFirstWord<Item>(
  entries: readonly Entry<Item>[],
): (word: Word) => readonly Entry<Item>[] {
  const firsts = entries.flatMap((entry, order) =>
    firstWords(entry[0]).map((asked): First<Item> => ({ asked, entry, order })),
  );
  const parts = firsts.filter(({ asked }) => asked.part !== 'whole');
  const whole = Map.groupBy(
    firsts.filter(({ asked }) => asked.part === 'whole'),
    ({ asked }) => asked.form,
  );
  const begunBy = remembered((form: string): readonly Entry<Item>[] => {
    const begun = [...(whole.get(form) ?? []), ...parts.filter(({ asked }) => fits(form, asked))];
    return begun.toSorted((a, b) => a.order - b.order).map(({ entry }) => entry);
  });
  return ({ form }) => begunBy(form);
}

interface First<Item> {
  asked: Asked;
  entry: Entry<Item>;
  order: number;
}

/** Places of the first word of a find and after its last. */
export type Span = readonly [from: number, to: number];

/** Finds the first place of a text where one of the patterns stands. */
export function firstFinder(
  patterns: readonly Pattern[],
): (words: readonly Word[]) => Span | undefined {
  const begunBy = byFirstWord(patterns.map((pattern) => [pattern, undefined] as const));
  return (words) => {
    for (const [from, word] of words.entries()) {
      for (const [pattern] of begunBy(word)) {
        const to = matchAt(pattern, words, from);
        if (to !== undefined) return [from, to];
      }
    }
    return undefined;
  };
}

/** The words of a find as they stand in the text. */
export function spanToText(text: string, words: readonly Word[], [from, to]: Span): string {
  return text.slice(words[from]?.start, words[to - 1]?.end);
}
