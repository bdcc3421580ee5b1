import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Signed, signedText } from '../domain/signature.ts';
import { type ContentFile, compareText } from '../rules/problem.ts';
import { readContent } from './read-content.ts';

const sha256 = (text: string, length: number) =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/**
 * The hashes of a module.
 * @param files the files of its folder
 */
export function signedOf(files: readonly ContentFile[]): Signed {
  const hashes = files.map(({ path, text }): [string, string] => {
    const name = path.split('/').slice(3).join('/');
    return [name, sha256(signedText(name, text), 16)];
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
