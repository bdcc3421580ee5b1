import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { checkContent } from '../../src/build/check-content.ts';
import { readContent } from '../../src/build/read-content.ts';
import { codeHash, openCache } from '../../src/build/rules-cache.ts';
import { type Cache, noCache } from '../../src/rules/cache.ts';
import { contentProblems } from '../../src/rules/index.ts';
import { problemToText } from '../../src/rules/problem.ts';
import { TODAY, tinyCourse } from './tiny-course.ts';

const CACHE = 'node_modules/.cache/dastak/rules.txt';
const SCENE = 'content/modules/notice/tea.scenario.yml';
const scene = readFileSync(
  fileURLToPath(new URL('../fixtures/scenes/tea.scenario.yml', import.meta.url)),
  'utf8',
);

/** The conversation with a circle, which shows only when its runs are walked. */
const broken = scene.replace('next: ask\n      - id: c05', 'next: door\n      - id: c05');

/** A course with one conversation in a folder of this test, as it is checked again and again. */
function course(conversation = scene) {
  const folder = test.info().outputPath('course');
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const files = { ...tinyCourse, [SCENE]: conversation };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const check = (without?: Cache) =>
    (without
      ? contentProblems(readContent(join(folder, 'content')), TODAY, without)
      : checkContent(TODAY, join(folder, 'content')).problems
    ).map(problemToText);
  return { write, check, files, cache: join(folder, CACHE) };
}

/** A cache of which the test sees what it works out. */
function counting(file: string, code: string) {
  const cache = openCache(file, code);
  const computed: string[] = [];
  const ask = (rule: string, ...inputs: string[]) =>
    cache.remember(rule, inputs, () => {
      computed.push(rule);
      return `${rule} of ${inputs.join()}`;
    });
  return { ask, computed, keep: cache.keep };
}

test('The cache hides no problem: what an edit breaks is found, and gone when it is mended', () => {
  const { write, check } = course();
  const before = check();
  expect(before).toEqual([]);
  write(SCENE, broken);
  expect(check().join('\n')).toContain('After c01, c04 the scene comes back to “door”.');
  write(SCENE, scene);
  expect(check()).toEqual(before);
  write('content/ui/en.yml', tinyCourse['content/ui/en.yml'].replace('  next: Next\n', ''));
  expect(check().join('\n')).toContain('The text “lesson.next” is in content/ui/hi.yml');
});

test('After any line is lost, a check with answers of before finds what one without them finds', () => {
  const { write, check, files } = course();
  check();
  for (const [path, text] of Object.entries(files)) {
    const lines = text.split('\n');
    for (let at = 1; at < lines.length; at += 9) {
      write(path, lines.toSpliced(at, 1).join('\n'));
      expect(check(), `${path} without line ${at + 1}`).toEqual(check(noCache));
    }
    write(path, text);
  }
});

test('A second run finds the same without working it out', () => {
  const { check, cache } = course();
  const first = check();
  const written = readFileSync(cache, 'utf8');
  expect(check()).toEqual(first);
  expect(readFileSync(cache, 'utf8')).toBe(written);
});

test('After one edit only what depends on it is worked out again', () => {
  const file = test.info().outputPath('rules.txt');
  const first = counting(file, 'code');
  for (const text of ['one', 'two']) first.ask('runs', text);
  first.keep();
  const second = counting(file, 'code');
  for (const text of ['one', 'changed']) second.ask('runs', text);
  second.ask('other', 'one');
  expect(second.computed).toEqual(['runs', 'other']);
});

test('An answer that a run could not write to its end costs that answer alone', () => {
  const file = test.info().outputPath('rules.txt');
  const ask = (...texts: string[]) => {
    const cache = counting(file, 'code');
    for (const text of texts) cache.ask('runs', text);
    cache.keep();
    return cache.computed.length;
  };
  expect(ask('one', 'two', 'three')).toBe(3);
  writeFileSync(file, readFileSync(file).subarray(0, -5));
  expect(ask('one', 'two', 'three')).toBe(1);
  expect(ask('one', 'two', 'three')).toBe(0);
});

test('Answers that nobody asks for any more go when they are most of the file', () => {
  const file = test.info().outputPath('rules.txt');
  const sizes = Array.from({ length: 20 }, (_, edit) => {
    const cache = counting(file, 'code');
    cache.ask('runs', 'the same');
    cache.ask('runs', `${edit} ${'long '.repeat(100)}`);
    cache.keep();
    return readFileSync(file).length;
  });
  expect(Math.max(...sizes)).toBeLessThan(4 * (sizes[0] ?? 0));
  const last = counting(file, 'code');
  last.ask('runs', 'the same');
  expect(last.computed).toEqual([]);
});

test('Answers of other code are worked out again', () => {
  const file = test.info().outputPath('rules.txt');
  const first = counting(file, 'before');
  first.ask('runs', 'one');
  first.keep();
  const second = counting(file, 'after');
  expect(second.ask('runs', 'one')).toBe('runs of one');
  expect(second.computed).toEqual(['runs']);
});

test('A run of other code that ends later hands no answers over', () => {
  const file = test.info().outputPath('rules.txt');
  const first = counting(file, 'before');
  first.ask('runs', 'one');
  first.keep();
  const late = counting(file, 'before');
  const second = counting(file, 'after');
  second.ask('runs', 'one');
  second.keep();
  late.ask('runs', 'one');
  late.ask('runs', 'two');
  late.keep();
  const third = counting(file, 'after');
  for (const text of ['one', 'two']) third.ask('runs', text);
  expect(third.computed).toEqual(['runs']);
});

test('An answer that stands under the key of another is worked out again', () => {
  const file = test.info().outputPath('rules.txt');
  const first = counting(file, 'code');
  for (const text of ['one', 'two']) first.ask('runs', text);
  first.keep();
  const [one = '', two = ''] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, `${one.slice(0, 64)}${two.slice(64)}\n`);
  const second = counting(file, 'code');
  expect(second.ask('runs', 'one')).toBe('runs of one');
  expect(second.computed).toEqual(['runs']);
});

test('The code is other code when a rule, a schema, the domain, the vocabulary or a package changes', () => {
  const root = test.info().outputPath('project');
  const parts = ['src/rules/a.ts', 'src/schema/b.ts', 'src/domain/c.ts'];
  const files = [...parts, 'src/vocabulary.ts', 'package-lock.json'];
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), 'first');
  }
  const before = codeHash(root);
  expect(codeHash(root)).toBe(before);
  const after = files.map((file) => {
    writeFileSync(join(root, file), 'second');
    return codeHash(root);
  });
  expect(new Set([before, ...after]).size).toBe(files.length + 1);
});

test('A damaged cache is worked out again', () => {
  const { check, cache } = course(broken);
  const sound = check();
  const whole = readFileSync(cache, 'utf8');
  expect(sound).not.toEqual([]);
  expect(whole).toContain('"message"');
  for (const damaged of [
    '',
    '{',
    'null',
    '{"code":"x"}',
    whole.slice(0, -5),
    whole.replace(/"message":"[^"]*"/g, '"message":""'),
    whole.replaceAll(/^(\w{64} \w{64}) \[.+\]$/gm, '$1 []'),
  ]) {
    writeFileSync(cache, damaged);
    expect(check()).toEqual(sound);
  }
});

test('Where nothing can be written the rules still answer', () => {
  const { check, cache } = course(broken);
  // A file stands where the folder of the cache would be.
  mkdirSync(dirname(dirname(dirname(cache))), { recursive: true });
  writeFileSync(dirname(dirname(cache)), '');
  const found = check();
  expect(found).not.toEqual([]);
  expect(check()).toEqual(found);
});
