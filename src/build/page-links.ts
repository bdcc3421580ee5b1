import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pagesBelow } from './built-files.ts';
import { bundled } from './bundled.ts';
import { importsOf } from './page-resources.ts';
import { contentHash } from './release.ts';
import { type Sheet, sharedSheets } from './shared-sheets.ts';

/** A letter for each byte: what is looked for has no others, and most pages are then searched in half the time. */
const BYTES = 'latin1';
const STYLES = /(?:<link rel="stylesheet" href="[^"]+">\s*)+/g;
const STYLE = /href="([^"]+)"/g;
const WIDE = /<link rel="stylesheet" href="[^"]+" media="[^"]+">\s*/;
const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/g;

/**
 * Lets each built page name in its head all that it needs, so that a first visit takes two round trips: one style sheet
 * in place of several, its script, and every one that this imports. What is for wide screens comes last, since phones fetch
 * it all the same, and each of the six connections that a browser opens is waited for.
 */
export function pageLinks(base: string): AstroIntegration {
  return {
    name: 'dastak-page-links',
    hooks: { 'astro:build:done': ({ dir }) => linkPages(fileURLToPath(dir), base) },
  };
}

/**
 * Rewrites the heads of all pages of a built folder and writes the joined style sheets and the gate before all scripts.
 * @throws when a page has scripts to be named and no style sheet to name them after
 */
export async function linkPages(folder: string, base: string): Promise<void> {
  // In a syntax that browsers read which know no modules, or had modules first.
  const gate = write(folder, await bundled('gate', {}, 'es2015'), 'js');
  const pages = pagesBelow(folder);
  const sheets = joinStyles(folder, pages, base);
  for (const page of pages) {
    const html = readFileSync(join(folder, page), BYTES);
    const named = [...html.matchAll(SCRIPT)].map(([, src = '']) => src.slice(base.length));
    const imported = named.flatMap((file) => importsOf(folder, file, base));
    const scripts = named.map((file) => `<script type="module" src="${base}${file}"></script>`);
    const preloads = [...new Set(imported)]
      .filter((file) => !named.includes(file))
      .map((file) => `<link rel="modulepreload" href="${base}${file}">`);
    const gated = scripts.length > 0 ? [`<script defer src="${base}${gate}"></script>`] : [];
    if (!html.match(STYLES) && gated.length === 0) continue;
    let after = [...gated, ...scripts, ...preloads, ...(html.match(WIDE) ?? [])].join('');
    const linked = html
      .replace(SCRIPT, '')
      .replace(WIDE, '')
      .replace(STYLES, (links) => {
        const all = `<link rel="stylesheet" href="${base}${sheets.get(links)}">${after}`;
        after = '';
        return all;
      });
    if (after) throw new Error(`${page} has scripts and no style sheet.`);
    writeFileSync(join(folder, page), linked, BYTES);
  }
  for (const file of [...sheets.keys()].flatMap((links) => filesOf(links, base)))
    rmSync(join(folder, file), { force: true });
}

const filesOf = (links: string, base: string) =>
  [...links.matchAll(STYLE)].map(([, href = '']) => href.slice(base.length));

/** Writes the style sheets that pages link to as one for each page; returns its path in the folder by those links. */
function joinStyles(folder: string, pages: readonly string[], base: string): Map<string, string> {
  const links = new Set(
    pages.flatMap((page) => readFileSync(join(folder, page), BYTES).match(STYLES) ?? []),
  );
  const texts = new Map<string, Sheet>();
  const read = (name: string): Sheet => {
    const known = texts.get(name) ?? {
      name,
      text: readFileSync(join(folder, name), 'utf8').trim(),
    };
    texts.set(name, known);
    return known;
  };
  const lists = [...links].map((link) => filesOf(link, base).map(read));
  const shared = sharedSheets(lists).map((all) =>
    write(folder, all.map(({ text }) => text).join('\n'), 'css'),
  );
  return new Map([...links].map((link, index) => [link, shared[index] ?? '']));
}

/** Writes a file under the hash of its content; returns its path in the folder. */
function write(folder: string, text: string, ending: string): string {
  const file = `_astro/${contentHash(text)}.${ending}`;
  writeFileSync(join(folder, file), text);
  return file;
}
