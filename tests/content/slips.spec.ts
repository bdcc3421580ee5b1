import { expect, test } from '@playwright/test';
import { toLatinDigits } from '../../src/domain/digits.ts';
import { contentProblems } from '../../src/rules/index.ts';
import { type ContentFile, errorsIn, problemToText } from '../../src/rules/problem.ts';
import { once } from '../support/files.ts';
import { afterSlip, readSlips } from '../support/slips.ts';
import { TODAY, tinyCourse, unchangedRead } from './tiny-course.ts';

// All in one worker, since each has the whole course checked.
test.describe.configure({ mode: 'default' });

const madeSlips = once(() =>
  readSlips().map((slip) => {
    const files = afterSlip(tinyCourse, slip);
    return { name: `${slip.by}: ${slip.slip}`, slip, files, problems: problemsOf(files) };
  }),
);

function problemsOf(files: readonly ContentFile[]) {
  return errorsIn(contentProblems(files, TODAY, unchangedRead));
}

test('Each slip of an editor has its sentence, word for word', () => {
  const made = madeSlips();
  const said = made.map(({ name, problems }) => [name, problems.map(problemToText).join('\n\n')]);
  expect(Object.fromEntries(said)).toEqual(
    Object.fromEntries(made.map(({ name, slip }) => [name, slip.says.trimEnd()])),
  );
  expect(made.filter(({ problems }) => problems.length > 0).length).toBeGreaterThan(120);
});

/** A correction that gives a line, or the part of one that a key begins. */
const LINE =
  /^(?:Write |[^:\n]+: )((?:- )*(?:[A-Za-z][\w-]*: |##? |- |\d+\. ).*)(?:\nThat is [^\n]*)?$/;

test('Who writes what the check says has a course in order', () => {
  const followed = madeSlips().flatMap(({ name, files, problems }) => {
    const [problem, ...more] = problems;
    const [, line] = LINE.exec(problem?.instead ?? '') ?? [];
    if (!problem || !line || more.length > 0) return [];
    const mended = files.map((file) =>
      file.path === problem.file ? mend(file, problem.line, line) : file,
    );
    return [{ name, left: problemsOf(mended).map(problemToText) }];
  });
  expect(followed.filter(({ left }) => left.length > 0).map(({ name }) => name)).toEqual([
    // It then says that nothing stands for these braces.
    'Notepad: Text begins with a brace',
  ]);
  expect(followed.length).toBeGreaterThan(50);
});

/** The file with a line written anew behind its spaces, or the part of it that begins in the same way. */
function mend({ path, text }: ContentFile, number: number, right: string): ContentFile {
  const lines = text.split('\n');
  const written = lines[number - 1] ?? '';
  const [key = ''] = /^(?:- )*\S+/.exec(right) ?? [];
  const from = Math.max(/^ */.exec(written)?.[0].length ?? 0, written.indexOf(key));
  const isPart = written.slice(0, from).trim() !== '';
  const end = isPart ? ` }${/[^}]*$/.exec(written)?.[0]}` : '';
  lines[number - 1] = written.slice(0, from) + right + end;
  return { path, text: lines.join('\n') };
}

test('No correction names a number that does not stand in what was written', () => {
  const foreign = madeSlips().flatMap(({ name, files, problems }) =>
    problems.flatMap(({ file, instead }) => {
      const text = toLatinDigits(files.find(({ path }) => path === file)?.text ?? '');
      const numbers = instead.match(/\d{3,}/g) ?? [];
      return numbers.filter((number) => !text.includes(number)).map((number) => [name, number]);
    }),
  );
  expect(foreign).toEqual([]);
});
