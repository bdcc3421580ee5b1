import { expect, test } from '@playwright/test';
import { checkContent } from '../../src/build/check-content.ts';
import { dayOf } from '../../src/build/day.ts';
import { contentProblems } from '../../src/rules/index.ts';
import { errorsIn, problemToText } from '../../src/rules/problem.ts';
import { fixtureSite } from '../support/sites.ts';

test('The course keeps all its rules, whatever the day', () => {
  const { problems } = checkContent(dayOf());
  expect(errorsIn(problems).map(problemToText)).toEqual([]);
});

test('The small course of the tests keeps all rules, whatever the day', () => {
  const problems = contentProblems(fixtureSite.files, dayOf());
  expect(errorsIn(problems).map(problemToText)).toEqual([]);
});
