import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { parse } from 'yaml';
import type { FileKind } from '../schema/kinds.ts';
import { collectionId, pathPattern, pathToKind } from '../schema/paths.ts';
import { toPieces } from './lesson-pieces.ts';
import { pathOf, readContent } from './read-content.ts';
import { codeHash } from './rules-cache.ts';

/** The head of a lesson: what stands between its first two lines of hyphens. */
const HEAD = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/;

/** What tells the code that reads the files from other code, which may give other data: the schemas, and two files here. */
const code = [
  codeHash(fileURLToPath(new URL('../..', import.meta.url))),
  ...['content-files.ts', 'lesson-pieces.ts'].map((name) =>
    readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8'),
  ),
].join(' ');

/**
 * Loads the files of a kind into a collection. Astro's own loaders read YAML by older rules, in which a day without
 * quotes is no text; this one reads it as the content rules do, lists at the top included. They also make modules of
 * lessons, to be bundled and fetched one by one; here a lesson's text is data. A file that has not changed since it was
 * last read, by the same code, is not read again.
 */
export function contentFiles(kind: FileKind): Loader {
  return {
    name: 'dastak-content-files',
    load: async ({ store, parseData, generateDigest, config, watcher, logger }) => {
      const folder = fileURLToPath(new URL('content', config.root));

      async function loadAll() {
        const found = new Set<string>();
        for (const { path, text } of readContent(folder, pathPattern(kind))) {
          const file = pathToKind(path, [kind]);
          if (!file) continue;
          const id = collectionId(file);
          found.add(id);
          const digest = generateDigest(`${code} ${text}`);
          if (store.get(id)?.digest === digest) continue;
          const { head, ...more } = kind.name === 'lesson' ? readLessonFile(text) : { head: text };
          const data = await parseData({
            id,
            data: parse(head) as Record<string, unknown>,
            filePath: path,
          });
          store.set({ id, data, ...more, filePath: path, digest });
        }
        for (const id of store.keys()) if (!found.has(id)) store.delete(id);
      }

      await loadAll().catch(async (error: Error) => {
        // Where the build checks the content, that says in words what is wrong.
        const check = config.integrations?.find(({ name }) => name === 'dastak-content-rules');
        await check?.hooks['astro:build:start']?.({} as never);
        throw error;
      });
      watcher?.add(folder);
      watcher?.on('all', async (_event, changed) => {
        if (!pathPattern(kind).test(pathOf(folder, changed))) return;
        await loadAll().catch((error: Error) => logger.error(error.message));
      });
    },
  };
}

/**
 * Reads a lesson's file.
 * @returns its head, its text, and that in pieces as JSON; where the text cannot be read, the reason, which is told
 *   when the lesson is drawn, since an author at work on one lesson wants to see the others
 */
export function readLessonFile(text: string) {
  const [whole = '', head = ''] = HEAD.exec(text) ?? [];
  const body = text.slice(whole.length).trim();
  try {
    return { head, body, rendered: { html: JSON.stringify(toPieces(body)) } };
  } catch (error) {
    return { head, body, rendered: { html: '', metadata: { fault: String(error) } } };
  }
}
