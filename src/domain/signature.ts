import type { Module } from '../schema/module.ts';

/** What a professional signs: every file of a module's folder, without the signature itself. */
export interface Signed {
  /** Hash of the whole module, 32 hexadecimal digits of SHA-256. */
  hash: string;
  /** Hash of each file by its name, 16 digits. */
  files: Record<string, string>;
}

/** Whether a module was never signed, stands as it was signed, or has changed since. */
export type ReviewState = 'unreviewed' | 'signed' | 'changed';

/** How a file differs from the one that was signed. */
export interface FileChange {
  file: string;
  change: 'changed' | 'new' | 'gone';
}

const REVIEW = /^review:.*(?:\n(?:[ \t]+.*|[ \t]*(?=\n[ \t])))*\n?/m;

/** The part of a module's file that is signed: line ends and the entry `review:` of module.yml do not count. */
export function signedText(name: string, written: string): string {
  const lines = written.replaceAll('\r\n', '\n');
  return name === 'module.yml' ? lines.replace(REVIEW, '') : lines;
}

/** What a module's door says of its review. */
export function reviewState(review: Module['review'], now: Signed): ReviewState {
  if (!review) return 'unreviewed';
  return review.hash === now.hash ? 'signed' : 'changed';
}

/** The files that differ from those signed, by name; empty where the signature names none. */
export function changesSince(review: Module['review'], now: Signed): FileChange[] {
  const before = review?.files;
  if (!before) return [];
  const names = new Set([...Object.keys(before), ...Object.keys(now.files)]);
  return [...names].toSorted().flatMap((file): FileChange[] => {
    if (!(file in before)) return [{ file, change: 'new' }];
    if (!(file in now.files)) return [{ file, change: 'gone' }];
    return before[file] === now.files[file] ? [] : [{ file, change: 'changed' }];
  });
}

/** The text of a module.yml with a signature in the place of the one it has. */
export function withReview(moduleText: string, review: NonNullable<Module['review']>): string {
  const { name, role, on, hash, files = {} } = review;
  const quoted = JSON.stringify;
  const entry = [
    'review:',
    ...Object.entries({ name, role, on, hash }).map(([key, value]) => `  ${key}: ${quoted(value)}`),
    '  files:',
    ...Object.entries(files).map(([file, sum]) => `    ${quoted(file)}: ${quoted(sum)}`),
    '',
  ].join('\n');
  return REVIEW.test(moduleText)
    ? moduleText.replace(REVIEW, () => entry)
    : `${moduleText.trimEnd()}\n${entry}`;
}
