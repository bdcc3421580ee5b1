import { expect, test } from '@playwright/test';
import { mergeEvents, type ProgressEvent } from '../../src/domain/progress.ts';
import { bytesToText, carriedEvents, eventsToBytes, readCode } from '../../src/exports/code.ts';
import { readAll } from '../../src/rules/reading/content.ts';
import { idOwners } from '../../src/rules/references/id-owners.ts';
import { courseModules, idsOfCourse } from '../support/course.ts';
import { filesOfKind } from '../support/files.ts';
import { courseSite } from '../support/sites.ts';

const event = (kind: ProgressEvent['kind'], item: string, choice: string[], at: number) => ({
  ...{ kind, item, choice, at, try: 1 },
});

test('Half of the last conversations got lost when a record moved: a code carries every practice and question, and each is known on arrival', () => {
  const named = [
    ...idsOfCourse().items.map((item, at) => event('answer', item, ['a'], 29_000_000 + at)),
    ...idsOfCourse().practices.flatMap((item, at) => [
      event('run', item, ['2x1.207', 'c01'], 29_100_000 + at),
      event('done', item, [], 29_100_000 + at),
    ]),
    ...idsOfCourse().steps.map(({ id }, at) => event('done', id, [], 29_200_000 + at)),
  ];
  const record = mergeEvents(named);
  const code = bytesToText(eventsToBytes(carriedEvents(record, idsOfCourse().steps), 'dastak'));
  const reading = readCode(code, 'dastak', idsOfCourse().all);
  const arrived = reading.ok ? reading.events.map(({ item }) => item) : [];
  expect(arrived.filter((item) => item.startsWith('#'))).toEqual([]);
  for (const kind of ['scenario', 'cases', 'call', 'relay'] as const)
    for (const { id } of filesOfKind(courseSite.files, kind)) expect(arrived, kind).toContain(id);
  expect(arrived).toEqual(expect.arrayContaining([...idsOfCourse().items]));
});

test('The ids of the course are those that its files give', () => {
  // No event names a module; each has a check and its result only where questions are left for it.
  const given = idOwners(readAll(courseSite.files))
    .filter(({ noun }) => !/^The (module|check of|result card of)/.test(noun))
    .map(({ id }) => id);
  const checks = courseModules()
    .filter(({ checkItems }) => checkItems.length > 0)
    .flatMap(({ id }) => [`${id}-check`, `${id}-result`]);
  expect(idsOfCourse().all.toSorted()).toEqual([...given, ...checks].toSorted());
});

test('Where one has practised the last card seen is carried, off the way as well', () => {
  const [variant = ''] = courseModules().flatMap(({ variants }) => variants.map(({ id }) => id));
  const seen = mergeEvents([event('card', variant, [], 29_000_000)]);
  expect(carriedEvents(seen, idsOfCourse().steps)).toEqual(seen);
});
