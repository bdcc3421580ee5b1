// `npm run build`: writes the web build to dist/.
import { tool } from './tools.ts';

process.exit(await tool('astro', ['build', ...process.argv.slice(2)]));
