import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { pagesBelow } from '../../src/build/built-files.ts';
import { readContent } from '../../src/build/read-content.ts';
import { moduleSigned } from '../../src/build/signature.ts';
import { site } from '../../src/build/site.ts';
import { dist } from '../../src/cli/tools.ts';
import { sceneTexts } from '../../src/domain/scenario-words.ts';
import type { Course } from '../../src/schema/course.ts';
import type { Module } from '../../src/schema/module.ts';
import type { Quiz } from '../../src/schema/quiz.ts';
import type { Words } from '../../src/schema/words.ts';
import { type BuiltElement, closest, elementsOf, hasClass } from '../support/built-page.ts';
import { scenesIn } from '../support/scenes.ts';

// The book has no script, so that what it holds stands in its files.
const conversations = readContent('content', /\.scenario\.yml$/);
const scenes = scenesIn(
  conversations.filter(({ path }) => /\/(warden-knock|peer-late-messages)\./.test(path)),
);
const isMain = ({ name }: BuiltElement) => name === 'main';
const attributeOf = (element: BuiltElement | undefined, name: string) => element?.attributes[name];
/** Of elements that have an attribute, its values. */
const valuesOf = (elements: readonly BuiltElement[], name: string) =>
  elements.flatMap((element) => attributeOf(element, name) ?? []);
/** Where the links of a page's main part lead, as they are written. */
const waysOf = (address: string) =>
  valuesOf(
    elementsOf(address).filter((element) => element.name === 'a' && closest(element, isMain)),
    'href',
  );
const plain = (text: string) => text.trim().replace(/\s+/g, ' ');

test('The review book leads to every conversation, unseen variants among them', () => {
  const ways = waysOf('review/');
  expect(conversations.length).toBeGreaterThan(20);
  for (const { path } of conversations) {
    const [, id = ''] = /\/([^/]+)\.scenario\.yml$/.exec(path) ?? [];
    expect(
      ways.filter((way) => way.endsWith(`/review/${id}/`)),
      id,
    ).toHaveLength(1);
  }
});

for (const { id, scenario, graph } of scenes) {
  test(`The page of ${id} holds every text in both languages, side by side`, () => {
    const elements = elementsOf(`review/${id}/`);
    const isBoth = (element: BuiltElement) => hasClass(element, 'both');
    const isText = (element: BuiltElement) => 'data-text' in element.attributes;
    const texts = elements.filter(
      (element) => element.name === 'span' && closest(element, isText) && closest(element, isBoth),
    );
    const shown = new Set(texts.map(({ text }) => text));
    for (const { key, words } of sceneTexts(scenario)) {
      for (const [lang, text] of Object.entries(words)) {
        if (!text.includes('{helpline:')) expect(shown.has(text), `${key} in ${lang}`).toBe(true);
      }
    }
    const [hindi = 0, english] = ['hi', 'en'].map(
      (lang) =>
        elements.filter(
          ({ parent, attributes }) => attributes.lang === lang && parent && isBoth(parent),
        ).length,
    );
    expect(hindi).toBe(english);
    expect(hindi).toBeGreaterThan([...sceneTexts(scenario)].length);
  });

  test(`The map of ${id} has a box for each turn, and the list each way between two`, () => {
    const elements = elementsOf(`review/${id}/`);
    const isMap = (element: BuiltElement) => hasClass(element, 'map');
    const onMap = elements.filter((element) => closest(element, isMap));
    expect(valuesOf(onMap, 'data-turn').toSorted()).toEqual(Object.keys(graph.turns).toSorted());
    const listed = elements.filter(
      (element) => element.name === 'li' && closest(element, (one) => hasClass(one, 'edges')),
    );
    const drawn = onMap.filter((element) => hasClass(element, 'edge'));
    expect(drawn.length).toBeGreaterThan(5);
    expect(listed.length).toBe(drawn.length);
  });
}

const read = (path: string): unknown => parse(readFileSync(`content/${path}`, 'utf8'));
const { modules } = read('course.yml') as Course;
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isWords = (value: unknown): value is Words => isMap(value);

test('The book has a chapter for every module, with each card and question in both languages', () => {
  for (const module of modules) {
    const elements = elementsOf(`review/modules/${module}/`);
    const headings = new Map(
      elements
        .filter(({ name }) => name === 'h4')
        .map((element) => {
          const card = closest(element, ({ attributes }) => 'data-card' in attributes);
          const spoken = closest(element, ({ attributes }) => 'lang' in attributes);
          return [
            `${attributeOf(card, 'data-card')} ${attributeOf(spoken, 'lang')}`,
            plain(element.text),
          ];
        }),
    );
    const questions = new Map(
      elements.flatMap((element) => {
        const id = attributeOf(element, 'data-question');
        return id === undefined ? [] : [[id, element.text] as const];
      }),
    );
    const { lessons } = read(`modules/${module}/module.yml`) as Module;
    for (const lesson of lessons) {
      for (const lang of ['hi', 'en']) {
        const text = readFileSync(`content/modules/${module}/${lesson}.${lang}.mdx`, 'utf8');
        for (const [, id, heading = ''] of text.matchAll(/<Card id="([^"]+)">\s+## (.+)/g)) {
          expect(headings.get(`${id} ${lang}`), `${id} in ${lang}`).toBe(heading.trim());
        }
      }
    }
    const { items } = read(`modules/${module}/quiz.yml`) as Quiz;
    for (const item of items) {
      const shown = questions.get(item.id);
      const options = 'options' in item ? item.options : [];
      const texts = options.flatMap((one): Words[] => Object.values(one).filter(isWords));
      for (const text of [item.prompt, ...texts].flatMap((one) => Object.values(one)))
        expect(shown, item.id).toContain(text);
    }
  }
});

test('A module says on its door and in the book whether it is reviewed; the book gives its hash', () => {
  for (const module of modules) {
    const { review } = read(`modules/${module}/module.yml`) as Module;
    const { hash } = moduleSigned(module);
    const state = review ? (review.hash === hash ? 'signed' : 'changed') : 'unreviewed';
    expect(valuesOf(elementsOf(`en/${module}/`), 'data-review'), module).toEqual([state]);
    const signed = elementsOf(`review/modules/${module}/`).filter((one) =>
      hasClass(one, 'sign-off'),
    );
    expect(valuesOf(signed, 'data-state'), module).toEqual([state]);
    expect(signed[0]?.text, module).toContain(hash);
  }
});

test('Every practice that is no conversation stands in the book with all its words', () => {
  const ways = waysOf('review/');
  for (const { path, text } of readContent('content', /\.(cases|call|relay)\.yml$/)) {
    const [, id = ''] = /\/([^/]+)\.(?:cases|call|relay)\.yml$/.exec(path) ?? [];
    const way = ways.find((one) => one.endsWith(`/review/practice/${id}/`)) ?? '';
    expect(way, id).not.toBe('');
    const shown = elementsOf(way.slice(site.base.length)).find(isMain)?.text ?? '';
    const missing = wordsWithin(parse(text)).filter((words) => !shown.includes(words));
    expect(missing, path).toEqual([]);
  }
});

/** Every text of a file that stands in a language. */
function wordsWithin(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsWithin);
  if (!isMap(value)) return [];
  const { hi, en } = value;
  if (typeof hi === 'string' && typeof en === 'string') return [hi, en];
  return Object.values(value).flatMap(wordsWithin);
}

test('The ledgers of the book hold every helpline, word and source', () => {
  const elements = elementsOf('review/ledgers/');
  const ids = (name: string) => (read(`${name}.yml`) as { id: string }[]).map(({ id }) => id);
  for (const [name, attribute] of [
    ['helplines', 'data-helpline'],
    ['sources', 'data-source'],
  ] as const) {
    const listed = valuesOf(elements, attribute);
    for (const id of ids(name))
      expect(
        listed.filter((one) => one === id),
        id,
      ).toHaveLength(1);
  }
  const codes = elements
    .filter(
      (element) => element.name === 'code' && closest(element, (one) => hasClass(one, 'both')),
    )
    .map(({ text }) => text);
  for (const id of ids('glossary')) expect(codes).toContain(id);
});

test('No search engine keeps the review book, and no script runs in it', () => {
  const book = pagesBelow(dist).filter((page) => page.startsWith('review/'));
  expect(book.length).toBeGreaterThan(40);
  for (const page of book) {
    const elements = elementsOf(page.replace(/index\.html$/, ''));
    const robots = elements.filter(({ attributes }) => attributes.name === 'robots');
    expect(valuesOf(robots, 'content'), page).toEqual(['noindex']);
    expect(
      elements.some(({ name }) => name === 'script'),
      page,
    ).toBe(false);
  }
});

test('What a clinician and a lawyer have to read leads to its text, and the book keeps the way', () => {
  const isReader = ({ attributes }: BuiltElement) => 'data-reader' in attributes;
  const ways = valuesOf(
    elementsOf('review/readers/').filter(
      (element) => element.name === 'a' && closest(element, isReader),
    ),
    'href',
  );
  expect(ways.length).toBeGreaterThan(100);
  const pages = Map.groupBy(ways, (way) => way.split('#')[0] ?? '');
  for (const [address, led] of pages) {
    const ids = new Set(valuesOf(elementsOf(address.slice(site.base.length)), 'id'));
    for (const way of led) {
      const [, place] = way.split('#');
      if (place !== undefined) expect(ids.has(place), way).toBe(true);
    }
  }
  expect(waysOf('review/').some((way) => way.endsWith('/review/readers/'))).toBe(true);
});
