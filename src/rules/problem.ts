/** One file of `content/`, as the rules read it. */
export interface ContentFile {
  /** Path from the project's root with forward slashes, e.g. `content/modules/notice/quiz.yml`. */
  path: string;
  /** The whole text; empty for pictures and other files that are not text. */
  text: string;
}

/** One place where the content breaks a rule. */
export interface Problem {
  file: string;
  /** Line in the file, from 1. */
  line: number;
  /** The value that is wrong, as it stands in the file. */
  value?: string;
  /** What is wrong, in one or two sentences. */
  message: string;
  /** What to write or do instead, filled in. */
  instead: string;
  /** Why the rule exists. */
  why: string;
  /** Left out, the problem stops a build; a warning is printed and stops nothing, such as a day that has passed. */
  severity?: 'warning';
}

/** What a problem says, without its place. */
export type ProblemWords = Pick<Problem, 'message' | 'instead' | 'why'>;

/** Of the problems that were looked for, those that are there; what is none is false or nothing. */
export function found(...looked: (Problem | false | null | undefined)[]): Problem[] {
  return looked.filter((one) => one !== false && one != null);
}

/** The problems that stop a build. */
export function errorsIn(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ severity }) => severity !== 'warning');
}

/** The problems that are printed and stop nothing. */
export function warningsIn(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ severity }) => severity === 'warning');
}

/** Sorts problems by file, then by line; problems of one line keep the order in which they were found. */
export function problemsInOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => compareText(a.file, b.file) || a.line - b.line);
}

/**
 * Orders texts by code unit, the same on every machine.
 * @returns a negative number, 0 or a positive number, as `sort` expects
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The problem as an editor reads it: place, message, correction, reason. */
export function problemToText({ file, line, message, instead, why }: Problem): string {
  const indented = [message, instead, `Why: ${why}`].map(
    (text) => `  ${text.replaceAll('\n', '\n  ').replaceAll(/\n +(?=\n)/g, '\n')}`,
  );
  return [`${file}:${line}`, ...indented].join('\n');
}
