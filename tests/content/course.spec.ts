import { expect, test } from '@playwright/test';
import { checkContent } from '../../src/build/check-content.ts';
import { dayOf } from '../../src/build/day.ts';
import { errorsIn, problemToText } from '../../src/rules/problem.ts';

test('The course keeps all its rules, whatever the day', () => {
  const { problems } = checkContent(dayOf());
  expect(errorsIn(problems).map(problemToText)).toEqual([]);
});
