import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './tools.ts';

const MINUTES = 8;

/**
 * Looks a program up as a shell would.
 * @returns its full path, or undefined where no folder of PATH holds it
 */
export function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, process.platform === 'win32' ? `${name}.exe` : name))
    .find((file) => existsSync(file));
}

const aptGet = (args: string[]) =>
  run(
    'apt-get',
    ['-qq', ...args],
    { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
    MINUTES * 60,
  );

let updating: Promise<number> | undefined;
/** The installation that was asked for last: apt-get does one at a time. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Installs Debian packages where this is allowed without asking: as root, with apt-get there. The list of packages is
 * updated before the first, since an old one installs old browsers; where no list can be fetched, the one that is there serves.
 * @returns whether all of them are installed now
 */
export async function installDebian(packages: string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  updating ??= aptGet(['update']);
  const before = last;
  const installed = Promise.all([before, updating]).then(() => {
    console.log(`Installing the Debian packages ${packages.join(', ')} …`);
    return aptGet(['install', '-y', '--no-install-recommends', ...packages]);
  });
  last = installed;
  return (await installed) === 0;
}
