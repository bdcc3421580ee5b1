import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { contentProblems } from '../../src/rules/index.ts';
import { problemToText } from '../../src/rules/problem.ts';
import { anyTextOf } from '../support/any-text.ts';
import {
  EN,
  HI,
  MODULE,
  problemTexts,
  put,
  QUIZ,
  TODAY,
  tinyCourse,
  tinyFiles,
  unchangedRead,
} from './tiny-course.ts';

test('A course that keeps all rules has no problem', () => {
  expect(problemTexts({})).toEqual([]);
});

test('A problem is read as place, message, correction and reason', () => {
  const problem = {
    file: 'content/course.yml',
    line: 3,
    message: 'The key “promis” is not known here.',
    instead: 'Did you mean this?\n\npromise:',
    why: 'It would be left out.',
  };
  expect(problemToText(problem)).toBe(`content/course.yml:3
  The key “promis” is not known here.
  Did you mean this?

  promise:
  Why: It would be left out.`);
});

test('A problem carries the value that is wrong', () => {
  const [problem] = contentProblems(
    tinyFiles({ [MODULE]: put('drawing: tiffin', 'drawing: tifin') }),
    TODAY,
  );
  expect(problem).toMatchObject({ file: MODULE, line: 5, value: 'tifin' });
});

test('Problems of every kind are told in one run, by file and line', () => {
  const places = contentProblems(
    tinyFiles({
      'content/course.yml': put('promise:', 'promis:'),
      'content/ui/en.yml': put('  next: Next\n', ''),
      'content/sources.yml': put('2027-06-01', '2026-06-01'),
      'content/glossary.yml': put('{ hi: संकेत', '{ hi: "संकेत'),
      [MODULE]: put('drawing: tiffin', 'drawing: phone'),
      [QUIZ]: put('        right: true\n', ''),
      [HI]: put('तीन दिन', '<18 {x} ११२ तीन दिन'),
      [EN]: (text) => text.replaceAll('Say>', 'Sya>').replace('## Look', '### Look'),
    }),
    TODAY,
  ).map(({ file, line }) => `${file}:${line}`);
  expect(places).toEqual([
    'content/course.yml:3',
    'content/glossary.yml:2',
    `${MODULE}:5`,
    `${EN}:8`,
    `${EN}:12`,
    `${HI}:10`,
    `${HI}:10`,
    `${HI}:10`,
    `${QUIZ}:3`,
    'content/sources.yml:8',
    'content/ui/en.yml:1',
  ]);
});

test('A ledger that cannot be read is told once and not held against the lessons', () => {
  const problems = contentProblems(
    tinyFiles({ 'content/sources.yml': put('- id', '-\tid: "') }),
    TODAY,
  );
  expect(problems.map(({ file }) => file)).toEqual(['content/sources.yml']);
});

test('A line that needs joiners keeps them', () => {
  expect(problemTexts({ 'content/ui/hi.yml': put('आगे', 'क्‍ष और क्‌ष') })).toEqual([]);
});

test('Days, years and small numbers are no telephone numbers', () => {
  const text =
    'On 2026-11-23 and 23-11-2026, in 2023-24 and 1998–2024, at 11.30, 24 × 7, rooms 201 and 305.';
  expect(problemTexts({ [EN]: put('For three days', `${text} For three days`) })).toEqual([]);
});

test('A card that cites a source may state a figure', () => {
  expect(problemTexts({ [EN]: put('half full.', 'half full, for 26% of 1,318.') })).toEqual([]);
});

test('A plural form that a language does not have is not asked for', () => {
  const fewer = put(
    "  minutes-one: '{count} मिनट'\n",
    "  minutes-one: '{count} मिनट'\n  minutes-few: '{count} मिनट'\n",
  );
  expect(problemTexts({ 'content/ui/hi.yml': fewer })).toEqual([]);
});

test('Whatever the files hold, the rules give an answer', () => {
  const pieces = [
    '<',
    '{',
    '}',
    '- ',
    ': ',
    '"',
    "'",
    '\t',
    '\n',
    '</Say>',
    '<Card id="',
    '---\n',
    '&a ',
    '*a',
    '[',
    '|',
    '#',
    '\ufeff',
    '१',
    '<!--',
    '```',
  ];
  const mutated = (text: string) =>
    fc
      .array(fc.tuple(fc.nat(text.length), fc.nat(30), fc.constantFrom(...pieces)), {
        maxLength: 6,
      })
      .map((cuts) =>
        cuts.reduce(
          (now, [at, length, piece]) => now.slice(0, at) + piece + now.slice(at + length),
          text,
        ),
      );
  const files = fc.tuple(
    ...Object.entries(tinyCourse).map(([path, text]) =>
      fc.record({
        path: fc.oneof({ weight: 9, arbitrary: fc.constant(path) }, fc.string()),
        text: fc.oneof({ weight: 5, arbitrary: mutated(text) }, anyTextOf(200)),
      }),
    ),
  );
  fc.assert(
    fc.property(files, (course) => {
      const unclear = contentProblems(course, TODAY, unchangedRead).filter(
        (problem) => problem.line < 1 || /undefined|NaN|\[object/.test(problemToText(problem)),
      );
      expect(unclear).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
