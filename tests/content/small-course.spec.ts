import { expect, test } from '@playwright/test';
import { courseSite, fixtureSite } from '../support/sites.ts';

test('No practice of the small course has the name of one of the course', () => {
  const practices = ({ files }: typeof courseSite) =>
    files.flatMap(
      ({ path }) => /([^/]+)\.(?:scenario|cases|call|relay)\.yml$/.exec(path)?.[1] ?? [],
    );
  const names = practices(courseSite);
  expect(practices(fixtureSite).filter((name) => names.includes(name))).toEqual([]);
});
