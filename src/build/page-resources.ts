import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { type Tag, tagsOf } from './tags.ts';

const STATIC = /(?:\bimport|\bfrom)\s*["'`]([^"'`]+\.js)["'`]/g;
const LAZY = /\bimport\(\s*["'`]([^"'`]+\.js)["'`]\s*\)/g;
const STYLE = /(?:@import\s*(?:url\()?|url\()\s*["']?([^"')\s;]+)/g;

/**
 * Finds the files that a built page fetches, and those that they fetch in turn.
 * @param folder the built folder
 * @param page the page's path in it, such as `hi/begin/why/index.html`
 * @param base the path below which the site lives
 * @param isWhole whether also images count, what is fetched later on, and what is for wide screens alone
 * @returns paths in the folder, without the page's own
 * @throws when a script or style sheet is named that was not built
 */
export function needsOf(folder: string, page: string, base: string, isWhole: boolean): string[] {
  const needs = new Set<string>();
  for (const { name, attributes } of fetchingTags(readFileSync(join(folder, page), 'utf8'))) {
    const { href = '', rel = '', src = '', media } = attributes;
    const rels = rel.split(/\s+/);
    // A browser fetches a sheet for other screens once it has all else.
    if (media && !isWhole) continue;
    if (name === 'link' && (rels.includes('stylesheet') || rels.includes('modulepreload')))
      needs.add(local(page, href, base));
    if (name === 'script' && src) needs.add(local(page, src, base));
    if (isWhole && ((name === 'link' && rels.includes('icon')) || name === 'img'))
      needs.add(local(page, href || src, base));
  }
  for (const file of [...needs]) {
    for (const next of importsOf(folder, file, base, isWhole)) needs.add(next);
  }
  return [...needs];
}

/** Tags that make a browser fetch something, attributes and all. */
const FETCHING = /<(?:link|script|img)\b(?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

/** By their text: hundreds of pages have the same tags, and reading a whole page takes far longer. */
const fetching = new Map<string, readonly Tag[]>();

function fetchingTags(html: string): readonly Tag[] {
  const text = (html.match(FETCHING) ?? [])
    .map((tag) => (/^<script/i.test(tag) ? `${tag}</script>` : tag))
    .join('');
  const tags = fetching.get(text) ?? tagsOf(text);
  fetching.set(text, tags);
  return tags;
}

/**
 * Finds the files that a built script or style sheet names, and those that they name in turn.
 * @param file its path in the folder
 * @param isWhole whether also scripts count that are imported later on
 */
export function importsOf(folder: string, file: string, base: string, isWhole = false): string[] {
  const key = `${isWhole} ${join(folder, file)}`;
  const known = imports.get(key);
  if (known) return known;
  const found = new Set([file]);
  // A set that grows while it is walked is walked to its end.
  for (const one of found) {
    if (!/\.(js|css)$/.test(one)) continue;
    const patterns = one.endsWith('.js') ? [STATIC, ...(isWhole ? [LAZY] : [])] : [STYLE];
    const text = readFileSync(join(folder, one), 'utf8');
    for (const [, address = ''] of patterns.flatMap((pattern) => [...text.matchAll(pattern)])) {
      if (/^[./]/.test(address)) found.add(local(one, address, base));
    }
  }
  found.delete(file);
  imports.set(key, [...found]);
  return [...found];
}

/** By script or style sheet: their names change with their content, so that each is read once. */
const imports = new Map<string, string[]>();

/** The path in the built folder of an address that stands in `file`. */
export function local(file: string, address: string, base: string): string {
  const path = decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '');
  if (path.startsWith('/')) return posix.normalize(path.slice(base.length));
  return posix.join(dirname(file), path);
}
