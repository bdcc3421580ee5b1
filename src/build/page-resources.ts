import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { tagsOf } from './tags.ts';

const STATIC = /(?:\bimport|\bfrom)\s*["'`]([^"'`]+\.js)["'`]/g;
const LAZY = /\bimport\(\s*["'`]([^"'`]+\.js)["'`]\s*\)/g;
const STYLE = /(?:@import\s*(?:url\()?|url\()\s*["']?([^"')\s;]+)/g;

/**
 * Finds the files that a built page fetches, and those that they fetch in turn.
 * @param folder the built folder
 * @param page the page's path in it, such as `hi/begin/why/index.html`
 * @param base the path below which the site lives
 * @param isWhole whether also images and scripts count that are fetched later on
 * @returns paths in the folder, without the page's own
 * @throws when a script or style sheet is named that was not built
 */
export function needsOf(folder: string, page: string, base: string, isWhole: boolean): string[] {
  const needs = new Set<string>();
  for (const { name, attributes } of tagsOf(read(folder, page))) {
    const { href = '', rel = '', src = '' } = attributes;
    const rels = rel.split(/\s+/);
    if (name === 'link' && (rels.includes('stylesheet') || rels.includes('modulepreload')))
      needs.add(local(page, href, base));
    if (name === 'script' && src) needs.add(local(page, src, base));
    if (isWhole && ((name === 'link' && rels.includes('icon')) || name === 'img'))
      needs.add(local(page, href || src, base));
  }
  // A set that grows while it is walked is walked to its end.
  for (const file of needs) {
    const patterns = file.endsWith('.js') ? [STATIC, ...(isWhole ? [LAZY] : [])] : [STYLE];
    if (!/\.(js|css)$/.test(file)) continue;
    for (const [, address = ''] of patterns.flatMap((one) => [
      ...read(folder, file).matchAll(one),
    ])) {
      if (/^[./]/.test(address)) needs.add(local(file, address, base));
    }
  }
  return [...needs];
}

/** The path in the built folder of an address that stands in `file`. */
export function local(file: string, address: string, base: string): string {
  const path = decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '');
  if (path.startsWith('/')) return posix.normalize(path.slice(base.length));
  return posix.join(dirname(file), path);
}

const texts = new Map<string, string>();

/** Hashed files never change, so each is read once. */
function read(folder: string, file: string): string {
  const place = join(folder, file);
  const known = texts.get(place);
  if (known !== undefined) return known;
  const text = readFileSync(place, 'utf8');
  if (file.startsWith('_astro/')) texts.set(place, text);
  return text;
}
