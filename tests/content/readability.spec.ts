import { expect, test } from '@playwright/test';
import { commonWords, shareOf } from '../../src/rules/language/common-words.ts';
import { measureOf, sentencesIn } from '../../src/rules/language/readability-measure.ts';
import { readLesson } from '../../src/rules/reading/lesson-text.ts';
import { EN, HI, problemTexts, put, QUIZ, tinyCourse, told } from './tiny-course.ts';

const WHY = 'At night, on a phone, a long sentence is lost half-way.';
const words = (count: number, word = 'plate') =>
  Array.from({ length: count }, () => word).join(' ');
const filled = (file: keyof typeof tinyCourse, sentences: readonly string[]) => {
  const text = tinyCourse[file];
  return text.replace(' <Cite', () => ` ${sentences.join(' ')} <Cite`);
};

test('A sentence of more than 30 words is named', () => {
  const long = `${words(31)}.`;
  const problem = (place: string) =>
    told(
      place,
      `This sentence has 31 words: “${long}”`,
      'Make two or three of it, each of 30 words at most.',
      WHY,
    );
  expect(problemTexts({ [EN]: filled(EN, [long]) })).toEqual([problem(`${EN}:10`)]);
  expect(problemTexts({ [EN]: filled(EN, [`${words(30)}.`]) })).toEqual([]);
  expect(problemTexts({ [EN]: filled(EN, [`${words(16)}; ${words(15)}.`]) })).toEqual([]);
  expect(problemTexts({ [QUIZ]: put('en: Ask today.', `en: ${long}`) })).toEqual([
    problem(`${QUIZ}:9`),
  ]);
});

test('A lesson of long sentences is named with its longest', () => {
  const sentences = Array.from({ length: 9 }, (_, at) => `${words(20 + at)}.`);
  const both = { [EN]: filled(EN, sentences), [HI]: filled(HI, sentences) };
  const problem = (place: string, mean: string) =>
    told(
      place,
      `The sentences of this lesson have ${mean} words on average; the longest is “${words(28)}.”`,
      'Shorten sentences until it is 14 at most; 8 to 10 is usual here.',
      WHY,
    );
  expect(problemTexts(both).filter((text) => text.includes('on average'))).toEqual([
    problem(`${EN}:10`, '19.4'),
    problem(`${HI}:10`, '19.1'),
  ]);
});

test('Counterparts that differ by more than a third are named', () => {
  const long = Array.from({ length: 12 }, () => `${words(10)}.`);
  expect(problemTexts({ [EN]: filled(EN, long), [HI]: filled(HI, long) })).toEqual([]);
  expect(
    problemTexts({ [HI]: filled(HI, [...long, ...long.slice(6)]), [EN]: filled(EN, long) }),
  ).toEqual([
    told(
      `${EN}:1`,
      'This lesson has 137 words, and its counterpart in the language “hi” has 193.',
      'Say in both what only one of them says now; they may differ by 30 in 100.',
      'Whoever reads one language is to learn as much as whoever reads the other.',
    ),
  ]);
});

test('A lesson that takes two minutes more than it says is named', () => {
  const changes = {
    [EN]: filled(
      EN,
      Array.from({ length: 60 }, () => `${words(10)}.`),
    ),
    [HI]: filled(
      HI,
      Array.from({ length: 60 }, () => `${words(10)}.`),
    ),
  };
  const problem = (place: string) =>
    told(
      place,
      'The lesson says 3 minutes and takes about 5.5.',
      'Write minutes: 5, or shorten the lesson.',
      'Whoever has five minutes at night chooses a lesson by this number.',
    );
  expect(problemTexts(changes).filter((text) => text.includes('says 3'))).toEqual([
    problem(`${EN}:3`),
    problem(`${HI}:3`),
  ]);
});

test('A lesson full of words that no other uses is named with its heaviest sentence', () => {
  const lessons = Array.from({ length: 10 }, (_, at) => `copy-${at}`);
  const copies = Object.fromEntries(
    lessons.flatMap((lesson, at) =>
      [HI, EN].map((file) => {
        const text = filled(
          file as typeof EN,
          Array.from({ length: 12 }, () => `${words(10)}.`),
        )
          .replace('id="plate-first"', `id="card-${at}"`)
          .replace(/\n<Question.*\n/, '');
        return [file.replace('/plate.', `/${lesson}.`), text];
      }),
    ),
  );
  const module = put('[plate]', `[plate, ${lessons.join(', ')}]`);
  const path = 'content/modules/notice/module.yml';
  const seldom = (changes: Parameters<typeof problemTexts>[0]) =>
    problemTexts({ ...copies, ...changes, [path]: module }).filter((text) =>
      text.includes('seldom'),
    );
  expect(seldom({})).toEqual([]);
  const odd = Array.from({ length: 20 }, (_, at) => `wug${'abcdefghijklmnopqrst'[at]}`);
  const sentence = `${odd.slice(0, 5).join(' ')}.`;
  const sentences = [sentence, ...Array.from({ length: 12 }, () => `${odd.join(' ')} plate.`)];
  const heavy = { [EN]: filled(EN, sentences), [HI]: filled(HI, sentences) };
  const [problem] = seldom(heavy);
  expect(problem).toBe(
    told(
      `${EN}:10`,
      `In this lesson 89 of 100 words are seldom used in the course, most of them in “${sentence}” (${odd.slice(0, 5).join(', ')}).`,
      'Say it with words that other lessons use, until 40 in 100 are left at most; a word that every reader knows can go into content/languages/en.yml.',
      'The course is read by people who left school after class 8.',
    ),
  );
});

test('Sentences are told apart in both scripts', () => {
  const texts = (text: string) => sentencesIn(text, 1).map((sentence) => sentence.text);
  expect(texts('वह आया। "सब ठीक?" उसने पूछा… फिर गया।')).toEqual([
    'वह आया।',
    '"सब ठीक?"',
    'उसने पूछा…',
    'फिर गया।',
  ]);
  expect(texts('At 11.30 he came. Then, at\nnight, he left!')).toEqual([
    'At 11.30 he came.',
    'Then, at night, he left!',
  ]);
});

test('The minutes count the passages of one role, and practice', () => {
  const card = (text: string) => `---\n---\n\n<Card id="a">\n\n${text}\n\n</Card>\n`;
  const minutes = (text: string) =>
    measureOf(readLesson({ path: EN, text }, { module: 'a', lesson: 'b', language: 'en' })).minutes;
  const passage = (role: string, count: number) =>
    `<For role="${role}">\n\n${words(count)}\n\n</For>`;
  expect(minutes(card(words(130)))).toBe(1);
  expect(minutes(card(`${words(65)}\n\n${passage('warden peer', 65)}`))).toBe(1);
  expect(minutes(card(`${passage('warden', 130)}\n\n${passage('peer', 65)}`))).toBe(1);
  expect(minutes(`${card(words(130))}\n<Question id="q" />\n\n<Aloud id="s" />\n`)).toBe(2.75);
});

test('A word is common in three lessons, or when it is listed', () => {
  const measured = ['tea sun', 'tea sun', 'tea Sunn'].map((text) => {
    const lesson = readLesson(
      { path: EN, text: `---\n---\n\n${text}` },
      { module: 'a', lesson: 'b', language: 'en' },
    );
    return { lesson, measures: measureOf(lesson) };
  });
  const isCommon = commonWords(measured, { en: ['moon'] });
  expect(['tea', 'sun', 'mun', 'star', '12'].map((form) => isCommon('en', form))).toEqual([
    ...[true, true, true, false, true],
  ]);
  expect(isCommon('hi', 'tea')).toBe(false);
  const [one] = measured;
  expect(one && shareOf(one.measures, (form) => form === 'tea')).toBe(0.5);
});
