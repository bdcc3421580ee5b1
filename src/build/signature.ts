import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type ContentFile, compareText } from '../rules/problem.ts';
import type { Module } from '../schema/module.ts';
import { readContent } from './read-content.ts';

/** What a professional signs: every file of a module's folder, without the signature itself. */
export interface Signed {
  /** Hash of the whole module, 32 hexadecimal digits of SHA-256. */
  hash: string;
  /** Hash of each file by its name, 16 digits. */
  files: Record<string, string>;
}

/** Whether a module was never signed, stands as it was signed, or has changed since. */
export type ReviewState = 'unreviewed' | 'signed' | 'changed';

const REVIEW = /^review:.*(?:\n(?:[ \t]+.*|[ \t]*(?=\n[ \t])))*\n?/m;
const sha256 = (text: string, length: number) =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/**
 * The hashes of a module.
 * @param files the files of its folder; line ends and the entry `review:` of module.yml do not count
 */
export function signedOf(files: readonly ContentFile[]): Signed {
  const hashes = files.map(({ path, text }): [string, string] => {
    const name = path.split('/').slice(3).join('/');
    const lines = text.replaceAll('\r\n', '\n');
    return [name, sha256(name === 'module.yml' ? lines.replace(REVIEW, '') : lines, 16)];
  });
  const sorted = hashes.toSorted(([a], [b]) => compareText(a, b));
  const hash = sha256(sorted.map((pair) => pair.join(' ')).join('\n'), 32);
  return { hash, files: Object.fromEntries(sorted) };
}

/** The hashes of a module of this project as its files stand now. */
export function moduleSigned(module: string, root = process.cwd()): Signed {
  const files = readContent(join(root, 'content', 'modules', module)).map((file) => ({
    ...file,
    path: file.path.replace('content/', `content/modules/${module}/`),
  }));
  return signedOf(files);
}

/** What a module's door says of its review. */
export function reviewState(review: Module['review'], now: Signed): ReviewState {
  if (!review) return 'unreviewed';
  return review.hash === now.hash ? 'signed' : 'changed';
}

/** How a file differs from the one that was signed. */
export interface FileChange {
  file: string;
  change: 'changed' | 'new' | 'gone';
}

/** The files that differ from those signed, by name; empty where the signature names none. */
export function changesSince(review: Module['review'], now: Signed): FileChange[] {
  const { files: before } = review ?? {};
  if (!before) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(now.files)])]
    .toSorted(compareText)
    .flatMap((file): FileChange[] => {
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
