import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { readContent } from '../../src/build/read-content.ts';
import { digitsProblems } from '../../src/rules/files/phone-numbers.ts';
import { readAll } from '../../src/rules/reading/content.ts';
import { fileKinds } from '../../src/schema/kinds.ts';
import { pathPattern } from '../../src/schema/paths.ts';
import { MODULE, problemTexts, put, told } from './tiny-course.ts';

const BY_HAND =
  'A number printed by hand is wrong sooner or later, and somebody may ring it at night; the ledger is tested.';
const TEA = 'content/modules/notice/tea.scenario.yml';
const tea = readFileSync(new URL('../fixtures/scenes/tea.scenario.yml', import.meta.url), 'utf8');

test('A telephone number in a coach’s line does not pass: conversations are content like all else', () => {
  const changed = put('An open question.', 'An open question. Then ring 98000-00000.')(tea);
  expect(problemTexts({ [TEA]: changed, [MODULE]: put('minutes: 5', 'minutes: 6') })).toEqual([
    told(
      `${TEA}:48`,
      'The number 98000-00000 is written by hand.',
      'Write the name of the helpline instead; the page shows the number of the ledger beside it.',
      BY_HAND,
    ),
  ]);
});

test('Numbers written by hand are found in files of every kind', () => {
  const files = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
  // The two ledgers in which numbers stand.
  const read = fileKinds.filter(
    (kind) => 'schema' in kind && kind.name !== 'helplines' && kind.name !== 'site',
  );
  const changed = read.map((kind) => {
    const ofKind = files.filter(({ path }) => pathPattern(kind).test(path));
    const { path = '', text = '' } =
      ofKind.find((file) => file.path.includes('hi.')) ?? ofKind[0] ?? {};
    // Remarks, which begin with #, are no texts.
    const withNumber = text.replace(/^(?!\s*#).*?\p{Script=Devanagari}{3,}/mu, '$& 98000-00000');
    return { path, text: withNumber };
  });
  const ledgers = files.filter(({ path }) => /^content\/(course|helplines|site)\.yml$/.test(path));
  const content = readAll([
    ...ledgers.filter(({ path }) => !changed.some((file) => file.path === path)),
    ...changed,
  ]);
  expect(
    digitsProblems(content)
      .map(({ file }) => file)
      .toSorted(),
  ).toEqual(changed.map(({ path }) => path).toSorted());
});
