// `npm run check:numbers`: whether a deployment's own numbers are all there and were rung within 90 days.
import { fileURLToPath } from 'node:url';
import { dayOf } from '../build/day.ts';
import { readContent } from '../build/read-content.ts';
import { numbersReport } from './numbers-report.ts';

const files = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
const { text, isInOrder } = numbersReport(files, dayOf());
if (isInOrder) console.log(text);
else console.error(text);
process.exitCode = isInOrder ? 0 : 1;
