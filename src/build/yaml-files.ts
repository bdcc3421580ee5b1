import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { parse } from 'yaml';
import type { FileKind } from '../schema/kinds.ts';
import { collectionId, pathPattern, pathToKind } from '../schema/paths.ts';
import { pathOf, readContent } from './read-content.ts';
import { codeHash } from './rules-cache.ts';

/** What tells the code that reads the files from other code, which may give other data: the schemas, and this file. */
const code = [
  codeHash(fileURLToPath(new URL('../..', import.meta.url))),
  readFileSync(fileURLToPath(import.meta.url), 'utf8'),
].join(' ');

/**
 * Loads the YAML files of a kind into a collection. Astro's own loaders read YAML by older rules, in which
 * a day without quotes is no text; this one reads it as the content rules do, lists at the top included. A file that
 * has not changed since it was last read, by the same code, is not read again.
 */
export function yamlFiles(kind: FileKind): Loader {
  return {
    name: 'dastak-yaml-files',
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
          const data = await parseData({
            id,
            data: parse(text) as Record<string, unknown>,
            filePath: path,
          });
          store.set({ id, data, filePath: path, digest });
        }
        for (const id of store.keys()) if (!found.has(id)) store.delete(id);
      }

      await loadAll();
      watcher?.add(folder);
      watcher?.on('all', async (_event, changed) => {
        if (!pathPattern(kind).test(pathOf(folder, changed))) return;
        await loadAll().catch((error: Error) => logger.error(error.message));
      });
    },
  };
}
