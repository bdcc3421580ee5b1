import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * The paths of all files below a built folder, with forward slashes, in alphabetical order.
 * @throws when the folder is not there, with what to do
 */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) {
    throw new Error(
      `${folder} is not there. Run \`npm run build\` first, because only what was built can be read.`,
    );
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
    .sort();
}

/** The built pages below a folder, such as `hi/begin/index.html`. */
export function pagesBelow(folder: string): string[] {
  return filesBelow(folder).filter((file) => file.endsWith('.html'));
}
