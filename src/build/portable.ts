import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toClassic } from './bundled.ts';
import { relative } from './relative.ts';

/** What a portable release is made of. */
export interface PortableOptions {
  /** The built web release. */
  from: string;
  /** The folder to be written; what was there goes. */
  to: string;
  /** The path that the web release was built for. */
  base: string;
  /** Paths of files in the built folder, with forward slashes. */
  files: readonly string[];
  /** The note of a page that tells what this release cannot do, as HTML, by the page's path. */
  note(page: string): string;
}

/** Files that only make sense with a server: the worker and its lists, headers. */
const LEFT_OUT =
  /^(sw\.js|_headers|nginx\.conf|\.htaccess|404\.html|offline\/|icon-.*\.png|.*\/app\.json|_astro\/files-)/;
const SCRIPT = /<script (?:type="module"|defer) src="([^"]+)"><\/script>/g;
const ATTRIBUTE = /((?:href|src|data-[a-z-]+)=")(\/[^"]*)"/g;
const APP = /<link rel="(?:manifest|apple-touch-icon|modulepreload|canonical|alternate)"[^>]*>\s*/g;

/**
 * Writes a release that works from any folder, opened by a double-click as well as from a server: addresses are
 * relative and name each page's file, each page has the gate and one classic script with all its parts in it, and nothing is
 * fetched by script.
 */
export async function writePortable({
  from,
  to,
  base,
  files,
  note,
}: PortableOptions): Promise<void> {
  rmSync(to, { recursive: true, force: true });
  const kept = files.filter((file) => !LEFT_OUT.test(file));
  const there = new Set(kept);
  const scripts = new Set<string>();
  for (const file of kept.filter((one) => !one.endsWith('.js'))) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    if (!file.endsWith('.html')) {
      cpSync(join(from, file), join(to, file));
      continue;
    }
    const html = readFileSync(join(from, file), 'utf8')
      .replaceAll(APP, '')
      .replaceAll(SCRIPT, (_, src: string) => {
        scripts.add(src.slice(base.length));
        return `<script defer src="${src}"></script>`;
      })
      .replaceAll(ATTRIBUTE, (whole, start: string, address: string) => {
        const moved = relative(file, address, base, there);
        return moved === undefined ? whole : `${start}${moved}"`;
      })
      .replace('</main>', () => `${note(file)}</main>`);
    writeFileSync(join(to, file), html);
  }
  for (const script of scripts) {
    writeFileSync(join(to, script), await toClassic(join(from, script)));
  }
}
