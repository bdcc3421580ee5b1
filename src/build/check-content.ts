import { join } from 'node:path';
import { contentCounts } from '../rules/counts.ts';
import { problemsOf } from '../rules/index.ts';
import { type Problem, problemsInOrder } from '../rules/problem.ts';
import { type Content, readAll } from '../rules/reading/content.ts';
import { readContent } from './read-content.ts';
import { codeHash, openCache } from './rules-cache.ts';
import { statusListProblems } from './status-lists.ts';

/** What a check of the content has found. */
export interface Checked {
  /** Problems and warnings, by file and line. */
  problems: Problem[];
  /** How much there is, in words. */
  counts: string;
}

/** Where the answers of the last check are kept, below the project's folder. */
const CACHE = 'node_modules/.cache/dastak/rules.txt';

/** The project whose code this is. */
const project = join(import.meta.dirname, '..', '..');

/**
 * Checks all files below a content folder; what has not changed since the last check is not worked out again.
 * @param today the day of the check, such as `2026-11-23`
 * @param folder left out, the content of this project
 */
export function checkContent(today: string, folder = join(project, 'content')): Checked {
  const files = readContent(folder);
  const cache = openCache(join(folder, '..', CACHE), codeHash(project));
  const texts = files.flatMap(({ path, text }) => [path, text]);
  let read: Content | undefined;
  const content = () => {
    read ??= readAll(files, undefined, cache);
    return read;
  };
  const checked = {
    problems: cache.remember('problems', [today, ...texts], () =>
      problemsOf(content(), today, cache),
    ),
    counts: cache.remember('counts', texts, () => contentCounts(content())),
  };
  cache.keep();
  return checked;
}

/** The same, and the signed lists of withdrawn credentials: a signature is checked in a promise, so no rule can. */
export async function checkWithLists(today: string, folder?: string): Promise<Checked> {
  const { problems, counts } = checkContent(today, folder);
  const ofLists = await statusListProblems(today, folder ?? join(project, 'content'));
  return { problems: problemsInOrder([...problems, ...ofLists]), counts };
}
