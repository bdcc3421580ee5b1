import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { JSONReport } from '@playwright/test/reporter';
import { CHECKED_ELSEWHERE } from '../build/content-rules.ts';
import {
  type Engine,
  ensureBrowser,
  ensureDevanagari,
  ensureShell,
  pathVariable,
} from './browsers.ts';
import { missingEngine } from './missing-engine.ts';
import { ensurePdfReader } from './pdf-reader.ts';
import { slowestTests } from './slowest.ts';
import { root, run, runQuietly, scriptOf, tool } from './tools.ts';
import { ensureWebkit } from './webkit.ts';

/** How a check went. */
export interface Outcome {
  /** `untested`: an engine that cannot be had here, or no test by the title asked for; said, and fails nothing. */
  verdict: 'yes' | 'no' | 'untested';
  /** Counts of tests; 0 where the check runs none. */
  passed: number;
  failed: number;
  skipped: number;
  /** The engine it was tested in, or why it was not tested. */
  note?: string;
  /** What was held back until its turn came. */
  output?: string;
}

/** One of the checks of `npm test`. */
export interface Check {
  /** The word that runs it alone: `npm test -- unit`. */
  name: string;
  /** What it checks, as it is printed. */
  words: string;
  /** Whether it looks at built pages, which must then be built first. */
  needsBuild?: true;
  /** The check beside which it runs, where both are run: together they leave no processor idle. */
  beside?: string;
  /** Whether further arguments, such as `-g "a title"`, are passed to it. */
  takesArguments?: true;
  /** Begins to find or fetch what `run` needs, while other checks run. */
  prepare?(): void;
  /** @param isBeside whether it runs beside another check, so that what it says waits for its turn */
  run(args: string[], isBeside: boolean): Promise<Outcome>;
}

const NO_TESTS = { passed: 0, failed: 0, skipped: 0 };

/** Every check, in the order in which they run and are told. */
export const checks: Check[] = [
  { name: 'format', words: 'Format and lint', run: () => byTool('biome', ['check', '.']) },
  withTests('content', 'Content', inLaterYear),
  withTests('unit', 'Units', inLaterYear),
  { name: 'types', words: 'Types', beside: 'content', run: checkTypes },
  { name: 'build', words: 'Build', run: buildBoth },
  { ...withTests('built', 'Built files'), needsBuild: true },
  { ...withTests('e2e', 'Pages in Chromium', () => inEngine('chromium')), needsBuild: true },
  {
    ...withTests('firefox', 'Pages in Firefox', () => inEngine('firefox'), 'e2e-firefox'),
    needsBuild: true,
    beside: 'e2e',
  },
  { ...withTests('webkit', 'Pages in WebKit', inWebkit), needsBuild: true, beside: 'e2e' },
];

/** What a Playwright project needs to run here: variables and how it is run, or why it cannot. */
type Ground = { variables: Record<string, string>; note: string } | Outcome;

/** The course, and the small course of the tests; beside each other, since a build keeps one processor busy. */
async function buildBoth(): Promise<Outcome> {
  const [course, fixture] = await Promise.all([
    tool('astro', ['build', '--silent']),
    run(process.execPath, [join(root, 'tests', 'support', 'build-fixture.ts')]),
  ]);
  return { verdict: course === 0 && fixture === 0 ? 'yes' : 'no', ...NO_TESTS };
}

async function checkTypes(): Promise<Outcome> {
  const args = [scriptOf('astro'), 'check', '--minimumSeverity', 'warning'];
  const env = { ...process.env, [CHECKED_ELSEWHERE]: 'yes' };
  const { code, output } = await runQuietly(process.execPath, args, env);
  return { verdict: code === 0 ? 'yes' : 'no', ...NO_TESTS, output };
}

async function byTool(...command: Parameters<typeof tool>): Promise<Outcome> {
  return { verdict: (await tool(...command)) === 0 ? 'yes' : 'no', ...NO_TESTS };
}

function withTests(
  name: string,
  words: string,
  findGround?: () => Promise<Ground>,
  project = name,
): Check {
  let found: Promise<Ground> | undefined;
  const prepare = () => {
    found ??= findGround?.();
  };
  const run = async (args: string[], isBeside: boolean) => {
    prepare();
    const ground = await found;
    if (ground && 'verdict' in ground) return ground;
    const outcome = await byPlaywright(project, args, isBeside, ground?.variables);
    return ground ? { note: ground.note, ...outcome } : outcome;
  };
  return { name, words, takesArguments: true, prepare, run };
}

async function byPlaywright(
  project: string,
  args: string[],
  isBeside: boolean,
  variables: Record<string, string> = {},
): Promise<Outcome> {
  const report = join(root, 'test-results', `${project}.json`);
  rmSync(report, { force: true });
  const env = { ...process.env, ...variables, DASTAK_REPORT: report };
  const workers = isBeside ? ['--workers=1'] : [];
  const asked = ['test', `--project=${project}`, ...workers, ...args];
  const { code, output } = isBeside
    ? await runQuietly(process.execPath, [scriptOf('playwright'), ...asked], env)
    : { code: await tool('playwright', asked, { env }), output: '' };
  const { slowest, ...counts } = read(report);
  // Where only some tests were asked for, whoever asked waits for them alone.
  const said = args.length === 0 ? ['\nSlowest tests', ...slowest].join('\n') : '';
  if (!isBeside && said) console.log(said);
  const outcome = { ...counts, ...(isBeside && { output: output + said }) };
  if (code === 0 && counts.passed === 0)
    return { verdict: 'untested', ...outcome, note: 'no such test' };
  return { verdict: code === 0 ? 'yes' : 'no', ...outcome };
}

function read(report: string): typeof NO_TESTS & { slowest: string[] } {
  try {
    const { stats, suites } = JSON.parse(readFileSync(report, 'utf8')) as JSONReport;
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
      slowest: slowestTests(suites),
    };
  } catch {
    return { ...NO_TESTS, slowest: [] };
  }
}

/** What opens no browser runs with the clock in a later year: nothing may depend on the day on which it is tested. */
async function inLaterYear(): Promise<Ground> {
  const preload = pathToFileURL(join(root, 'tests', 'support', 'later-year.mjs')).href;
  const options = [process.env.NODE_OPTIONS, `--import=${preload}`].filter(Boolean).join(' ');
  return { variables: { NODE_OPTIONS: options }, note: 'with the clock in 2029' };
}

async function inEngine(engine: Engine): Promise<Ground> {
  const { path, undriven } = await ensureBrowser(engine);
  if (path) {
    if (!(await ensureDevanagari())) {
      console.log('No font on this machine has Devanagari: install fonts-noto-core to see Hindi.');
    }
    if (engine === 'chromium' && !(await ensurePdfReader())) {
      console.log(
        'No pdftotext is on this machine: install poppler-utils to check what is printed.',
      );
    }
    const shell = engine === 'chromium' ? await ensureShell() : undefined;
    const variables = { [pathVariable(engine)]: path, ...(shell && { DASTAK_SHELL: shell }) };
    return { variables, note: `${engine} (${[shell, path].filter(Boolean).join(' and ')})` };
  }
  return {
    ...NO_TESTS,
    ...missingEngine(engine, pathVariable(engine), undriven ?? [], driver(engine)),
  };
}

/** Who drives the engine and for which version it is made, from Playwright's own list. */
function driver(engine: Engine): string {
  const packaged = (file: string) =>
    JSON.parse(readFileSync(join(root, 'node_modules', 'playwright-core', file), 'utf8'));
  const { browsers } = packaged('browsers.json') as {
    browsers: { name: string; browserVersion?: string }[];
  };
  const made = browsers.find(({ name }) => name === engine)?.browserVersion ?? 'an unknown version';
  return `Playwright ${packaged('package.json').version}, made for ${engine} ${made}`;
}

async function inWebkit(): Promise<Ground> {
  const webkit = await ensureWebkit();
  if (webkit) return { variables: {}, note: `WebKitGTK (${webkit.browser})` };
  const what =
    process.platform === 'linux'
      ? 'WebKitWebDriver or Xvfb is missing and could not be installed; on Debian: apt-get install webkit2gtk-driver xvfb'
      : 'WebKitGTK and its driver exist on Linux only';
  return { verdict: 'untested', ...NO_TESTS, note: what };
}
