import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type ContentFile, compareText } from '../rules/problem.ts';
import { isLeftBehind } from '../schema/stray-files.ts';

/** Endings of files that hold text; of others only the name is read. */
const TEXT = /\.(yml|mdx|md|svg|txt|jwt)$/;

/**
 * Reads the files of a content folder; those that systems and editors leave behind are left out.
 * @param folder path of the folder, e.g. `/srv/dastak/content`
 * @param wanted matches the paths to be read, such as `content/ui/hi.yml`; left out, all are
 * @returns the files sorted by path
 * @throws Error when the folder cannot be read
 */
export function readContent(folder: string, wanted = /^/): ContentFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, path: pathOf(folder, file) }))
    .filter(({ path }) => !isLeftBehind(path) && wanted.test(path))
    .map(({ file, path }) => ({ path, text: TEXT.test(path) ? readFileSync(file, 'utf8') : '' }))
    .toSorted((a, b) => compareText(a.path, b.path));
}

/** The path that the rules know a file by, e.g. `content/ui/hi.yml`. */
export function pathOf(folder: string, file: string): string {
  return `content/${relative(folder, file).replaceAll('\\', '/')}`;
}
