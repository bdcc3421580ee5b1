import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { contentFiles, readLessonFile } from '../../src/build/content-files.ts';
import { lessonToPieces } from '../../src/course/lesson.ts';
import { fileKinds } from '../../src/schema/kinds.ts';

test('A build reads a YAML file again when it has changed, and forgets one that is gone', async () => {
  const folder = test.info().outputPath('course');
  const write = (language: string, text: string) =>
    writeFileSync(join(folder, `content/ui/${language}.yml`), text);
  mkdirSync(join(folder, 'content/ui'), { recursive: true });
  const kind = fileKinds.find(({ name }) => name === 'ui');
  if (!kind) throw new Error('There is no kind “ui”.');
  const store = new Map<string, { data: unknown; digest: string }>();
  const load = async () => {
    const read: string[] = [];
    await contentFiles(kind).load({
      store: Object.assign(store, {
        set: (entry: { id: string; data: unknown; digest: string }) =>
          Map.prototype.set.call(store, entry.id, entry),
      }),
      async parseData({ id, data }: { id: string; data: unknown }) {
        read.push(id);
        return data;
      },
      generateDigest: (text: string) => text,
      config: { root: pathToFileURL(`${folder}/`) },
      // The loader uses nothing else of what Astro hands it.
    } as never);
    return { read, data: Object.fromEntries([...store].map(([id, entry]) => [id, entry.data])) };
  };
  write('en', 'next: Next\n');
  write('hi', 'next: आगे\n');
  const all = { en: { next: 'Next' }, hi: { next: 'आगे' } };
  expect(await load()).toEqual({ read: ['en', 'hi'], data: all });
  expect(await load()).toEqual({ read: [], data: all });
  write('en', 'next: Go on\n');
  expect(await load()).toEqual({ read: ['en'], data: { ...all, en: { next: 'Go on' } } });
  rmSync(join(folder, 'content/ui/hi.yml'));
  expect(await load()).toEqual({ read: [], data: { en: { next: 'Go on' } } });
});

test('Where a build cannot read a file, the check of the content speaks first', async () => {
  const folder = test.info().outputPath('course');
  mkdirSync(join(folder, 'content'), { recursive: true });
  writeFileSync(join(folder, 'content/course.yml'), 'modules: [');
  const [kind] = fileKinds;
  const load = (integrations: unknown[]) =>
    contentFiles(kind).load({
      store: new Map(),
      generateDigest: (text: string) => text,
      config: { root: pathToFileURL(`${folder}/`), integrations },
    } as never);
  const saying = (said?: string) => ({
    name: 'dastak-content-rules',
    hooks: {
      'astro:build:start': async () => {
        if (said) throw new Error(said);
      },
    },
  });
  await expect(load([saying('The content has one problem.')])).rejects.toThrow('has one problem');
  await expect(load([saying()])).rejects.toThrow('Flow sequence');
  await expect(load([])).rejects.toThrow('Flow sequence');
});

/** What the page of a lesson draws. */
const drawn = (body: string) =>
  lessonToPieces({
    ...readLessonFile(`---\ntitle: The plate\n---\n\n${body}`),
    filePath: 'plate.en.mdx',
  });

test('A lesson is read as HTML and tags', () => {
  expect(
    drawn(
      '<Card id="plate">\n\n## Tea & "toast"\n\nIt is **half** full. <Cite id="who" /> See\n\n2. one\\\ntwo ~~three~~\n\n</Card>',
    ),
  ).toEqual([
    {
      tag: 'Card',
      attributes: { id: 'plate' },
      pieces: [
        '<h2>Tea &amp; “toast”</h2><p>It is <strong>half</strong> full. ',
        { tag: 'Cite', attributes: { id: 'who' }, pieces: [] },
        ' See</p><ol start="2">\n<li>one<br>\ntwo ~~three~~</li>\n</ol>',
      ],
    },
  ]);
});

test('A lesson that cannot be read says why when it is drawn, and nothing in it is worked out', () => {
  expect(() => drawn('<Say>\n\nText.')).toThrow(/^plate\.en\.mdx cannot be drawn\. .*Say/);
  expect(() => drawn('Two and two are {2 + 2}.')).toThrow(/mdxTextExpression/);
  expect(() => drawn('<Cite id={who} />')).toThrow(/quotation marks/);
  expect(() => drawn('import x from "./x"\n\nText.')).toThrow(/mdxjsEsm/);
});
