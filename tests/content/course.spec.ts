import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { today } from '../../src/build/content-rules.ts';
import { readContent } from '../../src/build/read-content.ts';
import { contentProblems } from '../../src/rules/index.ts';
import { problemToText } from '../../src/rules/problem.ts';

test('The course keeps all its rules', () => {
  const files = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
  expect(contentProblems(files, today()).map(problemToText)).toEqual([]);
});
