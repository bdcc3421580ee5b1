import { expect, test } from '@playwright/test';
import { withLessons } from '../../src/cli/bench-course.ts';
import { contentProblems } from '../../src/rules/index.ts';
import { errorsIn, problemToText } from '../../src/rules/problem.ts';
import { fixtureSite } from '../support/sites.ts';
import { TODAY } from './tiny-course.ts';

test('A course with generated lessons keeps all rules', () => {
  // Three are a round of all modules, and begin the next one.
  const { files } = fixtureSite;
  const more = withLessons(files, 4);
  const lessons = (of: readonly { path: string }[]) =>
    of.filter(({ path }) => path.endsWith('.en.mdx')).length;
  expect(lessons(more)).toBe(lessons(files) + 4);
  expect(errorsIn(contentProblems(more, TODAY)).map(problemToText)).toEqual([]);
});
