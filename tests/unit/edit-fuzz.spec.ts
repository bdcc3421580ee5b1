import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readContent } from '../../src/build/read-content.ts';
import { type ItemKind, judge } from '../../src/domain/judge.ts';
import type { Progress } from '../../src/domain/progress.ts';
import { bytesToText, carriedEvents, eventsToBytes, readCode } from '../../src/exports/code.ts';
import { openStore } from '../../src/store/progress-store.ts';
import { fakeStorage } from '../support/fake-engine.ts';

interface Item {
  id: string;
  kind: ItemKind;
  prompt: string;
  options: { id: string; text: string; right: boolean }[];
}
/** A course as far as answers go: the questions in order. */
type Edition = readonly Item[];

interface FileItem {
  id: string;
  kind: ItemKind;
  prompt: { en: string };
  options?: { id: string; text: { en: string }; right?: boolean }[];
}

const folder = fileURLToPath(new URL('../../content', import.meta.url));
const realCourse: Edition = readContent(folder, /^content\/modules\/[^/]+\/quiz\.yml$/).flatMap(
  ({ text }) =>
    (parse(text) as { items: FileItem[] }).items.map(({ id, kind, prompt, options = [] }) => ({
      id,
      kind,
      prompt: prompt.en,
      options: options.map((option) => ({
        id: option.id,
        text: option.text.en,
        right: option.right ?? false,
      })),
    })),
);
const madeCourse = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{3}(-[a-z]{2,4})?$/), { minLength: 2, maxLength: 9 })
  .map(
    (ids): Edition =>
      ids.map((id, index) => ({
        id,
        kind: index % 2 ? 'single' : 'several',
        prompt: `Question ${index}`,
        options: ['a', 'b', 'c'].map((letter) => ({
          id: letter,
          text: `${id} ${letter}`,
          right: letter === 'b',
        })),
      })),
  );

/** What an author may do to a course; numbers choose a place. */
const edit = fc.record({
  does: fc.constantFrom(
    'insert',
    'delete',
    'move',
    'reword',
    'reorder options',
    'rename options' as const,
  ),
  place: fc.nat(1000),
  to: fc.nat(1000),
});
type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

function edited(course: Edition, { does, place, to }: Edit, number: number): Edition {
  const at = place % (course.length + 1);
  const item = course[at];
  if (does === 'insert' || !item) {
    const fresh: Item = { id: `new-${number}`, kind: 'single', prompt: 'New', options: [] };
    return course.toSpliced(at, 0, fresh);
  }
  if (does === 'delete') return course.toSpliced(at, 1);
  if (does === 'move') return course.toSpliced(at, 1).toSpliced(to % course.length, 0, item);
  if (does === 'reword') return course.with(at, { ...item, prompt: `${item.prompt}, reworded` });
  const options =
    does === 'reorder options'
      ? item.options.toReversed()
      : item.options.map((option) => ({ ...option, text: `${option.text}, renamed` }));
  return course.with(at, { ...item, options });
}

/** What a learner sees of every question: their choices and how they are judged. */
function seen(course: Edition, { answers }: Progress) {
  return new Map(
    course.map(({ id, kind, options }) => {
      const right = options
        .filter((option) => option.right)
        .map((option) => option.id)
        .sort();
      const tries = answers[id] ?? [];
      return [id, tries.map(({ choice }) => ({ choice, verdict: judge({ kind, right }, choice) }))];
    }),
  );
}

/** Plays a course through many editions on one phone. */
function live(first: Edition, edits: readonly Edit[], answered: readonly number[]) {
  const disk = fakeStorage();
  let minute = 29_925_000;
  const open = () =>
    openStore({ storage: () => disk, clock: () => minute++ * 60_000, newId: () => 'x' });
  const expected = new Map<string, string[]>();
  let course = first;
  const editions = [first];
  edits.forEach((change, index) => {
    const item = course[(answered[index] ?? 0) % Math.max(course.length, 1)];
    if (item) {
      const letter = ['a', 'b', 'c'][index % 3] ?? 'a';
      open().dispatch({ kind: 'answer', item: item.id, choice: [letter] });
      expected.set(item.id, [...(expected.get(item.id) ?? []), letter]);
    }
    const before = seen(course, open().progress());
    course = edited(course, change, index);
    editions.push(course);
    const after = seen(course, open().progress());
    for (const [id, tries] of after) {
      const was = before.get(id);
      if (was && JSON.stringify(tries) !== JSON.stringify(was)) {
        throw new Error(`${id} lost its answers when an author did this: ${change.does}`);
      }
    }
  });
  return { course, editions, expected, store: open() };
}

const history = fc
  .array(fc.tuple(edit, fc.nat(1000)), { minLength: 1, maxLength: 12 })
  .map((all) => ({ edits: all.map(([one]) => one), answered: all.map(([, item]) => item) }));

for (const [name, courses, times] of [
  ['a made-up course', madeCourse, 300],
  ['the real course', fc.constant(realCourse), 100],
] as const) {
  test(`authors may edit ${name} in any way, and untouched questions keep their answers`, () => {
    expect(realCourse.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(courses, history, (first, { edits, answered }) => {
        const { store, expected } = live(first, edits, answered);
        // Answers to removed questions are archived in the record, and stand as soon as the question is back.
        const { answers } = store.progress();
        const kept = [...expected.keys()].map((id) => [
          id,
          answers[id]?.map(({ choice }) => choice.join()),
        ]);
        assert.deepEqual(kept, [...expected]);
      }),
      { numRuns: times },
    );
  });
}

test('a code from one edition brings its answers into any other, now or when the question comes', () => {
  fc.assert(
    fc.property(madeCourse, history, fc.nat(20), (first, { edits, answered }, other) => {
      const { store, editions, course } = live(first, edits, answered);
      const bytes = eventsToBytes(carriedEvents(store.events(), []), 'dastak');
      const older = (editions[other % editions.length] ?? first).map(({ id }) => id);
      const reading = readCode(bytesToText(bytes), 'dastak', older);
      if (!reading.ok) throw new Error(reading.problem);
      const disk = fakeStorage();
      const phone = openStore({ storage: () => disk, clock: () => 0, newId: () => 'x' });
      phone.importEvents(reading.events);
      phone.know(editions.flat().map(({ id }) => id));
      assert.deepEqual(seen(course, phone.progress()), seen(course, store.progress()));
    }),
    { numRuns: 200 },
  );
});
