import { expect, test } from '@playwright/test';
import { z } from 'astro/zod';
import { courseIds } from '../../src/course/ids.ts';
import { pathsUnder } from '../../src/i18n/paths.ts';
import { noCache } from '../../src/rules/cache.ts';
import { contentCounts } from '../../src/rules/counts.ts';
import { contentProblems } from '../../src/rules/index.ts';
import { problemToText } from '../../src/rules/problem.ts';
import { readAll } from '../../src/rules/reading/content.ts';
import { type FileKind, fileKinds } from '../../src/schema/kinds.ts';
import { collectionId, kindToPath, pathToKind } from '../../src/schema/paths.ts';
import { role, words } from '../../src/schema/words.ts';
import { joinFiles } from '../support/course.ts';
import { MODULE, put, TODAY, tinyFiles, told } from './tiny-course.ts';

/** A kind of practice that the course does not have: a walk through the hostel. */
const walk = {
  name: 'walk',
  path: 'content/modules/{module}/{id}.walk.yml',
  schema: z.strictObject({
    title: words,
    roles: z.array(role).min(1),
    minutes: z.int(),
    contentNote: words,
  }),
  collection: 'walks',
  noun: 'walk',
  practice: { segment: 'walk' },
} satisfies FileKind;
const kinds = [...fileKinds, walk];

const FILE = 'content/modules/notice/night-round.walk.yml';
const text = `title: { hi: रात का चक्कर, en: The night round }
roles:
  - warden
minutes: 4
contentNote: { hi: सुसाइड की बात होगी।, en: Suicide is spoken of. }
`;
const problemsOf = (walkText: string, module = put('minutes: 5', 'minutes: 7')) =>
  contentProblems(tinyFiles({ [FILE]: walkText, [MODULE]: module }), TODAY, noCache, kinds).map(
    problemToText,
  );

test.describe('A new kind of practice is one entry of the list', () => {
  test('its files are files of the course, and without the entry they are none', () => {
    expect(problemsOf(text)).toEqual([]);
    const unknown = contentProblems(tinyFiles({ [FILE]: text }), TODAY).map(problemToText);
    expect(unknown[0]).toContain('The course has no use for a file of this name.');
  });

  test('its path says its kind, module and id, and its id in its collection', () => {
    const found = pathToKind(FILE, kinds);
    expect(found).toEqual({ kind: walk, module: 'notice', id: 'night-round' });
    expect(found && collectionId(found)).toBe('notice/night-round');
    expect(kindToPath(walk, { module: 'notice', id: 'night-round' })).toBe(FILE);
  });

  test('its files keep to its schema', () => {
    const [problem] = problemsOf(text.replace('minutes: 4', 'minutes: "4"'));
    expect(problem).toContain(`${FILE}:4`);
  });

  test('its texts are there in every language, and hold no number', () => {
    expect(problemsOf(text.replace(', en: The night round', ''))[0]).toContain(
      'The text “title” is missing in the language “en”.',
    );
    expect(problemsOf(text.replace('The night round', 'Ring 112'))[0]).toContain(
      'The number 112 is written by hand.',
    );
  });

  test('its ids are ids of the course, and its address is taken', () => {
    const module = put('lessons: [plate]', 'lessons: [plate, night-round]');
    expect(problemsOf(text, module).join('\n')).toContain(
      `The lesson “night-round” has the id of the walk in ${FILE}:1.`,
    );
    const named = put('lessons: [plate]', 'lessons: [plate, walk]');
    expect(problemsOf(text, named).join('\n')).toContain(
      'The lesson “walk” has the id of a page of the site.',
    );
  });

  test('its minutes count, and the short way knows it', () => {
    expect(problemsOf(text, put('minutes: 5', 'minutes: 10'))).toEqual([
      told(
        `${MODULE}:4`,
        'The module is said to take 10 minutes; the steps of its short way take 7.',
        'Write minutes: 7',
        'Whoever starts it at eleven at night must know when it ends.',
      ),
    ]);
    const core = put('review: null', 'core: [plate, night-round]\nreview: null');
    expect(problemsOf(text, (module) => core(module).replace('minutes: 5', 'minutes: 7'))).toEqual(
      [],
    );
  });

  test('it is a step of its module, and a record may name it', () => {
    const [module] = joinFiles(tinyFiles({ [FILE]: text }), kinds);
    expect(module?.practices).toMatchObject([
      { kind: 'walk', segment: 'walk', id: 'night-round', roles: ['warden'] },
    ]);
    expect(module?.steps.map(({ id }) => id)).toEqual(['plate', 'night-round']);
    expect(module && courseIds([module]).practices).toEqual(['night-round']);
  });

  test('it has an address and is counted', () => {
    const practice = { segment: walk.practice.segment, id: 'night-round' };
    expect(pathsUnder('/dastak/').practice('hi', practice)).toBe('/dastak/hi/walk/night-round/');
    expect(contentCounts(readAll(tinyFiles({ [FILE]: text }), kinds))).toBe(
      '1 module, 1 lesson in hi and en, 1 question, 1 walk, 2 helplines, 1 source',
    );
  });
});

test('Names, paths and collections of the kinds stand once', () => {
  for (const key of ['name', 'path', 'collection'] as const) {
    const values = fileKinds.flatMap((kind: FileKind) => kind[key] ?? []);
    expect(values, key).toEqual([...new Set(values)]);
  }
});
