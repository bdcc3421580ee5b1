// `npm run check:language`: looks for words that the course does not use and for what it does not state, and for nothing else.
// `npm run check:language -- add-hash`: reads words from the keyboard or a pipe, one or two a line, and prints what stands for them in the ledger.
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { readContent } from '../build/read-content.ts';
import { hiddenIn, readHidden, wordsToHash } from '../rules/language/hidden.ts';
import { languageProblems, languageWarnings } from '../rules/language/index.ts';
import { languageLedgerProblems } from '../rules/language/ledger.ts';
import { seenTexts } from '../rules/language/texts.ts';
import { type Problem, problemsInOrder, problemToText } from '../rules/problem.ts';
import { type Content, readAll } from '../rules/reading/content.ts';

const content = readAll(readContent(fileURLToPath(new URL('../../content', import.meta.url))));
const [task, ...rest] = process.argv.slice(2);
if (task === 'add-hash' && rest.length === 0) await printHashes(content);
else if (task === undefined) check(content);
else {
  console.error(
    'Write npm run check:language to check, or npm run check:language -- add-hash and then the word on a line of its own; never the word in the command, which the shell remembers.',
  );
  process.exitCode = 1;
}

function check(all: Content): void {
  const problems = problemsInOrder([...languageLedgerProblems(all), ...languageProblems(all)]);
  const warnings = languageWarnings(all);
  const isMissing = !all.yaml.has('content/language.yml');
  if (warnings.length > 0) console.log(`To be looked at, no problem:\n\n${inText(warnings)}\n`);
  if (problems.length > 0) console.error(inText(problems));
  else if (isMissing) console.error('content/language.yml cannot be read; npm run check says why.');
  else console.log('Every text keeps the rules of content/language.yml.');
  process.exitCode = problems.length > 0 || isMissing ? 1 : 0;
}

const inText = (problems: readonly Problem[]) => problems.map(problemToText).join('\n\n');

async function printHashes(all: Content): Promise<void> {
  const entered = (await text(process.stdin)).normalize('NFC').split('\n');
  const seen = seenTexts(all).map(({ words }) => words());
  for (const written of entered.map((line) => line.trim()).filter(Boolean)) {
    if (written.split(/\s+/).length > 2) {
      console.error('A line holds one word or two; this one holds more and was left out.');
      process.exitCode = 1;
      continue;
    }
    const hash = wordsToHash(written);
    const hidden = readHidden([hash]);
    const times = seen.reduce((sum, words) => sum + hiddenIn(words, hidden).length, 0);
    console.log(`"${hash}"${times > 0 ? ` # stands ${times} times in the content now` : ''}`);
  }
}
