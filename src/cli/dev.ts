// `npm run dev`: serves the pages from their sources and redraws them at each change.
import { tool } from './tools.ts';

process.exit(await tool('astro', ['dev', ...process.argv.slice(2)]));
