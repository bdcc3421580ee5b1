import { lexiconFile } from '../../schema/paths.ts';
import { type Cache, noCache } from '../cache.ts';
import { found, type Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import type { Lesson } from '../reading/lesson-text.ts';
import { fieldOf } from '../reading/value.ts';
import { commonWords, type Measured, shareOf } from './common-words.ts';
import { lexiconsOf } from './lexicon.ts';
import { measureOf, sentencesIn } from './readability-measure.ts';
import { inEachFile, type SeenText } from './texts.ts';

/** What a lesson may reach at most; each stands clear of what good lessons of the course have. */
const MOST = { sentence: 30, mean: 14, counterparts: 1.3, seldom: 0.4, minutes: 2 } as const;
/** Lessons with fewer words are too short for averages and shares. */
const LEAST_WORDS = 100;

const WHY_LONG = 'At night, on a phone, a long sentence is lost half-way.';

/** Lessons read easily, in every language alike: no long sentences, no heap of seldom words, honest minutes. */
export function readabilityProblems(content: Content, cache: Cache = noCache): Problem[] {
  const measured = measuredLessons(content);
  return [
    ...measured.flatMap(({ lesson: { path }, measures: { sentences } }) =>
      sentences.flatMap(({ text, words, line }) => longProblems(path, line, text, words.length)),
    ),
    ...inEachFile(content, cache, 'sentences', (texts) => texts.flatMap(yamlProblems)),
    ...measured.flatMap(meanProblems),
    ...seldomProblems(content, measured),
    ...measured.flatMap(minuteProblems),
    ...parityProblems(content, measured),
  ];
}

/** All lessons that can be read, with their measures. */
export function measuredLessons(content: Content): Measured[] {
  return content.lessons
    .filter(({ isWhole }) => isWhole)
    .map((lesson) => ({ lesson, measures: measureOf(lesson) }));
}

/** By language, words that every reader knows. */
export function knownWords(content: Content): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    [...lexiconsOf(content)].map(([language, { known }]) => [language, known]),
  );
}

function longProblems(file: string, line: number, value: string, words: number): Problem[] {
  return found(
    words > MOST.sentence && {
      ...{ file, line, value },
      message: `This sentence has ${words} words: “${value}”`,
      instead: `Make two or three of it, each of ${MOST.sentence} words at most.`,
      why: WHY_LONG,
    },
  );
}

function yamlProblems({ file, text, words: all, lineAt }: SeenText): Problem[] {
  if (!/^content\/(modules\/.*|coordinator)\.yml$/.test(file) || all().length <= MOST.sentence)
    return [];
  return sentencesIn(text, 0).flatMap(({ text: sentence, words }) => {
    const [first] = words;
    const line = lineAt(text.indexOf(first?.written ?? ''), sentence.slice(0, 20));
    return longProblems(file, line, sentence, words.length);
  });
}

function meanProblems({ lesson: { path: file }, measures }: Measured): Problem[] {
  const { mean, words, longest } = measures;
  if (mean <= MOST.mean || words < LEAST_WORDS || !longest) return [];
  return [
    {
      ...{ file, line: longest.line, value: longest.text },
      message: `The sentences of this lesson have ${mean.toFixed(1)} words on average; the longest is “${longest.text}”`,
      instead: `Shorten sentences until it is ${MOST.mean} at most; 8 to 10 is usual here.`,
      why: WHY_LONG,
    },
  ];
}

function seldomProblems(content: Content, measured: readonly Measured[]): Problem[] {
  const isCommon = commonWords(measured, knownWords(content));
  const byLanguage = Map.groupBy(measured, ({ lesson }) => lesson.language);
  return measured.flatMap(({ lesson: { path: file, language }, measures }) => {
    const own = byLanguage.get(language) ?? [];
    // In a course of few lessons hardly any word stands in three of them.
    if (measures.words < LEAST_WORDS || own.length < 10) return [];
    const share = shareOf(measures, (form) => !isCommon(language, form));
    if (share <= MOST.seldom) return [];
    const heaviest = measures.sentences
      .filter(({ words }) => words.length >= 5)
      .map((sentence) => ({ ...sentence, seldom: seldomIn(sentence.words) }))
      .toSorted((a, b) => b.seldom.length / b.words.length - a.seldom.length / a.words.length)[0];
    function seldomIn(words: readonly { written: string; form: string }[]) {
      return words.filter(({ form }) => !isCommon(language, form)).map(({ written }) => written);
    }
    if (!heaviest) return [];
    return {
      ...{ file, line: heaviest.line, value: heaviest.text },
      message: `In this lesson ${Math.round(share * 100)} of 100 words are seldom used in the course, most of them in “${heaviest.text}” (${heaviest.seldom.join(', ')}).`,
      instead: `Say it with words that other lessons use, until ${MOST.seldom * 100} in 100 are left at most; a word that every reader knows can go into ${lexiconFile(language)}.`,
      why: 'The course is read by people who left school after class 8.',
    };
  });
}

function minuteProblems({
  lesson: { path: file, head },
  measures: { minutes },
}: Measured): Problem[] {
  const declared = fieldOf(head, 'minutes');
  const given = Number(declared?.written);
  if (!declared || Number.isNaN(given) || minutes - given <= MOST.minutes) return [];
  return [
    {
      ...{ file, line: declared.line, value: declared.written },
      message: `The lesson says ${given} minutes and takes about ${minutes.toFixed(1)}.`,
      instead: `Write minutes: ${Math.round(minutes)}, or shorten the lesson.`,
      why: 'Whoever has five minutes at night chooses a lesson by this number.',
    },
  ];
}

function parityProblems({ languages }: Content, measured: readonly Measured[]): Problem[] {
  const [first] = languages;
  const idOf = ({ module, lesson }: Lesson) => `${module}/${lesson}`;
  const firsts = new Map(
    measured
      .filter(({ lesson }) => lesson.language === first)
      .map((one) => [idOf(one.lesson), one]),
  );
  return measured.flatMap(({ lesson, measures }) => {
    const counterpart = firsts.get(idOf(lesson));
    if (!counterpart || lesson.language === first || counterpart.measures.words < LEAST_WORDS)
      return [];
    const [less, more] = [measures.words, counterpart.measures.words].toSorted((a, b) => a - b);
    if ((more ?? 0) <= (less ?? 0) * MOST.counterparts) return [];
    return {
      ...{ file: lesson.path, line: 1, value: String(measures.words) },
      message: `This lesson has ${measures.words} words, and its counterpart in the language “${first}” has ${counterpart.measures.words}.`,
      instead: `Say in both what only one of them says now; they may differ by ${Math.round((MOST.counterparts - 1) * 100)} in 100.`,
      why: 'Whoever reads one language is to learn as much as whoever reads the other.',
    };
  });
}
