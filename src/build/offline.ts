import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { bytesOf, learnersParts } from '../domain/release.ts';
import type { Listed } from '../offline/precache.ts';
import { bundled } from './bundled.ts';
import { needsOf } from './page-resources.ts';
import { contentHash, partOf, releaseOf } from './release.ts';

const OFFLINE = 'offline/index.html';
const LIST = /^files-.*\.json$/;

/** Writes the service worker and its lists of files once all pages are built. */
export function offline(base: string): AstroIntegration {
  return {
    name: 'dastak-offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const course = readFileSync('content/course.yml', 'utf8');
        const lists = await writeWorker(fileURLToPath(dir), base, course);
        for (const [lang, { bytes }] of Object.entries(lists)) {
          logger.info(`${lang} without net: ${Math.ceil(bytes / 1000)} kB with gzip`);
        }
      },
    },
  };
}

/**
 * Writes `sw.js` and one list of files per language into a built folder, from the files as they lie there.
 * @param courseText text of `content/course.yml`, for the languages and the order of the modules
 * @returns what the worker knows of each list
 */
export async function writeWorker(
  folder: string,
  base: string,
  courseText: string,
): Promise<Record<string, Listed>> {
  const course = parse(courseText) as { languages: { id: string }[]; modules: string[] };
  const assets = join(folder, '_astro');
  for (const name of readdirSync(assets)) if (LIST.test(name)) rmSync(join(assets, name));
  const lists: Record<string, Listed> = {};
  for (const { id } of course.languages) {
    const general = ['index.html', OFFLINE];
    const release = await releaseOf(folder, base, id, course.modules, general);
    const text = JSON.stringify(release);
    const hash = contentHash(text);
    const address = `_astro/files-${id}.${hash}.json`;
    writeFileSync(join(folder, address), text);
    lists[id] = { address, hash, bytes: bytesOf(learnersParts(release)) };
  }
  const shell = [...needsOf(folder, OFFLINE, base, true), OFFLINE];
  const { files } = await partOf(folder, '', shell);
  const facts = { LISTS: lists, SHELL: files };
  const release = contentHash(JSON.stringify(facts));
  writeFileSync(join(folder, 'sw.js'), await bundled('worker', { ...facts, RELEASE: release }));
  return lists;
}
