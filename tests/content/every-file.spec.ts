import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { readContent } from '../../src/build/read-content.ts';
import { phoneNumbersProblems } from '../../src/rules/files/phone-numbers.ts';
import { unicodeProblems } from '../../src/rules/files/unicode.ts';
import { claimsProblems } from '../../src/rules/language/claims.ts';
import { languageProblems } from '../../src/rules/language/index.ts';
import { readabilityProblems } from '../../src/rules/language/readability.ts';
import type { Problem } from '../../src/rules/problem.ts';
import { type Content, readAll } from '../../src/rules/reading/content.ts';
import { walk } from '../../src/rules/reading/value.ts';
import { bracesProblems } from '../../src/rules/references/braces.ts';
import { fileKinds } from '../../src/schema/kinds.ts';
import { pathPattern, pathToKind } from '../../src/schema/paths.ts';
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
    phoneNumbersProblems(content)
      .map(({ file }) => file)
      .toSorted(),
  ).toEqual(changed.map(({ path }) => path).toSorted());
});

/** The real files, one of each kind, each with some words added to its first text in English, or in the text of a lesson. */
function withWords(words: string): Content {
  const files = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
  const shared = /^content\/(course|helplines|language|languages\/\w+)\.yml$/;
  const chosen = fileKinds.flatMap((kind) => {
    const ofKind = files.filter(({ path }) => pathPattern(kind).test(path));
    return ofKind.find(({ path }) => path.includes('en.')) ?? ofKind[0] ?? [];
  });
  const rest = files.filter(
    ({ path }) => shared.test(path) && !chosen.some((one) => one.path === path),
  );
  const content = readAll(
    [...chosen, ...rest].map(({ path, text }) => ({
      path,
      text: path.endsWith('.mdx') ? text.replace(/^[A-Z].*[a-z]\.$/m, `$& ${words}.`) : text,
    })),
  );
  for (const { kind, value } of content.yaml.values()) {
    const first = walk(value).find(
      (step) => step.value.kind === 'text' && (kind.name === 'ui' || step.path.at(-1) === 'en'),
    );
    if (first) first.value.written += ` ${words}.`;
  }
  return content;
}

const WITH_WORDS = ['course', 'helplines', 'places', 'sources', 'glossary', 'module', 'quiz'];
const PRACTICES = ['aloud', 'relay', 'cases', 'call', 'scenario'];
const rules: [
  name: string,
  rule: (content: Content) => Problem[],
  words: string,
  kinds: string[],
][] = [
  [
    'safe language',
    languageProblems,
    'She committed suicide',
    [...WITH_WORDS, ...PRACTICES, 'ui', 'lesson'],
  ],
  ['statistics', claimsProblems, 'So do 26% of all', ['module', 'quiz', ...PRACTICES]],
  ['braces', bracesProblems, 'Ring {helpline:nobody}', [...WITH_WORDS, ...PRACTICES]],
  [
    'long sentences',
    readabilityProblems,
    'one two '.repeat(16).trim(),
    ['module', 'quiz', ...PRACTICES, 'lesson'],
  ],
];

for (const [name, rule, words, kinds] of rules) {
  test(`The rule on ${name} reaches every kind of file that it is for`, () => {
    const content = withWords(words);
    const found = new Set(
      rule(content).map(({ file }) => pathToKind(file, fileKinds)?.kind.name ?? file),
    );
    expect(kinds.filter((kind) => !found.has(kind))).toEqual([]);
  });
}

test('The rule on unseen signs reaches every file that holds text', () => {
  const files = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
  const changed = files.map(({ path, text }) => ({
    path,
    text: text.replace(/\p{L}/u, '$&\u200b'),
  }));
  const found = new Set(unicodeProblems({ files: changed }).map(({ file }) => file));
  expect(changed.filter(({ path, text }) => text !== '' && !found.has(path))).toEqual([]);
});
