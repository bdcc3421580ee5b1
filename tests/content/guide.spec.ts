import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { callSchema } from '../../src/schema/call.ts';
import { fileKinds } from '../../src/schema/kinds.ts';
import { pathToKind } from '../../src/schema/paths.ts';
import { itemSchema } from '../../src/schema/quiz.ts';
import { relaySchema } from '../../src/schema/relay.ts';
import { vocabulary } from '../../src/vocabulary.ts';
import { ALOUD, EN, HI, problemTexts, QUIZ } from './tiny-course.ts';

const guide = readFileSync(new URL('../../content/README.md', import.meta.url), 'utf8');

/** The first example of a kind in the guide. */
function example(kind: string): string {
  const [, text = ''] = new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(guide) ?? [];
  return text.replaceAll('federal-dastak-2023', 'paper');
}

/** The words in the first column of the table under a heading's first cell. */
function column(head: string): string[] {
  const [, rows = ''] =
    new RegExp(`\\| ${head} \\|.*\\n\\|[-|]+\\|\\n((?:\\|.*\\n)+)`).exec(guide) ?? [];
  return [...rows.matchAll(/^\| `([^`]+)`/gm)].map(([, word = '']) => word);
}

test('The guide names every kind of file', () => {
  const rows = guide.slice(guide.indexOf('| file |'), guide.indexOf('\n\nIn files that end'));
  const named = [...rows.matchAll(/`([^`]+)`/g)].map(([, name = '']) =>
    // The row of the drawings names their folder.
    name.replaceAll(/[<>]/g, '').replace(/\/$/, '/drawing.svg'),
  );
  const unnamed = fileKinds.filter(
    (kind) =>
      kind.name !== 'guide' &&
      !named.some((name) => pathToKind(`content/${name}`, [kind]) !== undefined),
  );
  expect(unnamed.map(({ path }) => path)).toEqual([]);
});

test('The examples of the guide keep the rules', () => {
  const lesson = example('mdx');
  const quiz = `kind: module\nitems:\n${example('yaml')}`;
  expect(problemTexts({ [HI]: lesson, [EN]: lesson, [QUIZ]: quiz })).toEqual([]);
  const spoken = `${lesson}\n${vocabulary.Aloud.example}\n`;
  const aloud = example('yml');
  expect(problemTexts({ [HI]: spoken, [EN]: spoken, [QUIZ]: quiz, [ALOUD]: aloud })).toEqual([]);
});

test('The examples of a call and of a relay have the form of their files', () => {
  const under = (heading: string) => {
    const [, chapter = ''] = guide.split(`\n## ${heading}\n`);
    return parse(/```yaml\n([\s\S]*?)```/.exec(chapter)?.[1] ?? '');
  };
  expect(callSchema.shape.opening.parse(under('A call').opening)).toHaveLength(3);
  expect(relaySchema.shape.forks.element.parse(under('A relay').forks[0])).toHaveProperty(
    'station',
  );
});

test('The guide explains every tag and no other', () => {
  expect(column('tag').toSorted()).toEqual(Object.keys(vocabulary).toSorted());
});

test('The guide explains every kind of question and no other', () => {
  const kinds = itemSchema.options.map((option) => option.shape.kind.value);
  expect(column('kind').toSorted()).toEqual(kinds.toSorted());
});

test('The examples of the vocabulary keep the rules', () => {
  const { Card, Question, For, Say, Avoid, Rule, Drawing, Cite, Helpline } = vocabulary;
  const inner = [For, Say, Avoid, Rule, Drawing].map((rule) => rule.example).join('\n\n');
  const words = `Text. ${Cite.example} ${Helpline.example}\n\n${inner}`;
  const lesson =
    `---\ntitle: A lesson\nminutes: 4\n---\n\n${Card.example.replace('Text.', () => words)}\n\n${Question.example}\n`
      .replaceAll('federal-dastak-2023', 'paper')
      .replaceAll('warden faculty', 'warden');
  expect(problemTexts({ [HI]: lesson, [EN]: lesson })).toEqual([]);
});
