import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { contentProblems } from '../../src/rules/index.ts';
import { type ContentFile, problemToText } from '../../src/rules/problem.ts';
import { EN, HI, MODULE, QUIZ, TODAY, tinyCourse, told } from './tiny-course.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
const marathi = parse(fixture('marathi/words.yml')) as Record<string, string>;

const LEXICON = 'content/languages/mr.yml';
const TEA = 'content/modules/notice/tea.scenario.yml';
const MR = 'content/modules/notice/plate.mr.mdx';

/** The file with the Marathi beside each English text. */
function withMarathi(text: string): string {
  return text.replaceAll(/, en: ("[^"]*"|[^}]*?) ?\}/g, (_, english: string) => {
    const key = english.replaceAll('"', '');
    const translation = marathi[key];
    if (!translation) throw new Error(`words.yml has no Marathi for “${key}”.`);
    return `, mr: "${translation}", en: ${english} }`;
  });
}

const lesson = (id: string, title: string, heading: string, sentence: string, more = '') => `---
title: ${title}
minutes: 3
---

<Card id="${id}">

## ${heading}

${sentence} <Helpline id="emergency" /> <Cite id="paper" />

<Drawing name="tiffin" alt="" />

</Card>
${more}`;
const QUESTION = '\n<Question id="two-changes" />\n';
/** Two lessons, one question and one conversation in Hindi, Marathi and English. */
const course: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(tinyCourse).map(([path, text]) => [
      path,
      path.startsWith('content/ui/') || path.startsWith('content/languages/')
        ? text
        : withMarathi(text),
    ]),
  ),
  'content/course.yml': withMarathi(tinyCourse['content/course.yml']).replace(
    '  - { id: en,',
    '  - { id: mr, name: मराठी, locale: mr-IN }\n  - { id: en,',
  ),
  'content/ui/mr.yml': tinyCourse['content/ui/hi.yml']
    .replace('आगे', 'पुढे')
    .replaceAll('मिनट', 'मिनिट'),
  [LEXICON]: fixture('marathi/mr.yml'),
  [MODULE]: withMarathi(tinyCourse[MODULE])
    .replace('lessons: [plate]', 'lessons: [plate, night]')
    .replace('minutes: 5', 'minutes: 9'),
  [HI]: lesson('plate-first', 'थाली', 'थाली देखिए', 'तीन दिन से थाली आधी लौट रही है।', QUESTION),
  [MR]: lesson('plate-first', 'ताट', 'ताट पाहा', 'तीन दिवस ताट अर्धं परत येत आहे.', QUESTION),
  [EN]: lesson('plate-first', 'The plate', 'Look at it', 'It has come back half full.', QUESTION),
  'content/modules/notice/night.hi.mdx': lesson('at-night', 'रात', 'रात का चक्कर', 'बत्ती जल रही है।'),
  'content/modules/notice/night.mr.mdx': lesson('at-night', 'रात्र', 'रात्रीची फेरी', 'दिवा चालू आहे.'),
  'content/modules/notice/night.en.mdx': lesson('at-night', 'Night', 'The round', 'A light is on.'),
  [TEA]: withMarathi(fixture('scenes/tea.scenario.yml')),
};

/** The problems of the course with pieces of its files replaced. */
function problemsWith(...changes: [path: string, piece: string, instead: string][]): string[] {
  const texts = { ...course };
  for (const [path, piece, instead] of changes) {
    const text = texts[path] ?? '';
    if (!text.includes(piece)) throw new Error(`${path} has no “${piece}” to replace.`);
    texts[path] = text.replace(piece, () => instead);
  }
  const files = Object.entries(texts).map(([path, text]): ContentFile => ({ path, text }));
  return contentProblems(files, TODAY).map(problemToText);
}
const lineOf = (path: string, piece: string) =>
  `${path}:${(course[path] ?? '').split(piece)[0]?.split('\n').length}`;

test('A course in three languages keeps all rules', () => {
  expect(problemsWith()).toEqual([]);
});

test('Without the plain word of the third language the course is refused', () => {
  const plain = /^plainWord:\n(?: .*\n)*/m.exec(course[LEXICON] ?? '')?.[0] ?? '';
  expect(problemsWith([LEXICON, plain, ''])).toEqual([
    told(
      `${LEXICON}:2`,
      'The entry lacks “plainWord”.',
      'Add the line plainWord: and below it its keys, two spaces further in',
      'The pages are made from these entries, so each has to be there in its own form.',
    ),
  ]);
});

test('A direct question in the third language has its plain word', () => {
  const asked = 'आत्महत्येचे विचार येतात का?';
  expect(problemsWith([TEA, asked, 'तसले विचार येतात का?'])).toEqual([
    told(
      lineOf(TEA, asked),
      'The choice “c07” asks directly, and its text has no plain word for suicide: “तसले विचार येतात का?”',
      'Say the word, for example: तुझ्या मनात आत्महत्येचे विचार येत आहेत का?',
      'A hint can be answered with a hint. Asking with the plain word has not been found to raise the risk.',
    ),
  ]);
});

test('A promise of secrecy is found in the third language', () => {
  const strong = 'मॅडमना एकत्र सांगू.';
  expect(problemsWith([TEA, strong, 'कोणालाही सांगणार नाही.'])).toEqual([
    told(
      lineOf(TEA, strong),
      '“c09” is not weak, and it promises secrecy: “कोणालाही सांगणार नाही”',
      'Say who will be told, and why, for example: ही गोष्ट पसरणार नाही. पण जिवाचा प्रश्न आहे, म्हणून नीरज सरांना सांगावं लागेल, तुझ्यासमोर.',
      'A promise of secrecy leaves the learner alone with a life at stake.',
    ),
  ]);
});

test('The third language stands in its script', () => {
  expect(problemsWith([TEA, 'मन लागत नाही.', 'मूड off आहे.'])).toEqual([
    told(
      lineOf(TEA, 'मन लागत नाही.'),
      'The Marathi of “r04” holds Latin letters: “मूड off आहे.”',
      'Write the word in Devanagari, for example जेईई, टेस्ट, हॉस्टेल.',
      'A text in the wrong letters cannot be read by the person it is for, nor read aloud by the phone.',
    ),
  ]);
});

test('A statistic in the words of the third language needs a source', () => {
  expect(problemsWith([QUIZ, 'आजच विचारा.', 'दहा पैकी एक मुलगा.'])).toEqual([
    told(
      lineOf(QUIZ, '- id: two-changes'),
      'The question “two-changes” states “दहा पैकी एक” and names no source.',
      'Add the line sources: [id-from-sources-yml]',
      'A figure without a source cannot be checked, and wrong figures about suicide do harm.',
    ),
  ]);
});

test('A rule on how one speaks of suicide knows the word of the third language', () => {
  expect(problemsWith([MR, 'ताट अर्धं', 'daxed आत्महत्या'])).toEqual([
    told(
      lineOf(MR, 'ताट अर्धं'),
      'The words “daxed आत्महत्या” break the rule “done-as-crime” of content/language.yml.',
      'Write “died”.',
      'It is no crime.',
    ),
  ]);
});
