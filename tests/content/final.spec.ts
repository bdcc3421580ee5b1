import { expect, test } from '@playwright/test';
import { problemTexts, put, QUIZ, tinyCourse, told } from './tiny-course.ts';

const COURSE = 'content/course.yml';
const CLOSING = 'content/modules/notice/quiz.yml';
const START = 'content/modules/begin/quiz.yml';

const leads = (lesson: string) =>
  [
    'final:',
    '  module: notice',
    '  leads:',
    ...['asks-directly', 'secrecy', 'safety-now', 'hands-over', 'follows-up', 'cases'].map(
      (lead) => `    ${lead}: plate`,
    ),
    `    call: ${lesson}`,
    '',
  ].join('\n');
const added = (text: string) => (course: string) => course + text;

test('The end of the course leads back to lessons that are there', () => {
  expect(problemTexts({ [COURSE]: added(leads('plate')) })).toEqual([]);
  expect(problemTexts({ [COURSE]: added(leads('plat')) })).toEqual([
    told(
      `${COURSE}:21`,
      'The course has no lesson “plat”.',
      'Did you mean “plate”?',
      'Who has missed something there is led back to its lesson.',
    ),
  ]);
});

test('The end of the course is a module that is there', () => {
  const text = leads('plate').replace('module: notice', 'module: notise');
  expect(problemTexts({ [COURSE]: added(text) })).toEqual([
    told(
      `${COURSE}:13`,
      'The course has no module “notise”.',
      'Did you mean “notice”?',
      'Who has missed something there is led back to its lesson.',
    ),
  ]);
});

/** The tiny course with a starting check before it, and its own check as the closing one. */
function withCounterparts(parallel: string, start: (quiz: string) => string = (quiz) => quiz) {
  const module = tinyCourse['content/modules/notice/module.yml'];
  const ids = (text: string) =>
    text
      .replace('lessons: [plate]', 'lessons: [plate-again]')
      .replaceAll('plate-first', 'plate-again-first');
  const question = tinyCourse[QUIZ].replace('kind: module', 'kind: starting');
  return {
    [COURSE]: put('modules: [notice]', 'modules: [begin, notice]'),
    'content/modules/begin/module.yml': ids(module),
    'content/modules/begin/plate-again.hi.mdx': ids(
      tinyCourse['content/modules/notice/plate.hi.mdx'],
    ).replace('two-changes', 'start-changes'),
    'content/modules/begin/plate-again.en.mdx': ids(
      tinyCourse['content/modules/notice/plate.en.mdx'],
    ).replace('two-changes', 'start-changes'),
    [START]: start(question.replace('two-changes', 'start-changes')),
    [CLOSING]: (quiz: string) =>
      quiz
        .replace('kind: module', 'kind: closing')
        .replace('    kind: single\n', `    kind: single\n${parallel}`),
  };
}

const why =
  'What has moved is shown only where each starting question has one counterpart that asks the same in other words.';

test('A closing question is the counterpart of a starting one', () => {
  expect(problemTexts(withCounterparts('    parallel: start-changes\n'))).toEqual([]);
});

test('A refresher asks questions of the closing check', () => {
  const { [COURSE]: modules, ...rest } = withCounterparts('    parallel: start-changes\n');
  const asking = (question: string) =>
    problemTexts({
      ...rest,
      [COURSE]: (course: string) =>
        `${modules(course)}${leads('plate')}  refresher: [${question}]\n`,
    });
  expect(asking('two-changes')).toEqual([]);
  expect(asking('two-change')).toEqual([
    told(
      `${COURSE}:22`,
      'The closing check has no question “two-change”.',
      'Did you mean “two-changes”?',
      'A refresher asks again what the closing check asked, so that the answers can be compared.',
    ),
  ]);
});

test('A closing question without a counterpart says which starting question is free', () => {
  expect(problemTexts(withCounterparts(''))).toEqual([
    told(
      `${START}:3`,
      'No question of the closing check is the counterpart of “start-changes”.',
      'Write a question into the closing check with the line parallel: start-changes',
      why,
    ),
    told(
      `${CLOSING}:3`,
      'The closing question “two-changes” does not say whose counterpart it is.',
      'Add the line parallel: start-changes',
      why,
    ),
  ]);
});

test('A counterpart that does not exist names the one that was meant', () => {
  const [, second] = problemTexts(withCounterparts('    parallel: start-change\n'));
  expect(second).toBe(
    told(
      `${CLOSING}:3`,
      'The closing question “two-changes” is said to be the counterpart of “start-change”, and the starting check has no such question.',
      'Did you mean “start-changes”?',
      why,
    ),
  );
});

test('Counterparts are of one kind', () => {
  const sorted = (quiz: string) => quiz.replace('kind: single', 'kind: several');
  expect(problemTexts(withCounterparts('    parallel: start-changes\n', sorted))).toEqual([
    told(
      `${CLOSING}:3`,
      'The closing question “two-changes” is of the kind “single”, its counterpart “start-changes” of the kind “several”.',
      'Make it kind: several',
      why,
    ),
  ]);
});
