import { type Lesson, type Part, partsIn, partToText } from '../reading/lesson-text.ts';
import { type Word, wordsIn } from './words.ts';

/** Words a minute at which a lesson is taken to be read, from the course's own plan for Hindi. */
const PACE = 130;
/** Minutes that a question, and a sentence to say aloud, take. */
const PRACTICE: Readonly<Record<string, number>> = { Question: 0.75, Aloud: 1 };

/** A sentence with the words it has. */
export interface Sentence {
  text: string;
  words: readonly Word[];
  line: number;
}

/** What can be counted of a lesson in one language. */
export interface Measures {
  sentences: Sentence[];
  /** Words of all cards, for all roles. */
  words: number;
  /** Words of a sentence on average. */
  mean: number;
  longest: Sentence | undefined;
  /** Minutes for the role that reads most: reading, and the questions and sentences that the lesson places. */
  minutes: number;
}

/** The sentences of a text; a semicolon and the end of a paragraph end one too. */
export function sentencesIn(text: string, line: number): Sentence[] {
  return text
    .split(/(?<=[.!?।…;]["”’')]*)\s+|\n\s*\n/)
    .map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim())
    .map((sentence) => ({ text: sentence, words: wordsIn(sentence), line }))
    .filter(({ words }) => words.length > 0);
}

/** Counts a lesson; one that is not whole has no sentences. */
export function measureOf(lesson: Lesson): Measures {
  const sentences = sentencesOf(lesson.parts);
  const words = countOf(sentences);
  const longest = sentences.toSorted((a, b) => b.words.length - a.words.length)[0];
  const practice = [...partsIn(lesson.parts)].reduce(
    (sum, { name }) => sum + (PRACTICE[name] ?? 0),
    0,
  );
  return {
    ...{ sentences, words, longest },
    mean: words / Math.max(1, sentences.length),
    minutes: mostWords(lesson.parts) / PACE + practice,
  };
}

const countOf = (sentences: readonly Sentence[]) =>
  sentences.reduce((sum, { words }) => sum + words.length, 0);

function sentencesOf(parts: readonly Part[]): Sentence[] {
  return [...partsIn(parts)]
    .filter(({ kind }) => kind === 'paragraph' || kind === 'heading')
    .flatMap((part) => sentencesIn(partToText(part), part.line));
}

/** The words that one reader has before them: the passages of one role count, those of the others do not. */
function mostWords(parts: readonly Part[]): number {
  const passages = [...partsIn(parts)].filter(({ name }) => name === 'For');
  const byRole = new Map<string, number>();
  for (const passage of passages) {
    const words = countOf(sentencesOf(passage.parts));
    for (const role of (passage.attributes.get('role') ?? '').split(' '))
      byRole.set(role, (byRole.get(role) ?? 0) + words);
  }
  const inPassages = passages.reduce(
    (sum, passage) => sum + countOf(sentencesOf(passage.parts)),
    0,
  );
  return countOf(sentencesOf(parts)) - inPassages + Math.max(0, ...byRole.values());
}
