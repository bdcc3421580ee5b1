import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { parse } from 'yaml';
import { pathOf, readContent } from './read-content.ts';

/**
 * Loads YAML files of `content/` into a collection. Astro's own loaders read YAML by older rules, in which
 * a day without quotes is no text; this one reads it as the content rules do, lists at the top included.
 * @param pattern matches paths such as `content/ui/hi.yml`; its first group is the entry's id
 */
export function yamlFiles(pattern: RegExp): Loader {
  return {
    name: 'dastak-yaml-files',
    load: async ({ store, parseData, generateDigest, config, watcher, logger }) => {
      const folder = fileURLToPath(new URL('content', config.root));

      async function loadAll() {
        const found = new Set<string>();
        for (const { path, text } of readContent(folder, pattern)) {
          const [, id] = pattern.exec(path) ?? [];
          if (!id) continue;
          found.add(id);
          const data = await parseData({
            id,
            data: parse(text) as Record<string, unknown>,
            filePath: path,
          });
          store.set({ id, data, filePath: path, digest: generateDigest(text) });
        }
        for (const id of store.keys()) if (!found.has(id)) store.delete(id);
      }

      await loadAll();
      watcher?.add(folder);
      watcher?.on('all', async (_event, changed) => {
        if (!pattern.test(pathOf(folder, changed))) return;
        await loadAll().catch((error: Error) => logger.error(error.message));
      });
    },
  };
}
