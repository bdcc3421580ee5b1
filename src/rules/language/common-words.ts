import type { Lesson } from '../reading/lesson-text.ts';
import type { Measures } from './readability-measure.ts';
import { wordToForm } from './words.ts';

/** A word is common when so many lessons of a language use it. */
const COMMON = 3;

/** A lesson with its measures. */
export interface Measured {
  lesson: Lesson;
  measures: Measures;
}

/** Tells of each language's words whether they are common: used by several lessons, or listed as known. */
export function commonWords(
  measured: readonly Measured[],
  known: Readonly<Record<string, readonly string[]>>,
): (language: string, form: string) => boolean {
  const byLanguage = new Map(
    [...Map.groupBy(measured, ({ lesson }) => lesson.language).entries()].map(([language, own]) => {
      const counts = new Map<string, number>();
      for (const { measures } of own) {
        const forms = measures.sentences.flatMap(({ words }) => words.map(({ form }) => form));
        for (const form of new Set(forms)) counts.set(form, (counts.get(form) ?? 0) + 1);
      }
      const listed = new Set((known[language] ?? []).map(wordToForm));
      return [language, (form: string) => (counts.get(form) ?? 0) >= COMMON || listed.has(form)];
    }),
  );
  return (language, form) => /^\d/.test(form) || (byLanguage.get(language)?.(form) ?? false);
}

/** The share of a lesson's words for which something holds, from 0 to 1. */
export function shareOf({ sentences, words }: Measures, holds: (form: string) => boolean): number {
  const found = sentences.reduce(
    (sum, sentence) => sum + sentence.words.filter(({ form }) => holds(form)).length,
    0,
  );
  return found / Math.max(1, words);
}
