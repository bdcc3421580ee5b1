// `npm run check`: reads all content and prints every problem with its correction.
import { fileURLToPath } from 'node:url';
import { problemsInOneSentence, today } from '../build/content-rules.ts';
import { readContent } from '../build/read-content.ts';
import { contentCounts } from '../rules/counts.ts';
import { contentProblems } from '../rules/index.ts';
import { problemToText } from '../rules/problem.ts';

const files = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
const problems = contentProblems(files, today());
if (problems.length === 0) {
  console.log(`The content is in order: ${contentCounts(files)}.`);
} else {
  console.error(
    `${problems.map(problemToText).join('\n\n')}\n\n${problemsInOneSentence(problems.length)}`,
  );
}
process.exitCode = problems.length === 0 ? 0 : 1;
