import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { contentRules, problemsInOneSentence } from '../../src/build/content-rules.ts';
import { readContent } from '../../src/build/read-content.ts';
import { siteAddress } from '../../src/build/site.ts';
import { contentCounts } from '../../src/rules/counts.ts';
import { readAll } from '../../src/rules/reading/content.ts';
import { TODAY, tinyCourse, tinyFiles, told } from './tiny-course.ts';

/** Writes files below a folder. */
function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Runs the check as Astro does before a command; gives what it throws and what it prints. */
async function run(
  folder: string,
  command: 'build' | 'dev' | 'sync' | 'preview',
  today: string = TODAY,
) {
  const printed: string[] = [];
  const { error: print, warn } = console;
  console.error = (text: string) => printed.push(text);
  console.warn = (text: string) => printed.push(text);
  try {
    const { hooks } = contentRules(today);
    // The hooks read nothing else of what Astro hands them.
    await hooks['astro:config:setup']?.({
      command,
      config: { root: pathToFileURL(`${folder}/`) },
    } as never);
    if (command === 'build') await hooks['astro:build:start']?.({} as never);
    return { printed };
  } catch (error) {
    return { printed, error: (error as Error).message };
  } finally {
    Object.assign(console, { error: print, warn });
  }
}

test('Content is read in the order of its paths, without those that systems leave behind', () => {
  const folder = test.info().outputPath('course');
  write(folder, {
    'content/ui/hi.yml': 'a',
    'content/course.yml': 'b',
    'content/.DS_Store': 'c',
    'content/ui/Thumbs.db': 'c',
    'content/~$tes.docx': 'c',
    'content/notes.docx': 'd',
  });
  expect(readContent(join(folder, 'content'))).toEqual([
    { path: 'content/course.yml', text: 'b' },
    { path: 'content/notes.docx', text: '' },
    { path: 'content/ui/hi.yml', text: 'a' },
  ]);
});

test('A course in order lets every command go on', async () => {
  const folder = test.info().outputPath('course');
  write(folder, { ...tinyCourse });
  for (const command of ['build', 'dev', 'sync', 'preview'] as const) {
    expect(await run(folder, command)).toEqual({ printed: [] });
  }
});

test('A course with problems prints them all and stops the command once', async () => {
  const folder = test.info().outputPath('course');
  write(folder, { ...tinyCourse, 'content/notes.docx': '', 'content/plan.txt': '' });
  const { printed, error } = await run(folder, 'build');
  expect(printed.join('\n')).toContain('content/notes.docx:1');
  expect(printed.join('\n')).toContain('content/plan.txt:1');
  expect(error).toBe(
    'The content has 2 problems; they stand above with their corrections. Correct them, then run the same command again.',
  );
  expect(await run(folder, 'preview')).toEqual({ printed: [] });
});

test('Pages drawn from their sources do not wait for the check, which says its problems when it knows them', async () => {
  const folder = test.info().outputPath('course');
  write(folder, { ...tinyCourse, 'content/plan.txt': '' });
  const printed: string[] = [];
  const { error: print } = console;
  console.error = (text: string) => printed.push(text);
  try {
    const setup = contentRules(TODAY).hooks['astro:config:setup'];
    await setup?.({ command: 'dev', config: { root: pathToFileURL(`${folder}/`) } } as never);
    expect(printed).toEqual([]);
    await expect.poll(() => printed.join('\n')).toContain('content/plan.txt:1');
  } finally {
    console.error = print;
  }
});

test('A passing day is no time bomb: years later the same files are built, with a warning', async () => {
  const folder = test.info().outputPath('course');
  write(folder, { ...tinyCourse });
  const { printed, error } = await run(folder, 'build', '2029-03-01');
  expect(error).toBeUndefined();
  const warning = told(
    'content/sources.yml:8',
    'The source “paper” was to be looked at again by 2027-06-01.',
    'Open its address and read whether it still says what the course takes from it. If so, write lookAgain: "2030-03-01"; if not, correct the entry and what rests on it.',
    'Pages move and numbers change; the course says only what still holds.',
  );
  expect(printed).toEqual([`\nTo be looked at soon; it stops nothing:\n\n${warning}\n`]);
});

test('One problem is told in the singular', () => {
  expect(problemsInOneSentence(1)).toBe(
    'The content has one problem; it stands above with its correction. Correct it, then run the same command again.',
  );
});

test('A course is counted', () => {
  expect(contentCounts(readAll(tinyFiles()))).toBe(
    '1 module, 1 lesson in hi and en, 1 question, 2 helplines, 1 source',
  );
});

test('The address of the site is taken apart', () => {
  const at = (address: string) => siteAddress(`address: ${address}\n`);
  expect(at('https://example.org/dastak/')).toEqual({
    address: 'https://example.org',
    base: '/dastak/',
  });
  expect(at('https://example.org/a/b')).toEqual({ address: 'https://example.org', base: '/a/b/' });
  expect(at('https://example.org')).toEqual({ address: 'https://example.org', base: '/' });
});

test('Another address goes before the one in the file', () => {
  const text = 'address: https://example.org/dastak/\n';
  expect(siteAddress(text, 'http://localhost:8080/course/')).toEqual({
    address: 'http://localhost:8080',
    base: '/course/',
  });
  expect(siteAddress(text, 'course')).toEqual({ address: 'https://example.org', base: '/dastak/' });
});

test('An address that cannot be read leaves a local one, for the rules to name the problem', () => {
  const local = { address: 'http://localhost:4321', base: '/' };
  for (const text of ['', 'address: nowhere', 'address: "open', 'address: mailto:a@example.org']) {
    expect(siteAddress(text)).toEqual(local);
  }
});
