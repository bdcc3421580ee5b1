// Builds the small course of the tests into test-results/fixture/dist: the project's own code on other content.
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { root, tool } from '../../src/cli/tools.ts';
import { fixtureStatusList } from './fixture-issuer.ts';
import { fixtureContent, fixtureProject, fixtureSite } from './sites.ts';

const CODE = [
  ...['public', 'src', 'astro.config.ts', 'tsconfig.json'],
  ...['package.json', 'package-lock.json'],
];

for (const name of [...CODE, 'content']) {
  rmSync(join(fixtureProject, name), { recursive: true, force: true });
}
for (const name of CODE) {
  cpSync(join(root, name), join(fixtureProject, name), { recursive: true });
}
for (const { path, text } of fixtureSite.files) {
  const file = join(fixtureProject, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const { address } = parse(readFileSync(join(fixtureContent, 'site.yml'), 'utf8'));
const list = await fixtureStatusList(address, new Date());
mkdirSync(join(fixtureProject, 'content', 'status'));
writeFileSync(join(fixtureProject, 'content', 'status', list.name), list.text);
linkPackages(join(root, 'node_modules'), join(fixtureProject, 'node_modules'));
const { DASTAK_ADDRESS: _, ...env } = process.env;
process.exitCode = await tool('astro', ['build', '--silent'], { cwd: fixtureProject, env });

/** Links each package, but not the caches beside them: what is known of one course is not true of another. */
function linkPackages(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  const packages = readdirSync(from).filter((name) => !name.startsWith('.'));
  for (const name of packages) {
    rmSync(join(to, name), { force: true });
    symlinkSync(join(from, name), join(to, name), 'junction');
  }
}
