import { expect, test } from '@playwright/test';
import { EN, MODULE, problemTexts, put, QUIZ, told } from './tiny-course.ts';

const FORM = 'The pages are made from these entries, so each has to be there in its own form.';
const KEY = 'What stands under a misspelt key would be left out of the course without a word.';

test('A misspelt key names the key that was meant', () => {
  expect(problemTexts({ [MODULE]: put('promise:', 'promis:') })).toEqual([
    told(`${MODULE}:2`, 'The key “promis” is not known here.', 'Did you mean “promise”?', KEY),
  ]);
});

test('A key that is like no other lists what is known', () => {
  expect(problemTexts({ [MODULE]: put('minutes: 5', 'minutes: 5\ncolour: red') })).toEqual([
    told(
      `${MODULE}:5`,
      'The key “colour” is not known here.',
      'The keys known here are: title, promise, roles, minutes, drawing, objectives, contentNote, lessons, core, review.',
      KEY,
    ),
  ]);
});

test('A missing entry is shown with its form', () => {
  expect(problemTexts({ [MODULE]: put('minutes: 5\n', '') })).toEqual([
    told(
      `${MODULE}:1`,
      'The entry lacks “minutes”.',
      'Add the line minutes: and after it the number',
      FORM,
    ),
  ]);
});

test('A misspelt value names the value that was meant', () => {
  expect(problemTexts({ 'content/sources.yml': put('confirmed', 'confirmd') })).toEqual([
    told(
      'content/sources.yml:6',
      '“confirmd” is no value that “confidence” can have.',
      'Did you mean “confirmed”?',
      FORM,
    ),
  ]);
});

test('A misspelt kind of question names the kind that was meant', () => {
  expect(problemTexts({ [QUIZ]: put('kind: single', 'kind: singel') })).toEqual([
    told(`${QUIZ}:4`, '“singel” is no value that “kind” can have.', 'Did you mean “single”?', FORM),
  ]);
});

test('A question without a kind is shown the kinds there are', () => {
  expect(problemTexts({ [QUIZ]: put('    kind: single\n', '') })).toEqual([
    told(
      `${QUIZ}:3`,
      'The entry lacks “kind”.',
      'Add the line kind: single | several | sort | order | rewrite | scale',
      FORM,
    ),
  ]);
});

test('A number in quotes is written without them', () => {
  expect(problemTexts({ [MODULE]: put('minutes: 5', 'minutes: "5"') })).toEqual([
    told(
      `${MODULE}:4`,
      '“minutes” is a number, and "5" in quotes counts as a text.',
      'Write minutes: 5',
      FORM,
    ),
  ]);
});

test('A number that stands for a text is written in quotes', () => {
  expect(problemTexts({ 'content/helplines.yml': put('"112"', '112') })).toEqual([
    told(
      'content/helplines.yml:2',
      '“number” is a text, and 112 without quotes counts as a number.',
      'Write number: "112"',
      FORM,
    ),
  ]);
});

test('Half a minute is rounded', () => {
  expect(problemTexts({ [MODULE]: put('minutes: 5', 'minutes: 4.6') })).toEqual([
    told(`${MODULE}:4`, '“minutes” is a whole number, not 4.6.', 'Write minutes: 5', FORM),
  ]);
});

test('A module that takes too long is told how long it may take', () => {
  expect(problemTexts({ [MODULE]: put('minutes: 5', 'minutes: 45') })).toEqual([
    told(`${MODULE}:4`, 'The number 45 for “minutes” is too big.', 'Write 30 or less.', FORM),
  ]);
});

test('A module that takes no time is told how long it has to take', () => {
  expect(problemTexts({ [MODULE]: put('minutes: 5', 'minutes: 0') })).toEqual([
    told(`${MODULE}:4`, 'The number 0 for “minutes” is too small.', 'Write 1 or more.', FORM),
  ]);
});

test('A day is written with year, month and day', () => {
  expect(problemTexts({ 'content/sources.yml': put('"2027-06-01"', 'June 2027') })).toEqual([
    told(
      'content/sources.yml:8',
      '“June 2027” is not how “lookAgain” is written: it is a day.',
      'Write after lookAgain: in quotes the year in four digits, the month in two and the day in two, with hyphens between.',
      FORM,
    ),
  ]);
});

test('A web address is written whole', () => {
  expect(
    problemTexts({
      'content/site.yml': put('https://example.org/contact/', 'example.org/contact/'),
    }),
  ).toEqual([
    told(
      'content/site.yml:5',
      '“example.org/contact/” is not how “contact” is written: it is a web address or a mail address.',
      'Write contact: https://example.org/contact/',
      FORM,
    ),
  ]);
});

test('An id is written as an id', () => {
  expect(
    problemTexts({ 'content/glossary.yml': put('id: warning-sign', 'id: Warning Sign') }),
  ).toEqual([
    told(
      'content/glossary.yml:1',
      '“Warning Sign” is not how “id” is written: ids are lower-case Latin words joined by hyphens, for example plate-comes-back.',
      'Write id: warning-sign',
      FORM,
    ),
  ]);
});

test('An option has one letter, and a free one is offered', () => {
  expect(problemTexts({ [QUIZ]: put('id: a', 'id: A1') })).toEqual([
    told(
      `${QUIZ}:7`,
      '“A1” is not how “id” is written: an option id is one lower-case letter, for example b.',
      'Write id: a',
      FORM,
    ),
  ]);
});

test('The year of a source has its own form', () => {
  expect(problemTexts({ 'content/sources.yml': put('"2023"', 'May 2023') })).toEqual([
    told(
      'content/sources.yml:5',
      '“May 2023” is not how “date” is written.',
      'Write date: "2023-05"',
      FORM,
    ),
  ]);
});

test('A question with two options is one short', () => {
  expect(problemTexts({ [QUIZ]: (text) => text.slice(0, text.indexOf('      - id: c')) })).toEqual([
    told(
      `${QUIZ}:7`,
      '“options” has 2 entries and needs at least 3.',
      'Add 1, in the form of the entries around it.',
      FORM,
    ),
  ]);
});

test('A question with six options has one too many', () => {
  expect(
    problemTexts({
      [QUIZ]: (text) =>
        text +
        text.slice(text.indexOf('      - id: c')).replace('id: c', 'id: d') +
        text.slice(text.indexOf('      - id: c')).replace('id: c', 'id: e') +
        text.slice(text.indexOf('      - id: c')).replace('id: c', 'id: f'),
    }),
  ).toEqual([
    told(`${QUIZ}:7`, '“options” has 6 entries and may have 5 at most.', 'Take out 1.', FORM),
  ]);
});

test('An entry without a value is asked for its text', () => {
  expect(problemTexts({ [MODULE]: put('drawing: tiffin', 'drawing:') })).toEqual([
    told(
      `${MODULE}:5`,
      '“drawing” needs a text, and has nothing.',
      'Write the text after drawing:',
      FORM,
    ),
  ]);
});

test('An empty text is asked for', () => {
  expect(problemTexts({ 'content/ui/hi.yml': put('next: आगे', 'next: ""') })).toEqual([
    told(
      'content/ui/hi.yml:2',
      'The text of “next” is empty or too short.',
      'Write the text after next:',
      FORM,
    ),
  ]);
});

test('One value that should be a list is put in brackets', () => {
  expect(problemTexts({ [MODULE]: put('[plate]', 'plate') })).toEqual([
    told(`${MODULE}:8`, '“lessons” needs a list, and has “plate”.', 'Write lessons: [plate]', FORM),
  ]);
});

test('A text without languages is asked for them', () => {
  expect(problemTexts({ [MODULE]: put('{ hi: देखना, en: Notice }', 'देखना') })).toEqual([
    told(
      `${MODULE}:1`,
      '“title” needs a text in each language, and has “देखना”.',
      'Write title: { hi: …, en: … }',
      FORM,
    ),
  ]);
});

test('A word that should be true or false is told so', () => {
  expect(problemTexts({ [QUIZ]: put('right: true', 'right: yes') })).toEqual([
    told(
      `${QUIZ}:3`,
      'The question “two-changes” has no right option.',
      'Add the line right: true to the option that is right.',
      'Otherwise nobody could answer it.',
    ),
    told(`${QUIZ}:13`, '“right” needs true or false, and has “yes”.', 'Write right: true', FORM),
  ]);
});

test('An empty file is told how to begin', () => {
  expect(problemTexts({ 'content/glossary.yml': '' })).toEqual([
    told(
      'content/glossary.yml:1',
      'The file needs a list, and has nothing.',
      'Begin each entry with a hyphen: - id: …',
      FORM,
    ),
  ]);
});

test('A lesson without a head is shown one', () => {
  expect(problemTexts({ [EN]: (text) => text.slice(text.indexOf('<Card')) })).toEqual([
    told(
      `${EN}:1`,
      'The lesson has no head.',
      `Begin the file with these four lines:
---
title: The title of the lesson
minutes: 3
---`,
      'The course map shows each lesson’s title and minutes before anybody opens it.',
    ),
  ]);
});

test('A misspelt key in the head of a lesson is found in its line', () => {
  expect(problemTexts({ [EN]: put('minutes: 3', 'minuts: 3') })).toEqual([
    told(`${EN}:3`, 'The key “minuts” is not known here.', 'Did you mean “minutes”?', KEY),
  ]);
});
