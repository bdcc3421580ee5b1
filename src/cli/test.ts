// `npm test`: runs every check, some beside another and what they say in its turn, and sums up with the seconds of each.
// `npm test -- unit content` runs only those; `npm test -- e2e -g "a title"` passes the rest to Playwright.
import { type Check, checks, type Outcome } from './checks.ts';
import { stop } from './tools.ts';

const { chosen, rest, isWhole } = choose(process.argv.slice(2));
const outcomes = new Map<Check, Timed>();
const begin = performance.now();
const beside = new Map<Check, Promise<Timed>>();
for (const check of chosen) check.prepare?.();
for (const check of chosen) {
  console.log(`\n── ${check.words}`);
  for (const other of chosen)
    if (other.beside === check.name) beside.set(other, timed(other, true));
  const outcome = await (beside.get(check) ?? timed(check, false));
  if (outcome.output) console.log(outcome.output);
  outcomes.set(check, outcome);
}
sumUp();

type Timed = Outcome & { seconds: number };

async function timed(check: Check, isBeside: boolean): Promise<Timed> {
  const start = performance.now();
  const outcome = await outcomeOf(check, isBeside);
  return { ...outcome, seconds: (performance.now() - start) / 1000 };
}

function choose(args: string[]) {
  const known = new Set(checks.map(({ name }) => name));
  const others = [...args];
  const names: string[] = [];
  while (others[0] && known.has(others[0])) names.push(others.shift() as string);
  const [unknown] = others;
  if (unknown && !unknown.startsWith('-') && names.length === 0)
    stop(
      `"${unknown}" is not a check of npm test. Write one of ${[...known].join(', ')}, or nothing to run them all.`,
    );
  const picked = checks.filter(({ name, takesArguments }) =>
    names.length > 0 ? names.includes(name) : others.length === 0 || takesArguments,
  );
  // A page is looked at as it is now, never as it was built some time ago.
  const needsBuild = picked.some((each) => each.needsBuild);
  const isWhole = names.length === 0 && others.length === 0;
  const chosen = checks.filter(
    (each) => picked.includes(each) || (needsBuild && each.name === 'build'),
  );
  return { chosen, rest: others, isWhole };
}

async function outcomeOf(check: Check, isBeside: boolean): Promise<Outcome> {
  const built = chosen.find(({ name }) => name === 'build');
  if (check.needsBuild && built && outcomes.get(built)?.verdict === 'no') {
    const note = 'not run, because the site does not build';
    return { verdict: 'no', passed: 0, failed: 0, skipped: 0, note, output: note };
  }
  const isFiltered = check.takesArguments && rest.length > 0;
  return check.run(isFiltered ? [...rest, '--pass-with-no-tests'] : [], isBeside);
}

function sumUp() {
  const all = [...outcomes.values()];
  const total = (count: 'passed' | 'failed' | 'skipped') =>
    all.reduce((sum, outcome) => sum + outcome[count], 0);
  const ran = total('passed') + total('failed');
  const words = { yes: 'passed', no: 'FAILED', untested: 'NOT TESTED' };
  const inSeconds = (seconds: number) => `${seconds.toFixed(1)} s`.padStart(8);
  console.log('');
  for (const [check, { verdict, note, seconds }] of outcomes) {
    const notes = [beside.has(check) && `beside ${check.beside}`, note].filter(Boolean).join(', ');
    console.log(
      `${inSeconds(seconds)}  ${check.words}: ${words[verdict]}${notes ? `: ${notes}` : ''}`,
    );
  }
  console.log(`${inSeconds((performance.now() - begin) / 1000)}  in all`);
  const failed = chosen.filter((check) => outcomes.get(check)?.verdict === 'no');
  if (failed.length > 0) {
    console.log(`Run again with: npm test -- ${failed.map(({ name }) => name).join(' ')}`);
  }
  const isEmpty = ran === 0 && chosen.some(({ takesArguments }) => takesArguments);
  if (isEmpty) console.log('No test ran.');
  const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
  if (isWhole || ran > 0) {
    console.log(`${total('passed')} tests passed, ${total('failed')} failed${skipped}`);
  }
  process.exitCode = failed.length > 0 || isEmpty ? 1 : 0;
}
