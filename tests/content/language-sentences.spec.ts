import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { readContent } from '../../src/build/read-content.ts';
import { findsIn, readRules } from '../../src/rules/language/finding.ts';
import { hiddenIn, readHidden } from '../../src/rules/language/hidden.ts';
import { languageOf } from '../../src/rules/language/index.ts';
import { suicideGroup } from '../../src/rules/language/lexicon.ts';
import { plainVoice } from '../../src/rules/language/texts.ts';
import { wordsIn } from '../../src/rules/language/words.ts';
import { readAll } from '../../src/rules/reading/content.ts';
import type { Language } from '../../src/schema/language.ts';
import { once } from '../support/files.ts';

const TEXT = /\.(ts|mjs|astro|css|md|mdx|yml|svg|txt|json)$/;
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const files = readContent(at('../../content'), /^content\/(course|language|languages\/\w+)\.yml$/);
const content = once(() => readAll(files));
const ledger = once(() => languageOf(content()) as Language);
const finder = once(() => readRules(ledger(), suicideGroup(content())));
const hidden = once(() => readHidden(Object.values(ledger().hidden.words).flat()));

const sentences = (name: string) =>
  readFileSync(at(`../fixtures/language/${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Ids of the rules that find something in a sentence of the course, and `hidden`. */
function found(sentence: string): string[] {
  const words = wordsIn(sentence);
  const rules = findsIn(finder(), words, plainVoice(sentence)).map(({ rule }) => rule.id);
  return [...rules, ...hiddenIn(words, hidden()).map(() => 'hidden')];
}

const scripts = {
  devanagari: (text: string) => /[\u0900-\u097f]/.test(text),
  latin: (text: string) => !/[\u0900-\u097f]/.test(text),
};

test('Every bad sentence is found by the rule that it breaks', () => {
  const bad = sentences('bad').map((line) => /^([a-z-]+): (.*)$/.exec(line)?.slice(1) ?? []);
  expect(bad.length).toBeGreaterThanOrEqual(60);
  for (const fits of Object.values(scripts))
    expect(bad.filter(([, sentence = '']) => fits(sentence)).length).toBeGreaterThanOrEqual(25);
  const missed = bad.filter(([id = '', sentence = '']) => !found(sentence).includes(id));
  expect(missed).toEqual([]);
});

test('No good sentence is found by any rule', () => {
  const good = sentences('good');
  expect(good.length).toBeGreaterThanOrEqual(120);
  expect(good.filter((sentence) => found(sentence).length > 0)).toEqual([]);
});

test('The ledger hides words in three scripts, and prints none of them', () => {
  for (const [script, hashes] of Object.entries(ledger().hidden.words)) {
    expect(new Set(hashes).size, script).toBeGreaterThanOrEqual(70);
    expect(
      hashes.filter((hash) => !/^[0-9a-f]{16}(~\d+)?( [0-9a-f]{16}(~\d+)?)?$/.test(hash)),
    ).toEqual([]);
  }
});

test('No file of the project prints a hidden word', () => {
  const root = at('../..');
  const files = ['src', 'tests', 'content'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(root, folder, name),
    ),
  );
  const texts = [...files, join(root, 'README.md')].filter((name) => TEXT.test(name));
  expect(texts.length).toBeGreaterThan(300);
  const shown = texts.flatMap((name) => {
    const words = wordsIn(readFileSync(name, 'utf8'));
    return hiddenIn(words, hidden()).map(
      ([from]) => `${name.slice(root.length)}: ${words[from]?.start}`,
    );
  });
  expect(shown).toEqual([]);
});
