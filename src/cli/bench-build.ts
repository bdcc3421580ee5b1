import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow, pagesBelow } from '../build/built-files.ts';
import { bareHtml } from './bare-page.ts';
import { courseWithLessons } from './bench-course.ts';
import type { Row } from './bench-row.ts';
import { inNewFolder, root, run } from './tools.ts';

/** How a build went; memory and disk in MB. */
interface Build {
  pages: number;
  seconds: number;
  memory: number;
  disk: number;
}

const NOTE_MEMORY = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.DASTAK_MEMORY, String(process.resourceUsage().maxRSS)));`;

// What the site of Astro alone imports; this project itself reads the content elsewhere.
const CONTENT = 'astro:content';

/**
 * Builds the course with generated lessons, each time beside a site of Astro alone with as many pages of the same text.
 * @param numbers how many lessons are added
 */
export async function measureBuilds(numbers: readonly number[]): Promise<Row[]> {
  const rows: Row[] = [];
  let before: { build: Build; lessons: number } | undefined;
  for (const lessons of numbers) {
    await inNewFolder(async (home) => {
      courseWithLessons(home, lessons);
      const build = await timed(home, ['--config', 'bench.config.ts']);
      const bare = join(home, 'bare');
      writeBareSite(bare, join(home, 'dist'));
      const growth = before ? growthToText(before.build, build, lessons - before.lessons) : '';
      rows.push(
        row(`${lessons} generated lessons`, build, growth),
        row(`${lessons} generated lessons, the same text by Astro alone`, await timed(bare, [])),
      );
      before = { build, lessons };
    });
  }
  return rows;
}

/** Builds the site of a folder from nothing and tells how that went. */
async function timed(home: string, options: readonly string[]): Promise<Build> {
  const note = join(home, 'memory');
  const start = performance.now();
  const code = await run(
    process.execPath,
    [
      `--import=data:text/javascript,${encodeURIComponent(NOTE_MEMORY)}`,
      join(home, 'node_modules', 'astro', 'bin', 'astro.mjs'),
      'build',
      '--silent',
      ...options,
    ],
    { cwd: home, env: { ...process.env, DASTAK_MEMORY: note } },
  );
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`The build in ${home} failed`);
  const dist = join(home, 'dist');
  const disk = filesBelow(dist).reduce((all, file) => all + statSync(join(dist, file)).size, 0);
  return {
    pages: pagesBelow(dist).length,
    seconds,
    memory: Number(readFileSync(note, 'utf8')) / 1024,
    disk: disk / 1e6,
  };
}

/** Writes a site of nothing but Astro and Markdown, with a page for each built one and its text in it. */
function writeBareSite(folder: string, built: string): void {
  const files: Record<string, string> = {
    'package.json': '{ "type": "module" }',
    'astro.config.mjs': "export default { cacheDir: './.cache' };",
    'src/content.config.ts': `import { defineCollection } from '${CONTENT}';
import { glob } from 'astro/loaders';
export const collections = { texts: defineCollection({ loader: glob({ pattern: '*.md', base: 'texts' }) }) };`,
    'src/pages/[id].astro': `---
import { getCollection, render } from '${CONTENT}';
export const getStaticPaths = async () =>
  (await getCollection('texts')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
const { Content } = await render(Astro.props.entry);
---
<html><head><meta charset="utf-8"><title>A page</title></head><body><Content /></body></html>`,
  };
  for (const [at, page] of pagesBelow(built).entries()) {
    const text = bareHtml(readFileSync(join(built, page), 'utf8'))
      .replaceAll(/<[^>]*>/g, '\n\n')
      .replaceAll(/[ \t]*\n\s*\n\s*/g, '\n\n');
    files[`texts/${at}.md`] = text.trim();
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
}

function row(name: string, { pages, seconds, memory, disk }: Build, growth = ''): Row {
  return {
    what: 'build from nothing',
    case: `${name}, ${pages} pages`,
    figures: `${seconds.toFixed(1)} s; at most ${Math.round(memory)} MB of memory; ${disk.toFixed(1)} MB written${growth}`,
  };
}

/** What each further lesson, in all its languages, has cost. */
function growthToText(before: Build, after: Build, lessons: number): string {
  if (lessons <= 0) return '';
  const seconds = (after.seconds - before.seconds) / lessons;
  const memory = (after.memory - before.memory) / lessons;
  return `; each lesson + ${Math.round(seconds * 1000)} ms, ${memory.toFixed(2)} MB`;
}
