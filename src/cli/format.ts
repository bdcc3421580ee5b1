// `npm run format`: formats and mends what a machine can mend; `npm run format -- FILE …` only those files.
import { tool } from './tools.ts';

const files = process.argv.slice(2);
process.exit(await tool('biome', ['check', '--write', ...(files.length > 0 ? files : ['.'])]));
