// Builds the small course of the tests into test-results/fixture/dist: the project's own code on other content.
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, tool } from '../../src/cli/tools.ts';
import { fixtureProject, fixtureSite } from './sites.ts';

const CODE = ['public', 'src', 'astro.config.ts', 'package.json', 'tsconfig.json'];

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
rmSync(join(fixtureProject, 'node_modules'), { force: true });
symlinkSync(join(root, 'node_modules'), join(fixtureProject, 'node_modules'), 'junction');
// Astro keeps what it has read in node_modules, which the course itself uses at the same time.
const config = join(fixtureProject, 'fixture.config.ts');
writeFileSync(
  config,
  "import config from './astro.config.ts';\nexport default { ...config, cacheDir: './.cache' };\n",
);
const { DASTAK_ADDRESS: _, ...env } = process.env;
process.exitCode = await tool('astro', ['build', '--silent', '--config', 'fixture.config.ts'], {
  cwd: fixtureProject,
  env,
});
