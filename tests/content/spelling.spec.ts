import { expect, test } from '@playwright/test';
import { EN, HI, problemTexts, put, QUIZ, told } from './tiny-course.ts';

const LEXICON = 'content/languages/hi.yml';
const WHY =
  'One word has one spelling in the course: who reads slowly takes two spellings for two words.';
const decided = (entries: string) => put('lessThan:', `decided:\n${entries}lessThan:`);
const list = decided(
  '  - { write: ऑफ़िस*, not: [दफ़्तर*] }\n  - { write: 18 साल से कम, not: [18 से कम] }\n',
);
const told18 = (place: string, written: string, write: string) =>
  told(
    place,
    `“${written}” is written “${write}” in this course (decided in ${LEXICON}).`,
    `Write “${write}”.`,
    WHY,
  );

test('Another spelling than the decided one is found in every kind of text, with its ending', () => {
  const problems = problemTexts({
    [LEXICON]: list,
    [HI]: put('तीन दिन', 'दफ़्तरों में तीन दिन'),
    [QUIZ]: put('hi: आज पूछिए।', 'hi: उम्र 18 से कम है।'),
    'content/ui/hi.yml': put('next: आगे', 'next: दफ़्तर'),
    'content/course.yml': put('name: हिंदी', 'name: दफ़्तर'),
  });
  expect(problems).toEqual([
    told18('content/course.yml:5', 'दफ़्तर', 'ऑफ़िस'),
    told18(`${HI}:10`, 'दफ़्तरों', 'ऑफ़िसों'),
    told18(`${QUIZ}:9`, '18 से कम', '18 साल से कम'),
    told18('content/ui/hi.yml:2', 'दफ़्तर', 'ऑफ़िस'),
  ]);
});

test('A capital stays a capital, and a word of another language or within a word is left alone', () => {
  const english = 'content/languages/en.yml';
  const problems = problemTexts({
    [english]: decided('  - { write: colour*, not: [color*] }\n'),
    [EN]: put('For three', 'Colorful discolored plates. For three'),
    [HI]: put('तीन दिन', 'color। तीन दिन'),
  });
  expect(problems).toEqual([
    told(
      `${EN}:10`,
      `“Colorful” is written “Colourful” in this course (decided in ${english}).`,
      'Write “Colourful”.',
      WHY,
    ),
  ]);
});

test('The rarer of two spellings of one word is found', () => {
  const text = put('तीन दिन', 'ज़रा रुकिए। ज़रा सुनिए। जरा पूछिए। तीन दिन');
  expect(problemTexts({ [LEXICON]: list, [HI]: text })).toEqual([
    told(
      `${HI}:10`,
      '“जरा” is written “ज़रा” in 2 other places.',
      `Write “ज़रा”. If “जरा” is right, correct the others; if they are two words, add [ज़रा, जरा] under lookalikes in ${LEXICON}.`,
      WHY,
    ),
  ]);
  const lookalikes = (lexicon: string) =>
    put('lessThan:', 'lookalikes: [[ज़रा, जरा]]\nlessThan:')(list(lexicon));
  expect(problemTexts({ [LEXICON]: lookalikes, [HI]: text })).toEqual([]);
});

test('Digits of two scripts are two spellings of one number', () => {
  const [problem, ...more] = problemTexts({
    [LEXICON]: list,
    [HI]: put('तीन दिन', '12 मिनट, 12 मिनट और १२ मिनट।'),
  });
  expect(more).toEqual([]);
  expect(problem).toContain('“१२” is written “12” in 2 other places.');
});

test('A language without a list is not held to one spelling', () => {
  expect(problemTexts({ [HI]: put('तीन दिन', 'ज़रा रुकिए। जरा पूछिए। तीन दिन') })).toEqual([]);
});

test('A sentence that ends with a full stop is told the sign of its language', () => {
  const stop = put('lessThan:', 'stop: ।\nlessThan:');
  expect(problemTexts({ [LEXICON]: stop, [HI]: put('तीन दिन', 'डॉ. राव रुकिए. तीन दिन') })).toEqual([
    told(
      `${HI}:10`,
      'A sentence ends with a full stop: “रुकिए.”',
      'Write “रुकिए।”.',
      'In this language sentences end with “।”, and voices that read aloud pause there.',
    ),
  ]);
});

test('Words that are looked for in what somebody types keep their slips', () => {
  const typed = put('  next: आगे', '  own-phrases: दफ़्तर, office\n  next: आगे');
  const english = put('  next: Next', '  own-phrases: office\n  next: Next');
  expect(
    problemTexts({ [LEXICON]: list, 'content/ui/hi.yml': typed, 'content/ui/en.yml': english }),
  ).toEqual([]);
});
