import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pagesBelow } from './built-files.ts';
import { importsOf } from './page-resources.ts';
import { contentHash } from './release.ts';

const STYLES = /(?:<link rel="stylesheet" href="[^"]+">\s*)+/g;
const STYLE = /href="([^"]+)"/g;
const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/g;

/**
 * Lets each built page name in its head all that it needs, so that a first visit takes two round trips: one style sheet
 * in place of several, and every script that its own imports.
 */
export function pageLinks(base: string): AstroIntegration {
  return {
    name: 'dastak-page-links',
    hooks: { 'astro:build:done': ({ dir }) => linkPages(fileURLToPath(dir), base) },
  };
}

/**
 * Rewrites the heads of all pages of a built folder and writes the joined style sheets.
 * @throws when a page has no style sheet before which its scripts could be named
 */
export function linkPages(folder: string, base: string): void {
  const joined = new Map<string, string>();
  const chains = new Map<string, string[]>();
  const single = new Set<string>();
  for (const page of pagesBelow(folder)) {
    const html = readFileSync(join(folder, page), 'utf8');
    const named = [...html.matchAll(SCRIPT)].map(([, src = '']) => src);
    const scripts = new Set(
      named.flatMap((src) => known(chains, src, () => chainOf(folder, src, base))),
    );
    const preloads = [...scripts]
      .filter((src) => !named.includes(src))
      .map((src) => `<link rel="modulepreload" href="${src}">`);
    const linked = html.replace(STYLES, (links) => {
      const files = [...links.matchAll(STYLE)].map(([, href = '']) => href.slice(base.length));
      for (const file of files) single.add(file);
      const sheet = known(joined, files.join(' '), () => joinStyles(folder, files));
      return `<link rel="stylesheet" href="${base}${sheet}">${preloads.splice(0).join('')}`;
    });
    if (preloads.length > 0) throw new Error(`${page} has a script and no style sheet.`);
    if (linked !== html) writeFileSync(join(folder, page), linked);
  }
  for (const file of single) rmSync(join(folder, file));
}

/** A value of a map, made where it is missing. */
function known<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** The addresses of all scripts that a script imports before it runs, deepest first. */
function chainOf(folder: string, src: string, base: string): string[] {
  return importsOf(folder, src.slice(base.length), base).map((file) => base + file);
}

/** Writes style sheets as one, in their order. */
function joinStyles(folder: string, files: readonly string[]): string {
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n');
  const address = `_astro/${contentHash(text)}.css`;
  if (!existsSync(join(folder, address))) writeFileSync(join(folder, address), text);
  return address;
}
