import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { checkContent } from '../../src/build/check-content.ts';
import { dayOf } from '../../src/build/day.ts';
import { contentProblems } from '../../src/rules/index.ts';
import { errorsIn, problemToText } from '../../src/rules/problem.ts';
import { fixtureSite } from '../support/sites.ts';

// One after another: what the first has worked out the command finds in the cache.
test.describe.configure({ mode: 'default' });

test('The course keeps all its rules, whatever the day', () => {
  const { problems } = checkContent(dayOf());
  expect(errorsIn(problems).map(problemToText)).toEqual([]);
});

test('npm run check passes when days have passed, and fails on them where it is asked for dates', () => {
  // The clock of the command stands in 2029, when every source of the course is to be looked at again.
  const clock = `data:text/javascript,const now = Date.now; const offset = Date.parse('2029-03-01') - now(); const Real = Date; globalThis.Date = class extends Real { constructor(...args) { super(...(args.length > 0 ? args : [now() + offset])); } static now() { return now() + offset; } };`;
  const check = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', clock, 'src/cli/check.ts', ...args],
      { encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  };
  const plain = check();
  expect(plain.stderr).toContain('To be looked at soon; it stops nothing:');
  expect(plain.stderr).toContain('was to be looked at again by 2027-');
  expect(plain.stdout).toContain('The content is in order: ');
  expect(plain.status).toBe(0);
  const dated = check('--dates');
  expect(dated.stderr).toContain('was to be looked at again by 2027-');
  expect(dated.stderr).toMatch(/The content has \d+ problems; they stand above/);
  expect(dated.status).toBe(1);
});

test('The small course of the tests keeps all rules, whatever the day', () => {
  const problems = contentProblems(fixtureSite.files, dayOf());
  expect(errorsIn(problems).map(problemToText)).toEqual([]);
});
