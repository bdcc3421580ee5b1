// `npm run check`: reads all content and prints every fault with its correction.
import { fileURLToPath } from 'node:url';
import { faultsInOneSentence, today } from '../build/content-laws.ts';
import { readContent } from '../build/read-content.ts';
import { contentCounts } from '../laws/counts.ts';
import { faultToText } from '../laws/fault.ts';
import { contentFaults } from '../laws/index.ts';

const files = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
const faults = contentFaults(files, today());
if (faults.length === 0) {
  console.log(`The content is in order: ${contentCounts(files)}.`);
} else {
  console.error(`${faults.map(faultToText).join('\n\n')}\n\n${faultsInOneSentence(faults.length)}`);
}
process.exitCode = faults.length === 0 ? 0 : 1;
