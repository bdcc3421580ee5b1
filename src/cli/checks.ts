import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { JSONReport } from '@playwright/test/reporter';
import { type Engine, ensureBrowser, ensureDevanagari, pathVariable } from './browsers.ts';
import { root, tool } from './tools.ts';
import { ensureWebkit } from './webkit.ts';

/** How a question was answered. */
export interface Answer {
  /** `unasked`: an engine that is not on this machine, or no test by the title asked for; said, and fails nothing. */
  verdict: 'yes' | 'no' | 'unasked';
  /** Counts of tests; 0 where the question runs none. */
  passed: number;
  failed: number;
  skipped: number;
  /** The engine it was tested in, or why it was not asked. */
  note?: string;
}

/** A question that `npm test` asks about the project. */
export interface Question {
  /** The word that asks it alone: `npm test -- unit`. */
  name: string;
  /** The question as it is printed. */
  words: string;
  /** Whether it looks at dist/, which must then be built first. */
  needsBuild?: true;
  /** Whether further arguments, such as `-g "a title"`, are passed to it. */
  takesArguments?: true;
  /** Asks it. */
  ask(args: string[]): Promise<Answer>;
}

const NO_TESTS = { passed: 0, failed: 0, skipped: 0 };

/** Every question, in the order in which they are asked. */
export const questions: Question[] = [
  { name: 'format', words: 'Formatted and linted?', ask: () => byTool('biome', ['check', '.']) },
  {
    name: 'types',
    words: 'Types right?',
    ask: () => byTool('astro', ['check', '--minimumSeverity', 'warning']),
  },
  withTests('content', 'Content sound?'),
  withTests('unit', 'Units right?'),
  { name: 'build', words: 'Does it build?', ask: () => byTool('astro', ['build', '--silent']) },
  { ...withTests('e2e', 'Right in Chromium?', () => inEngine('chromium')), needsBuild: true },
  {
    ...withTests('firefox', 'Right in Firefox?', () => inEngine('firefox'), 'e2e-firefox'),
    needsBuild: true,
  },
  { ...withTests('webkit', 'Right in WebKit?', inWebkit), needsBuild: true },
];

/** What a Playwright project needs to run here: variables and the engine's name, or why it cannot. */
type Ground = { variables: Record<string, string>; engine: string } | Answer;

async function byTool(...command: Parameters<typeof tool>): Promise<Answer> {
  return { verdict: (await tool(...command)) === 0 ? 'yes' : 'no', ...NO_TESTS };
}

function withTests(
  name: string,
  words: string,
  prepare?: () => Promise<Ground>,
  project = name,
): Question {
  const ask = async (args: string[]) => {
    const ground = await prepare?.();
    if (ground && 'verdict' in ground) return ground;
    const answer = await byPlaywright(project, args, ground?.variables);
    return ground ? { note: ground.engine, ...answer } : answer;
  };
  return { name, words, takesArguments: true, ask };
}

async function byPlaywright(
  project: string,
  args: string[],
  variables: Record<string, string> = {},
): Promise<Answer> {
  const report = join(root, 'test-results', `${project}.json`);
  rmSync(report, { force: true });
  const env = { ...process.env, ...variables, DASTAK_REPORT: report };
  const code = await tool('playwright', ['test', `--project=${project}`, ...args], { env });
  const run = counts(report);
  if (code === 0 && run.passed === 0) return { verdict: 'unasked', ...run, note: 'no such test' };
  return { verdict: code === 0 ? 'yes' : 'no', ...run };
}

function counts(report: string): typeof NO_TESTS {
  try {
    const { stats } = JSON.parse(readFileSync(report, 'utf8')) as JSONReport;
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    };
  } catch {
    return NO_TESTS;
  }
}

async function inEngine(engine: Engine): Promise<Ground> {
  const path = await ensureBrowser(engine);
  if (path) {
    if (!(await ensureDevanagari())) {
      console.log('No font on this machine has Devanagari: install fonts-noto-core to see Hindi.');
    }
    return { variables: { [pathVariable(engine)]: path }, engine: `${engine} (${path})` };
  }
  // Chromium is the measure of everything in the browser; without it nothing has been tested there.
  const verdict = engine === 'chromium' ? 'no' : 'unasked';
  return {
    verdict,
    ...NO_TESTS,
    note: `no ${engine} opens on this machine and none could be installed; install one, or name it in ${pathVariable(engine)}`,
  };
}

async function inWebkit(): Promise<Ground> {
  const webkit = await ensureWebkit();
  if (webkit) return { variables: {}, engine: `WebKitGTK (${webkit.browser})` };
  const what =
    process.platform === 'linux'
      ? 'WebKitWebDriver or Xvfb is missing and could not be installed; on Debian: apt-get install webkit2gtk-driver xvfb'
      : 'WebKitGTK and its driver exist on Linux only';
  return { verdict: 'unasked', ...NO_TESTS, note: what };
}
