import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../../src/cli/tools.ts';
import { mutations } from '../support/mutations.ts';

test('Every fault of npm run mutate can still be put in, and its tests are there', () => {
  const problems = mutations.flatMap(({ name, file, from, to, tests }) => {
    const times = readFileSync(join(root, file), 'utf8').split(from).length - 1;
    const missing = tests.filter((one) => !existsSync(join(root, 'tests', one)));
    return [
      ...(times === 1 ? [] : [`${name}: "${from}" stands ${times} times in ${file}`]),
      ...(to === from ? [`${name}: nothing is changed`] : []),
      ...missing.map((one) => `${name}: there is no ${one}`),
    ];
  });
  expect(problems).toEqual([]);
});
