// `npm run check`: reads all content and prints every problem with its correction. Days that have passed are warnings.
// `npm run check -- --dates`: the same, and fails where a day has passed.
import { parseArgs } from 'node:util';
import { checkWithLists } from '../build/check-content.ts';
import { problemsInOneSentence, warningsToText } from '../build/content-rules.ts';
import { dayOf } from '../build/day.ts';
import { errorsIn, problemToText, warningsIn } from '../rules/problem.ts';

const { values } = parseArgs({ options: { dates: { type: 'boolean', default: false } } });
const { problems, counts } = await checkWithLists(dayOf());
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
