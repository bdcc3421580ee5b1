// `npm run check`: reads all content and prints every problem with its correction. Days that have passed are warnings.
// `npm run check -- --dates`: the same, and fails where a day has passed.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '../build/check-content.ts';
import { problemsInOneSentence, warningsToText } from '../build/content-rules.ts';
import { dayOf } from '../build/day.ts';
import { statusListProblems } from '../build/status-lists.ts';
import { errorsIn, problemsInOrder, problemToText, warningsIn } from '../rules/problem.ts';
import { root } from './tools.ts';

const { values } = parseArgs({ options: { dates: { type: 'boolean', default: false } } });
const { problems: found, counts } = checkContent(dayOf());
const problems = problemsInOrder([
  ...found,
  ...(await statusListProblems(dayOf(), join(root, 'content'))),
]);
const errors = values.dates ? problems : errorsIn(problems);
const warnings = values.dates ? [] : warningsIn(problems);
if (warnings.length > 0) console.warn(`${warningsToText(warnings)}\n`);
if (errors.length === 0) console.log(`The content is in order: ${counts}.`);
else {
  console.error(
    `${errors.map(problemToText).join('\n\n')}\n\n${problemsInOneSentence(errors.length)}`,
  );
}
process.exitCode = errors.length === 0 ? 0 : 1;
