import { expect, test } from '@playwright/test';
import { contentProblems } from '../../src/rules/index.ts';
import { problemToText } from '../../src/rules/problem.ts';
import { courseSite, fixtureSite } from '../support/sites.ts';
import { TODAY } from './tiny-course.ts';

test('The small course of the tests keeps every rule of the content', () => {
  expect(contentProblems(fixtureSite.files, TODAY).map(problemToText)).toEqual([]);
});

test('No practice of the small course has the name of one of the course', () => {
  const practices = ({ files }: typeof courseSite) =>
    files.flatMap(
      ({ path }) => /([^/]+)\.(?:scenario|cases|call|relay)\.yml$/.exec(path)?.[1] ?? [],
    );
  const names = practices(courseSite);
  expect(practices(fixtureSite).filter((name) => names.includes(name))).toEqual([]);
});
