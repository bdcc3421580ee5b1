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

/**
 * Installs Debian packages where this is allowed without asking: as root, with apt-get there. The list of packages is
 * updated first, since an old one installs old browsers; where no list can be fetched, the one that is there serves.
 * @returns whether all of them are installed now
 */
export async function installDebian(packages: string[]): Promise<boolean> {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  console.log(`Installing the Debian packages ${packages.join(', ')} …`);
  const apt = (args: string[]) =>
    run(
      'apt-get',
      ['-qq', ...args],
      {
        stdio: 'ignore',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      },
      MINUTES * 60,
    );
  await apt(['update']);
  return (await apt(['install', '-y', '--no-install-recommends', ...packages])) === 0;
}
