/** One file of `content/`, as the laws read it. */
export interface ContentFile {
  /** Path from the project's root with forward slashes, e.g. `content/modules/notice/quiz.yml`. */
  path: string;
  /** The whole text; empty for pictures and other files that are not text. */
  text: string;
}

/** One place where the content breaks a law. */
export interface Fault {
  file: string;
  /** Line in the file, from 1. */
  line: number;
  /** The value that is wrong, as it stands in the file. */
  value?: string;
  /** What is wrong, in one or two sentences. */
  problem: string;
  /** What to write or do instead, filled in. */
  instead: string;
  /** Why the rule exists. */
  why: string;
}

/** Sorts faults by file, then by line; faults of one line keep the order in which they were found. */
export function faultsInOrder(faults: readonly Fault[]): Fault[] {
  return faults.toSorted((a, b) => compareText(a.file, b.file) || a.line - b.line);
}

/**
 * Orders texts by code unit, the same on every machine.
 * @returns a negative number, 0 or a positive number, as `sort` expects
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The fault as an editor reads it: place, problem, correction, reason. */
export function faultToText({ file, line, problem, instead, why }: Fault): string {
  const indented = [problem, instead, `Why: ${why}`].map(
    (text) => `  ${text.replaceAll('\n', '\n  ').replaceAll(/\n +(?=\n)/g, '\n')}`,
  );
  return [`${file}:${line}`, ...indented].join('\n');
}
