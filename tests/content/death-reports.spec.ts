import { expect, test } from '@playwright/test';
import { problemTexts, put, told } from './tiny-course.ts';

const SOURCES = 'content/sources.yml';
const ADDRESS = '  address: https://example.org/paper/\n';
const WHY = 'Such a report often tells how and where; a link would lead a learner there.';

test('A report of a death that is linked is to lose its address', () => {
  expect(
    problemTexts({ [SOURCES]: put('  confidence:', '  report: death\n  confidence:') }),
  ).toEqual([
    told(
      `${SOURCES}:4`,
      'The source “paper” is a report of a death and has an address.',
      'Take the address out; the title and the publisher name the report.',
      WHY,
    ),
  ]);
});

test('An address that tells of a death is found without its mark', () => {
  expect(
    problemTexts({ [SOURCES]: put('example.org/paper/', 'example.org/student-found-dead') }),
  ).toEqual([
    told(
      `${SOURCES}:4`,
      'The address of the source “paper” reads like a report of a death: “found-dead”.',
      'Rest the statement on another source; if there is none, take the address out and write “report: death”.',
      WHY,
    ),
  ]);
});

test('A source without an address is asked for it', () => {
  expect(problemTexts({ [SOURCES]: put(ADDRESS, '') })).toEqual([
    told(
      `${SOURCES}:1`,
      'The source “paper” has no address.',
      'Write under “address” where it can be read; only “report: death” goes without.',
      WHY,
    ),
  ]);
});

test('A report of a death that is only named is right, and so is a word that merely holds “dies”', () => {
  expect(problemTexts({ [SOURCES]: put(ADDRESS, '  report: death\n') })).toEqual([]);
  expect(problemTexts({ [SOURCES]: put('org/paper/', 'org/bodies-and-studies') })).toEqual([]);
});
