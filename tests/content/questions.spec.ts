import { expect, test } from '@playwright/test';
import { EN, HI, problemTexts, put, QUIZ, told } from './tiny-course.ts';

const FOR_EVER =
  'Stored answers refer to ids alone, so each id means one thing in the whole course, for ever.';
const HABIT = 'Whoever notices the habit answers without having learnt anything.';
const SMALL = 'It is read on a small screen, late at night.';
const ONE = 'Otherwise nobody could answer it.';

/** A quiz of the given questions. */
function quizOf(...items: string[]): string {
  return `kind: module\nitems:\n${items.join('')}`;
}

/** A question of three options, of which one is right and has the given English text. */
function item(id: string, right: string, rightText: string): string {
  const options = ['a', 'b', 'c'].map(
    (letter) => `      - id: ${letter}
        text: { hi: एक वाक्य।, en: ${letter === right ? rightText : 'Leave him until the test.'} }
        feedback: { hi: सोचिए।, en: Think. }
        right: ${letter === right}
`,
  );
  return `  - id: ${id}\n    kind: single\n    prompt: { hi: अब?, en: And now? }\n    options:\n${options.join('')}`;
}

test('A question with one right option has one', () => {
  expect(problemTexts({ [QUIZ]: put('        right: true\n', '') })).toEqual([
    told(
      `${QUIZ}:3`,
      'The question “two-changes” has no right option.',
      'Add the line right: true to the option that is right.',
      ONE,
    ),
  ]);
});

test('A question with one right option has no second one', () => {
  expect(
    problemTexts({ [QUIZ]: put('en: Ask today. }\n', 'en: Ask today. }\n        right: true\n') }),
  ).toEqual([
    told(
      `${QUIZ}:3`,
      'The question “two-changes” has 2 right options: a, b.',
      'Keep right: true on one of them.',
      'Here one answer is true, and a learner who gave another would be left in doubt.',
    ),
  ]);
});

test('A question with several right options has at least one', () => {
  expect(
    problemTexts({
      [QUIZ]: (text) =>
        text.replace('kind: single', 'kind: several').replace('        right: true\n', ''),
    }),
  ).toEqual([
    told(
      `${QUIZ}:3`,
      'The question “two-changes” has no right option.',
      'Add the line right: true to each option that is right.',
      'Otherwise nobody could answer it.',
    ),
  ]);
});

test('A question with several right options has a wrong one too', () => {
  expect(
    problemTexts({
      [QUIZ]: (text) =>
        text
          .replace('kind: single', 'kind: several')
          .replaceAll(/(feedback: .*\n)( {8}right: true\n)?/g, '$1        right: true\n'),
    }),
  ).toEqual([
    told(
      `${QUIZ}:3`,
      'The question “two-changes” has no wrong option.',
      'Take right: true from an option that is wrong, or add such an option.',
      'Where everything is right, nothing is practised.',
    ),
  ]);
});

test('A sorting has something true', () => {
  expect(
    problemTexts({
      [QUIZ]: (text) =>
        text.replace('kind: single', 'kind: sort').replace('        right: true\n', ''),
    }),
  ).toEqual([
    told(
      `${QUIZ}:3`,
      'The question “two-changes” has no true statement.',
      'Add the line right: true to each true statement.',
      ONE,
    ),
  ]);
});

test('A sorting has a myth', () => {
  expect(
    problemTexts({
      [QUIZ]: (text) =>
        text
          .replace('kind: single', 'kind: sort')
          .replaceAll(/(feedback: .*\n)( {8}right: true\n)?/g, '$1        right: true\n'),
    }),
  ).toEqual([
    told(
      `${QUIZ}:3`,
      'The question “two-changes” has no myth.',
      'Take right: true from what is a myth, or add a myth.',
      'Where everything is right, nothing is practised.',
    ),
  ]);
});

test('Two options never share a letter', () => {
  expect(problemTexts({ [QUIZ]: put('id: c', 'id: a') })).toEqual([
    told(
      `${QUIZ}:14`,
      'The id “a” stands twice under “options”; the first time in line 7.',
      'Write id: c',
      'Stored answers and references consist of ids, so each id means one thing, for ever.',
    ),
  ]);
});

test('The right option is not always in the same place', () => {
  expect(
    problemTexts({
      [QUIZ]: quizOf(
        item('two-changes', 'b', 'Knock.'),
        item('third', 'b', 'Ask.'),
        item('fourth', 'b', 'Wait.'),
      ),
    }),
  ).toEqual([
    told(
      `${QUIZ}:3`,
      'In 3 of the 3 questions with one right option the right one is option number 2: two-changes, third, fourth.',
      'Move the right option to another place, letter and all, until it is so in 2 at most.',
      HABIT,
    ),
  ]);
});

test('The right option is not always the longest', () => {
  expect(
    problemTexts({
      [QUIZ]: quizOf(
        item('two-changes', 'a', 'Knock at his door tonight.'),
        item('third', 'b', 'Ask him how he is tonight.'),
        item('fourth', 'c', 'Sit down with him tonight.'),
      ),
    }),
  ).toEqual([
    told(
      `${QUIZ}:3`,
      'In 3 of the 3 questions with one right option the right one is the longest in the language “en”: two-changes, third, fourth.',
      'Shorten the right options or lengthen others, until it is so in 2 at most.',
      HABIT,
    ),
  ]);
});

test('An option is short enough for a phone', () => {
  expect(
    problemTexts({ [QUIZ]: put('I shall knock.', 'I shall knock. '.repeat(9).trim()) }),
  ).toEqual([
    told(
      `${QUIZ}:11`,
      'The text “text” of “b” in “two-changes” has 134 characters.',
      'Shorten it by 14 to 120: “I shall knock. I shall knock. I shall knock. I shall knock. I shall knock. I shall knock. I shall knock. I shall knock. I shall knock.”',
      SMALL,
    ),
  ]);
});

test('A feedback is short enough for a phone', () => {
  expect(problemTexts({ [QUIZ]: put('Ask today.', 'Ask today. '.repeat(30).trim()) })).toEqual([
    told(
      `${QUIZ}:9`,
      'The text “feedback” of “a” in “two-changes” has 329 characters.',
      'Shorten it by 9 to 320: “Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today. Ask today.”',
      SMALL,
    ),
  ]);
});

test('A question does not take the id of a lesson', () => {
  expect(
    problemTexts({
      [HI]: put('two-changes', 'plate'),
      [EN]: put('two-changes', 'plate'),
      [QUIZ]: put('two-changes', 'plate'),
    }),
  ).toEqual([
    told(
      `${QUIZ}:3`,
      'The question “plate” has the id of the lesson in content/modules/notice/module.yml:8.',
      'Give it an id of its own, for example “notice-plate”.',
      FOR_EVER,
    ),
  ]);
});

test('A question does not take the id of a module’s check', () => {
  expect(
    problemTexts({
      [HI]: put('two-changes', 'notice-check'),
      [EN]: put('two-changes', 'notice-check'),
      [QUIZ]: put('two-changes', 'notice-check'),
    }),
  ).toEqual([
    told(
      `${QUIZ}:3`,
      'The question “notice-check” has the id of the check of the module in content/course.yml:11.',
      'Give it an id of its own, for example “notice-check-2”.',
      FOR_EVER,
    ),
  ]);
});

test('A card stands once in a lesson', () => {
  expect(
    problemTexts({
      [EN]: (text) => text + text.slice(text.indexOf('<Card'), text.indexOf('<Question')),
      [HI]: (text) => text + text.slice(text.indexOf('<Card'), text.indexOf('<Question')),
    }),
  ).toEqual([
    told(
      `${EN}:23`,
      'The card “plate-first” has the id of the card in content/modules/notice/plate.en.mdx:6.',
      'Give it an id of its own, for example “notice-plate-first”.',
      FOR_EVER,
    ),
    told(
      `${HI}:23`,
      'The card “plate-first” has the id of the card in content/modules/notice/plate.en.mdx:6.',
      'Give it an id of its own, for example “notice-plate-first”.',
      FOR_EVER,
    ),
  ]);
});

test('Two entries of a ledger never share an id', () => {
  expect(problemTexts({ 'content/glossary.yml': (text) => text + text })).toEqual([
    told(
      'content/glossary.yml:4',
      'The id “warning-sign” stands twice in this file; the first time in line 1.',
      'Write id: warning-sign-2',
      'Stored answers and references consist of ids, so each id means one thing, for ever.',
    ),
  ]);
});
