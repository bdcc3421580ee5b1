import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../../src/cli/tools.ts';

/** What the door of all scripts says in a project that lies in a folder of this name and has no such task. */
function door(name: string): { told: string; folder: string } {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'dastak-folder-')));
  const folder = join(home, name);
  mkdirSync(join(folder, 'src', 'cli'), { recursive: true });
  const file = join('src', 'cli', 'run.mjs');
  cpSync(join(root, file), join(folder, file));
  const { stderr } = spawnSync(process.execPath, [join(folder, file), 'no-task'], {
    encoding: 'utf8',
  });
  rmSync(home, { recursive: true });
  return { told: stderr.trim(), folder };
}

// A folder named by a browser, such as `dastak%20main`, once failed after the whole build, for want of a style sheet.
test('A folder that Astro cannot build in is named before anything is installed or built', () => {
  for (const [name, misread, better] of [
    ['a%20b', '%', 'a-20b'],
    ['50% off', '%', '50- off'],
    ['hostel #2?', '# and ?', 'hostel -2-'],
  ] as const) {
    const { told, folder } = door(name);
    expect(told).toBe(
      `Dastak cannot be built in ${folder}: Astro and Vite, which build it, take ${misread} in a folder's name for a part of an address, and do not find the files. Rename the folder to ${folder.replace(name, better)}, then run the same command again.`,
    );
  }
});

test('Spaces, brackets and letters of any script in the name of a folder are no problem', () => {
  for (const name of ['a b', 'छात्रावास', "it's (1) [x] & + é"]) {
    expect(door(name).told).toMatch(/^There is no no-task\.ts in src\/cli/);
  }
});
