import type { Problem } from '../problem.ts';

const WHY = 'The course map shows each lesson’s title and minutes before anybody opens it.';
/** What is read as a number, a day, yes, no or nothing where it stands without quotes. */
const NO_TEXT =
  /^(?:[-+]?(?=[\d.])[\d._:xobXOB]*[\dA-Fa-f]*(?:[eE][-+]?\d+)?|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?|[-+]?\.(?:inf|nan)|~|null|true|false)$/i;

/** The problem of a lesson whose head is not found. */
export function headProblem(
  file: string,
  text: string,
): {
  problem: Problem /** Whether a head is there, and only its lines are wrong. */;
  hasHead: boolean;
} {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const written = lines[first]?.trim() ?? '';
  const last = lines.findLastIndex((line, index) => index < first + 8 && /^minutes:/.test(line));
  const problem = (line: number, message: string, instead: string) => ({
    problem: { file, line, message, instead, why: WHY },
    hasHead: true,
  });
  if (/^[—–−_]+-?$|^-[—–−-]$/.test(written)) {
    return problem(
      first + 1,
      `The head begins with “${written}” in place of three hyphens.`,
      'Write --- there, and on the line that ends the head; Word makes dashes of hyphens.',
    );
  }
  if (written === '---' && first > 0) {
    return problem(
      1,
      'An empty line stands before the head.',
      'Take it out, so that the file begins with ---',
    );
  }
  if (written === '---' && last > 0) {
    return problem(
      last + 1,
      'The head is not closed.',
      `Write --- on a line of its own below “${lines[last]?.trim()}”.`,
    );
  }
  return {
    problem: {
      ...{ file, line: 1, why: WHY },
      message: 'The lesson has no head.',
      instead:
        'Begin the file with these four lines:\n---\ntitle: The title of the lesson\nminutes: 3\n---',
    },
    hasHead: false,
  };
}

/** The problem of a head within which another line of hyphens stands. */
export function twiceProblem(file: string, head: string): Problem | undefined {
  const at = head.split('\n').findIndex((line) => line.startsWith('---'));
  if (at < 0) return undefined;
  return {
    ...{ file, line: at + 2, why: WHY },
    message: 'A line of hyphens stands within the head, so that it would end there.',
    instead:
      'Take this line out; the head has one such line before its title and one after its minutes.',
  };
}

/** The problem of a title that another program than the check would take for a day, a number or nothing. */
export function titleProblem(file: string, head: string): Problem | undefined {
  const lines = head.split(/\r?\n/);
  const at = lines.findIndex((line) => /^title:/.test(line));
  const [, written = ''] = /^title:\s+(.*?)(?:\s+#.*)?\s*$/.exec(lines[at] ?? '') ?? [];
  // What the check itself takes for something else, its schema names.
  if (!NO_TEXT.test(written) || /^(?:[-+]?[\d.]+|~|null|true|false)$/i.test(written))
    return undefined;
  return {
    ...{
      file,
      line: at + 2,
      value: written,
      why: 'The title is a text, and is shown as it is written.',
    },
    message: `“title” is a text, and ${written} without quotes counts as a day or a number.`,
    instead: `Write title: "${written}"`,
  };
}
