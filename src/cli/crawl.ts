// `npm run crawl`: every state of every page in every language, on every screen, by day, by night, in the system's own
// colours and on paper. `npm test` goes through half of that. `npm run crawl -- -g "now,"` takes states of that name.
import { ensureShell, neededChromium, pathVariable } from './browsers.ts';
import { buildCourse, tool } from './tools.ts';

const path = await neededChromium();
const shell = await ensureShell();
await buildCourse();
const env = {
  ...process.env,
  ...{ DASTAK_CRAWL: 'whole', [pathVariable('chromium')]: path },
  ...(shell && { DASTAK_SHELL: shell }),
};
const args = ['test', '--project=e2e', 'states', ...process.argv.slice(2)];
process.exitCode = await tool('playwright', args, { env });
