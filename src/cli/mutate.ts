// `npm run mutate`: puts one fault after another into a copy of the project and runs the tests that must notice it.
// `npm run mutate -- judge call` tries only those whose name holds one of the words. Fails where a fault survives.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mutation, mutations } from '../../tests/support/mutations.ts';
import { root, run } from './tools.ts';

const COPIED = [
  ...['content', 'public', 'src', 'tests', 'astro.config.ts', 'playwright.config.ts'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'README.md'],
];
const words = process.argv.slice(2);
const chosen = mutations.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const folder = mkdtempSync(join(tmpdir(), 'dastak-mutate-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const name of COPIED) cpSync(join(root, name), join(folder, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');

const survivors: string[] = [];
/** By test files: whether they pass without any fault. */
const sound = new Map<string, boolean>();
for (const mutation of chosen) {
  const start = performance.now();
  const isCaught = await caught(mutation);
  if (!isCaught) survivors.push(mutation.name);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${isCaught ? 'caught  ' : 'SURVIVED'}  ${seconds.padStart(5)} s  ${mutation.name}`);
}
console.log(`${chosen.length - survivors.length} of ${chosen.length} faults were caught.`);
process.exitCode = survivors.length > 0 || chosen.length === 0 ? 1 : 0;

/** Whether the tests fail with the fault and, so that this means something, pass without it. */
async function caught({ file, from, to, tests }: Mutation): Promise<boolean> {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} does not hold “${from}” once.`);
  const all = tests.join(', ');
  if (!sound.has(all)) sound.set(all, await passes(tests));
  if (!sound.get(all)) {
    console.error(
      `${all}: these tests fail without any fault, so that nothing is known of “${from}”.`,
    );
    return false;
  }
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  const isCaught = !(await passes(tests));
  writeFileSync(path, text);
  return isCaught;
}

async function passes(tests: readonly string[]): Promise<boolean> {
  const isInBrowser = tests.some((test) => test.startsWith('e2e/'));
  const options = { cwd: folder, stdio: 'ignore' as const };
  if (
    isInBrowser &&
    (await run(process.execPath, ['tests/support/build-fixture.ts'], options)) !== 0
  ) {
    throw new Error('The small course does not build.');
  }
  const tool = join('node_modules', '@playwright', 'test', 'cli.js');
  const project = isInBrowser ? 'e2e' : 'unit';
  const args = [tool, 'test', `--project=${project}`, '--max-failures=1', ...tests];
  return (await run(process.execPath, args, options)) === 0;
}
