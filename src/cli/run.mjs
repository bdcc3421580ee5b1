// The door that every script of package.json goes through, written for any Node from 18 on.
// It installs what package-lock.json asks for, finds a Node that Astro runs on, and hands over to
// src/cli/<task>.ts, which that Node runs as it stands.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = dirname(fileURLToPath(import.meta.url));
const root = join(cli, '..', '..');
const modules = join(root, 'node_modules');
const isWindows = process.platform === 'win32';

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** What Astro and Vite take for a part of an address when it stands in the path of a project. */
const READ_AS_ADDRESS = /[%#?]/g;

/** npm keeps a list of what it has installed, written last; it must hold all that the lock file asks for. */
function isInstalled() {
  const list = join(modules, '.package-lock.json');
  if (!existsSync(list)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === '' || (installed[place] ? installed[place].version === version : optional),
  );
}

function install() {
  console.log('Installing what package-lock.json names (about 500 MB, once) …');
  const npm = process.env.npm_execpath ?? '';
  const isNpm = basename(npm).startsWith('npm');
  const done = spawnSync(
    isNpm ? process.execPath : 'npm',
    [...(isNpm ? [npm] : []), 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
    // Windows starts `npm`, which is npm.cmd there, through a shell only.
    { cwd: root, stdio: 'inherit', shell: isWindows && !isNpm },
  );
  if (done.status !== 0) {
    stop(
      'Dastak could not install its packages. Connect to the internet, then run the same command again.',
    );
  }
}

/** Whether a Node runs TypeScript as it stands and is new enough for Astro. */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

function newEnoughNode() {
  if (isNewEnough(process.version)) return process.execPath;
  const system = isWindows ? 'win' : process.platform;
  for (const folder of [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`]) {
    const packaged = join(modules, folder, 'bin', isWindows ? 'node.exe' : 'node');
    if (existsSync(packaged)) return packaged;
  }
  return stop(
    `Dastak needs Node 22.18 or newer, or 24, and this is ${process.version}. Install the newest LTS from https://nodejs.org, then run the same command again.`,
  );
}

const misread = [...new Set(root.match(READ_AS_ADDRESS))].join(' and ');
if (misread) {
  stop(
    `Dastak cannot be built in ${root}: Astro and Vite, which build it, take ${misread} in a folder's name for a part of an address, and do not find the files. Rename the folder to ${root.replace(READ_AS_ADDRESS, '-')}, then run the same command again.`,
  );
}
const [task = 'start', ...rest] = process.argv.slice(2);
const script = join(cli, `${task}.ts`);
if (!existsSync(script)) {
  const tasks = readdirSync(cli).filter((name) => name.endsWith('.ts'));
  stop(`There is no ${task}.ts in src/cli, which holds ${tasks.join(', ')}.`);
}
if (!isInstalled()) install();
const node = newEnoughNode();
const run = spawnSync(node, ['--disable-warning=ExperimentalWarning', script, ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: {
    // Scripts that a Node has compiled before start in half the time.
    NODE_COMPILE_CACHE: join(modules, '.cache', 'dastak', 'compiled'),
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
  },
});
if (run.error) stop(`${node} did not start: ${run.error.message}`);
process.exit(run.status ?? 1);
