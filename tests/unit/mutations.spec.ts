import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../../src/cli/tools.ts';
import { mutations } from '../support/mutations.ts';

test('Every fault of npm run mutate can still be put in, and its tests are there', () => {
  for (const { name, file, from, to, tests } of mutations) {
    expect(readFileSync(join(root, file), 'utf8').split(from).length - 1, `${name}: ${from}`).toBe(
      1,
    );
    expect(to).not.toBe(from);
    for (const one of tests) expect(existsSync(join(root, 'tests', one)), one).toBe(true);
  }
});
