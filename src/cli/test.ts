// `npm test`: asks every question about the project, one after another, and sums up the answers.
// `npm test -- unit content` asks only those; `npm test -- e2e -g "a title"` passes the rest to Playwright.
import { type Answer, type Question, questions } from './checks.ts';

const { asked, rest, isWhole } = chosen(process.argv.slice(2));
const answers = new Map<Question, Answer>();
for (const question of asked) {
  console.log(`\n── ${question.words}`);
  answers.set(question, await answerTo(question));
}
sumUp();

function chosen(args: string[]) {
  const known = new Set(questions.map(({ name }) => name));
  const others = [...args];
  const names: string[] = [];
  while (others[0] && known.has(others[0])) names.push(others.shift() as string);
  const [unknown] = others;
  if (unknown && !unknown.startsWith('-') && names.length === 0) {
    console.error(
      `"${unknown}" is not a question of npm test. Write one of ${[...known].join(', ')}, or nothing to ask them all.`,
    );
    process.exit(1);
  }
  const picked = questions.filter(({ name, takesArguments }) =>
    names.length > 0 ? names.includes(name) : others.length === 0 || takesArguments,
  );
  // A page is looked at as it is now, never as it was built some time ago.
  const needsBuild = picked.some((each) => each.needsBuild);
  const isWhole = names.length === 0 && others.length === 0;
  const asked = questions.filter(
    (each) => picked.includes(each) || (needsBuild && each.name === 'build'),
  );
  return { asked, rest: others, isWhole };
}

async function answerTo(question: Question): Promise<Answer> {
  const built = asked.find(({ name }) => name === 'build');
  if (question.needsBuild && built && answers.get(built)?.verdict === 'no') {
    const note = 'not asked, because the site does not build';
    console.log(note);
    return { verdict: 'no', passed: 0, failed: 0, skipped: 0, note };
  }
  const isFiltered = question.takesArguments && rest.length > 0;
  return question.ask(isFiltered ? [...rest, '--pass-with-no-tests'] : []);
}

function sumUp() {
  const all = [...answers.values()];
  const total = (count: 'passed' | 'failed' | 'skipped') =>
    all.reduce((sum, answer) => sum + answer[count], 0);
  const ran = total('passed') + total('failed');
  const words = { yes: 'yes', no: 'NO', unasked: 'NOT TESTED' };
  console.log('');
  for (const [question, { verdict, note }] of answers) {
    console.log(`${question.words} ${words[verdict]}${note ? `: ${note}` : ''}`);
  }
  const failed = asked.filter((question) => answers.get(question)?.verdict === 'no');
  if (failed.length > 0) {
    console.log(`Ask again with: npm test -- ${failed.map(({ name }) => name).join(' ')}`);
  }
  const isEmpty = ran === 0 && asked.some(({ takesArguments }) => takesArguments);
  if (isEmpty) console.log('No test ran.');
  const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
  if (isWhole || ran > 0) {
    console.log(`${total('passed')} passed, ${total('failed')} failed${skipped}`);
  }
  process.exitCode = failed.length > 0 || isEmpty ? 1 : 0;
}
