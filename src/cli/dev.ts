// `npm run dev`: serves the pages from their sources and redraws them at each change.
import { tool } from './tools.ts';

// Not the port of `npm start`, whose worker would answer from the copy that the browser keeps of the built pages.
process.exit(await tool('astro', ['dev', '--port', '4322', ...process.argv.slice(2)]));
