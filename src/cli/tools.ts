import { type SpawnOptions, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The folder that the web build is written to. */
export const dist = join(root, 'dist');

const TOOLS = {
  astro: 'astro/bin/astro.mjs',
  biome: '@biomejs/biome/bin/biome',
  playwright: '@playwright/test/cli.js',
};

const COPIED = ['content', 'public', 'src', 'astro.config.ts', 'package.json', 'tsconfig.json'];

/** Copies to an empty folder what a build of the course reads; its packages are the same. */
export function copyProject(folder: string): void {
  for (const name of COPIED) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
}

/** Works in an empty folder of the system's for temporary files, which is taken away again. */
export async function inNewFolder<Result>(
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'dastak-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * Runs a program to its end.
 * @param seconds after this time it is stopped and counts as failed; unlimited unless told
 * @returns its exit code; 1 where it could not be started or was stopped
 */
export function run(
  command: string,
  args: string[],
  options: SpawnOptions = {},
  seconds?: number,
): Promise<number> {
  return new Promise((resolve) => {
    const limit = seconds === undefined ? {} : { timeout: seconds * 1000 };
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...limit, ...options });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Ends a command that cannot do what it was asked for, with a sentence that says why. */
export function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Builds the course into `dist`; where that fails, the command ends. */
export async function buildCourse(): Promise<void> {
  const built = await tool('astro', ['build', '--silent']);
  if (built !== 0) process.exit(built);
}

/**
 * Runs a program to its end and holds back what it prints.
 * @returns its exit code, 1 where it could not be started, and what it printed
 */
export function runQuietly(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const pieces: Buffer[] = [];
    const end = (code: number) =>
      resolve({ code, output: Buffer.concat(pieces).toString().trimEnd() });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece: Buffer) => pieces.push(piece));
    }
    child.on('error', () => end(1));
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Where the script of one of the project's packaged tools lies. */
export const scriptOf = (name: keyof typeof TOOLS): string =>
  join(root, 'node_modules', TOOLS[name]);

/**
 * Runs one of the project's packaged tools with this Node.
 * @returns its exit code
 */
export function tool(
  name: keyof typeof TOOLS,
  args: string[],
  options: SpawnOptions = {},
  seconds?: number,
): Promise<number> {
  return run(process.execPath, [scriptOf(name), ...args], options, seconds);
}
