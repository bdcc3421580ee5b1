// `npm run bench`: how long the build takes, what a learner's phone fetches and how fast it answers, and what is lost when
// it is killed. `npm run bench -- 10 2000` takes other numbers of generated lessons.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../build/serve.ts';
import { site } from '../build/site.ts';
import { courseWithLessons } from './bench-course.ts';
import { measureSpeed } from './bench-speed.ts';
import {
  filesBelow,
  folderBytes,
  type PageBytes,
  pageBytes,
  pagesBelow,
  type Size,
  weigh,
} from './bytes.ts';
import { measureKillLoss } from './kill-loss.ts';
import { packageHost } from './package.ts';
import { root, run } from './tools.ts';

interface Build {
  /** Generated lessons beside the course's own. */
  lessons: number;
  pages: number;
  seconds: number;
  'peak memory, MB': number;
  'dist, MB': number;
}

const NOTE_MEMORY = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(process.env.DASTAK_MEMORY, String(process.resourceUsage().maxRSS)));`;

const numbers = process.argv.slice(2).map(Number);
if (numbers.some((number) => !Number.isInteger(number) || number < 0)) {
  console.error('Write numbers of lessons, as in: npm run bench -- 10 100 1000');
  process.exit(1);
}
const builds: Build[] = [];
for (const lessons of [0, ...(numbers.length > 0 ? numbers : [10, 100, 1000, 2000])]) {
  const home = mkdtempSync(join(tmpdir(), 'dastak-bench-'));
  try {
    courseWithLessons(root, home, lessons);
    builds.push(await timed(home, lessons));
    if (lessons === 0) {
      await weighPages(join(home, 'dist'));
      await visitPages(join(home, 'dist'), join(home, 'host'));
      await killBrowsers(join(home, 'dist'));
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
console.log('\nBuild, from nothing, with so many generated lessons beside the course itself');
console.table(builds.map((row, at) => ({ ...row, ...growth(row, builds[at - 1]) })));

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
    seconds: Number(seconds.toFixed(1)),
    'peak memory, MB': Math.round(Number(readFileSync(note, 'utf8')) / 1024),
    'dist, MB': Number((bytesOnDisk(dist) / 1e6).toFixed(1)),
  };
}

/** What each further lesson, in all its languages, has cost since the row before. */
function growth(row: Build, before?: Build) {
  const lessons = row.lessons - (before?.lessons ?? 0);
  if (!before || lessons <= 0) return {};
  const per = (key: 'seconds' | 'peak memory, MB') => (row[key] - before[key]) / lessons;
  return {
    'ms per lesson': Math.round(per('seconds') * 1000),
    'MB per lesson': Number(per('peak memory, MB').toFixed(2)),
  };
}

/** Prints how fast a check comes up and answers on slow nets and without any. */
async function visitPages(dist: string, host: string) {
  packageHost(host, undefined, dist);
  const served = await serve({ folder: host, base: site.base });
  const rows = await measureSpeed(served.address, 3).finally(() => served.close());
  console.log('\nA check on a phone with a CPU slowed four times: milliseconds, median of three');
  console.table(rows);
}

/** Prints the heaviest page of each kind, and the way from the chooser to the first lesson. */
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
  console.log('\nThe heaviest page of each kind on a first visit: bytes with brotli / as they are');
  console.table(
    [...heaviest.values()].map(({ page, count, html, css, js, total }) => ({
      'heaviest page': `/${page.replace(/index\.html$/, '')}`,
      'of so many': count,
      html: both(html),
      css: both(css),
      js: both(js),
      together: both(total),
    })),
  );
  const way = ['chooser', 'map', 'module', 'lesson'].map((kind) => heaviest.get(kind)?.files ?? []);
  const first = await weigh(dist, [...new Set(way.flat())]);
  console.log(`First visit from the chooser through map and module to a lesson: ${both(first)}`);
  console.log(`The whole course in all languages: ${both(await folderBytes(dist))}`);
}

/** Prints how many acknowledged answers are lost when the whole browser is killed soon after. */
async function killBrowsers(dist: string) {
  const served = await serve({ folder: dist, base: site.base });
  const rows = await measureKillLoss(served.address, 5).finally(() => served.close());
  console.log('\nAnswers lost when the browser is killed so many milliseconds after "saved"');
  console.table(rows);
}

/** What a page is, by its place: chooser, map, module, lesson, check, or its own name. */
function kindOf(page: string): string {
  const parts = page.split('/').slice(0, -1);
  const [, name = '', step] = parts;
  if (parts.length === 0) return page === 'index.html' ? 'chooser' : page;
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
