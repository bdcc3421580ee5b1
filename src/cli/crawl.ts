// `npm run crawl`: every state of every page in every language, on every screen, by day, by night, in the system's own
// colours and on paper. `npm test` goes through half of that. `npm run crawl -- -g "now,"` takes states of that name.
import { ensureBrowser, ensureShell, pathVariable } from './browsers.ts';
import { tool } from './tools.ts';

const { path } = await ensureBrowser('chromium');
if (!path) {
  console.error('No Chromium opens on this machine. Install one, or name it in CHROMIUM_PATH.');
  process.exit(1);
}
const shell = await ensureShell();
const built = await tool('astro', ['build', '--silent']);
if (built !== 0) process.exit(built);
const env = {
  ...process.env,
  ...{ DASTAK_CRAWL: 'whole', [pathVariable('chromium')]: path },
  ...(shell && { DASTAK_SHELL: shell }),
};
const args = ['test', '--project=e2e', 'states', ...process.argv.slice(2)];
process.exitCode = await tool('playwright', args, { env });
