// `npm run bench`: how long the build takes, what a learner's phone fetches and how fast it answers, and what is lost when
// it is killed. `npm run bench -- 10 2000` takes other numbers of generated lessons;
// `--quick` tries each visit once and kills nothing.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesBelow, pagesBelow } from '../build/built-files.ts';
import { serve } from '../build/serve.ts';
import { site } from '../build/site.ts';
import { courseWithLessons } from './bench-course.ts';
import { measureSpeed } from './bench-speed.ts';
import { folderBytes, type PageBytes, pageBytes, type Size, weigh } from './bytes.ts';
import { measureKillLoss } from './kill-loss.ts';
import { packageHost } from './package.ts';
import { root, run } from './tools.ts';

/** A line of the one table that a run prints. */
interface Row {
  what: string;
  case: string;
  figures: string;
}

/** How a build went; memory and disk in MB. */
interface Build {
  /** Generated lessons beside the course's own. */
  lessons: number;
  pages: number;
  seconds: number;
  memory: number;
  disk: number;
}

const NOTE_MEMORY = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.DASTAK_MEMORY, String(process.resourceUsage().maxRSS)));`;

const isQuick = process.argv.includes('--quick');
const numbers = process.argv
  .slice(2)
  .filter((word) => word !== '--quick')
  .map(Number);
if (numbers.some((number) => !Number.isInteger(number) || number < 0)) {
  console.error('Write numbers of lessons, as in: npm run bench -- 10 100 1000');
  process.exit(1);
}
const table: Row[] = [];
const builds: Build[] = [];
for (const lessons of [0, ...(numbers.length > 0 ? numbers : [10, 100, 1000, 2000])]) {
  const home = mkdtempSync(join(tmpdir(), 'dastak-bench-'));
  try {
    courseWithLessons(root, home, lessons);
    builds.push(await timed(home, lessons));
    if (lessons === 0) {
      await weighPages(join(home, 'dist'));
      await visitPages(join(home, 'dist'), join(home, 'host'));
      if (!isQuick) await killBrowsers(join(home, 'dist'));
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
for (const [at, build] of builds.entries()) table.push(buildRow(build, builds[at - 1]));
console.table(table);

/** Builds a copy of the project and tells how that went. */
async function timed(home: string, lessons: number): Promise<Build> {
  const note = join(home, 'memory');
  const start = performance.now();
  const code = await run(
    process.execPath,
    [
      `--import=data:text/javascript,${encodeURIComponent(NOTE_MEMORY)}`,
      join(home, 'node_modules', 'astro', 'bin', 'astro.mjs'),
      'build',
      '--silent',
      '--config',
      'bench.config.ts',
    ],
    { cwd: home, env: { ...process.env, DASTAK_MEMORY: note } },
  );
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`The build with ${lessons} generated lessons failed`);
  const dist = join(home, 'dist');
  return {
    lessons,
    pages: pagesBelow(dist).length,
    seconds,
    memory: Number(readFileSync(note, 'utf8')) / 1024,
    disk: bytesOnDisk(dist) / 1e6,
  };
}

/** How a build went, and what each further lesson, in all its languages, has cost since the row before. */
function buildRow(build: Build, before?: Build): Row {
  const { lessons, pages, seconds, memory, disk } = build;
  const more = lessons - (before?.lessons ?? 0);
  const growth =
    before && more > 0
      ? `; each lesson + ${Math.round(((seconds - before.seconds) / more) * 1000)} ms, ${((memory - before.memory) / more).toFixed(2)} MB`
      : '';
  return {
    what: 'build from nothing',
    case: `${lessons} generated lessons, ${pages} pages`,
    figures: `${seconds.toFixed(1)} s; at most ${Math.round(memory)} MB of memory; ${disk.toFixed(1)} MB written${growth}`,
  };
}

/** Measures how fast a check comes up and answers on slow nets and without any. */
async function visitPages(dist: string, host: string) {
  packageHost(host, undefined, dist);
  const served = await serve({ folder: host, base: site.base });
  for (const speed of await measureSpeed(served.address, isQuick ? 1 : 3).finally(() =>
    served.close(),
  )) {
    const { net, visit, firstPaint, largestPaint, answerable, feedback } = speed;
    table.push({
      what: 'a check, CPU slowed four times',
      case: `${visit}, ${net}`,
      figures: `first paint ${firstPaint}, largest ${largestPaint}, can be answered ${answerable} ms after asking; feedback ${feedback} ms after the press`,
    });
  }
}

/** Weighs the heaviest page of each kind, and the way from the chooser to the first lesson. */
async function weighPages(dist: string) {
  const heaviest = new Map<string, PageBytes & { page: string; count: number }>();
  for (const page of pagesBelow(dist)) {
    const bytes = await pageBytes(dist, page, site.base);
    const kind = kindOf(page);
    const before = heaviest.get(kind);
    const isHeavier = !before || bytes.total.brotli > before.total.brotli;
    heaviest.set(kind, {
      ...(isHeavier ? { ...bytes, page } : before),
      count: (before?.count ?? 0) + 1,
    });
  }
  for (const [kind, { count, html, css, js, total }] of heaviest) {
    table.push({
      what: 'first visit, bytes with brotli / raw',
      case: `heaviest of ${count}: ${kind}`,
      figures: `${both(total)}: html ${both(html)}, css ${both(css)}, js ${both(js)}`,
    });
  }
  const way = ['chooser', 'map', 'module', 'lesson'].map((kind) => heaviest.get(kind)?.files ?? []);
  const first = await weigh(dist, [...new Set(way.flat())]);
  table.push(
    { what: 'bytes with brotli / raw', case: 'chooser, map, module, lesson', figures: both(first) },
    { what: 'bytes with brotli / raw', case: 'everything', figures: both(await folderBytes(dist)) },
  );
}

/** Measures how many acknowledged answers are lost when the whole browser is killed soon after. */
async function killBrowsers(dist: string) {
  const served = await serve({ folder: dist, base: site.base });
  const rows = await measureKillLoss(served.address, 5).finally(() => served.close());
  for (const { engine, milliseconds, withCopy, withoutCopy } of rows) {
    table.push({
      what: 'answers lost when killed after "saved"',
      case: `${engine}, after ${milliseconds} ms`,
      figures: `${withCopy} with the second copy, ${withoutCopy} without`,
    });
  }
}

/** What a page is, by its place: chooser, map, module, lesson, check, conversation, review, or its own name. */
function kindOf(page: string): string {
  const parts = page.split('/').slice(0, -1);
  const [, name = '', step] = parts;
  if (parts.length === 0) return page === 'index.html' ? 'chooser' : page;
  if (parts[0] === 'review') return 'review';
  if (name === 'practice') return 'conversation';
  if (parts.length === 1) return 'map';
  if (step !== undefined) return step === 'check' ? 'check' : 'lesson';
  return isModule(name) ? 'module' : name;
}

function isModule(name: string): boolean {
  try {
    return readFileSync(join(root, 'content', 'modules', name, 'module.yml')).length > 0;
  } catch {
    return false;
  }
}

function bytesOnDisk(folder: string): number {
  return filesBelow(folder).reduce((all, file) => all + statSync(join(folder, file)).size, 0);
}

function both({ brotli, raw }: Size): string {
  return `${brotli.toLocaleString('en')} / ${raw.toLocaleString('en')}`;
}
