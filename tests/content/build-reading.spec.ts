import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { contentProblems } from '../../src/rules/index.ts';
import { type ContentFile, errorsIn } from '../../src/rules/problem.ts';
import { readAsBuild } from '../support/build-reading.ts';
import {
  EN,
  HI,
  MODULE,
  problemTexts,
  put,
  QUIZ,
  TODAY,
  tinyCourse,
  told,
  unchangedRead,
} from './tiny-course.ts';

/** Files in which most slips are made. */
const EDITED = [EN, HI, EN, HI, MODULE, QUIZ, 'content/site.yml', 'content/ui/en.yml'] as const;
const PIECES = [
  ...[' ', '\n', '\n\n', '\t', ': ', ' #', '"', "'", '”', '- ', '---\n', '|', '*', '**', '_', '`'],
  ...[
    '&a ',
    '!b ',
    '%',
    '@',
    '{',
    '}',
    '[',
    ']',
    ',',
    '<',
    '>',
    '/',
    '\\',
    '\u00a0',
    'ः',
    '।',
    '?',
  ],
  ...[
    '1',
    '९',
    '.',
    'null',
    'true',
    '2026-11-23',
    '1_0',
    '0x1f',
    '+++\n',
    'import ',
    '<b>',
    '</Say>',
  ],
  ...[
    '\u2028',
    '\r\n',
    '<<',
    '$',
    '\u0001',
    'title: ',
    'hi: ',
    '~~',
    '1e3',
    '.5',
    '=',
    '(',
    '&amp;',
  ],
];

const edit = fc.record({
  path: fc.constantFrom(...EDITED),
  /** Heads of files are edited as often as all that follows. */
  isHead: fc.boolean(),
  at: fc.nat(2000),
  cut: fc.constantFrom(0, 0, 0, 1, 3),
  piece: fc.constantFrom(...PIECES),
});

function edited({
  path,
  isHead,
  at,
  cut,
  piece,
}: typeof edit extends fc.Arbitrary<infer One> ? One : never): ContentFile[] {
  const before = tinyCourse[path];
  const place = at % (isHead ? 60 : before.length);
  const text = before.slice(0, place) + piece + before.slice(place + cut);
  return Object.entries({ ...tinyCourse, [path]: text }).map(([name, written]) => ({
    path: name,
    text: written,
  }));
}

test('What the check passes, the build can read', () => {
  let passed = 0;
  fc.assert(
    fc.property(edit, (one) => {
      const files = edited(one);
      if (errorsIn(contentProblems(files, TODAY, unchangedRead)).length > 0) return;
      passed += 1;
      readAsBuild(files);
    }),
    { numRuns: 150, seed: 2026 },
  );
  expect(passed).toBeGreaterThan(15);
});

test('The reading of the build finds what it is to find', () => {
  const files = (path: string, text: string) => [
    ...Object.entries({ ...tinyCourse, [path]: text }).map(([name, written]) => ({
      path: name,
      text: written,
    })),
  ];
  readAsBuild(files(EN, tinyCourse[EN]));
  for (const [path, from, to] of [
    [EN, 'title: The plate', 'title: 2026'],
    [EN, '<Say>', '<Say'],
    [EN, '---\ntitle', '---\n---\ntitle'],
    [MODULE, 'minutes: 5', 'minutes: five'],
  ] as const) {
    expect(() => readAsBuild(files(path, put(from, to)(tinyCourse[path])))).toThrow();
  }
});

test('A lesson whose head begins twice has no head for the build', () => {
  expect(problemTexts({ [EN]: put('---\ntitle', '---\n---\ntitle') })).toEqual([
    told(
      `${EN}:2`,
      'A line of hyphens stands within the head, so that it would end there.',
      'Take this line out; the head has one such line before its title and one after its minutes.',
      'The course map shows each lesson’s title and minutes before anybody opens it.',
    ),
  ]);
});

test('Minutes of a lesson that are no number make no minutes of the module', () => {
  expect(problemTexts({ [EN]: put('minutes: 3', 'minutes: three') })).toEqual([
    told(
      `${EN}:3`,
      '“minutes” needs a number, and has “three”.',
      'Write the number in digits, and nothing else, after minutes:',
      'The pages are made from these entries, so each has to be there in its own form.',
    ),
  ]);
});
