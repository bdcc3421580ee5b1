import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { filesBelow } from '../build/built-files.ts';
import { needsOf } from '../build/page-resources.ts';

const brotli = promisify(brotliCompress);

/** Bytes over the wire with brotli, and as they lie on the disk. */
export interface Size {
  brotli: number;
  raw: number;
}

/** What a first visit to a page fetches. */
export interface PageBytes {
  html: Size;
  css: Size;
  /** Scripts that the page names, and all that they import; not what a press on a button fetches later. */
  js: Size;
  /** Font files that its style sheets name. */
  fonts: Size;
  /** HTML, CSS and JS together. */
  total: Size;
  /** Paths in the built folder of the page and of every style sheet and script that it fetches. */
  files: string[];
}

/**
 * Weighs a built page with its style sheets and scripts, each file compressed on its own at brotli 11, as a
 * host would send it.
 * @param folder the built folder
 * @param page the page's path in it, such as `hi/begin/why/index.html`
 * @param base the path below which the site lives
 * @throws when the page names a file that was not built
 */
export async function pageBytes(folder: string, page: string, base = '/'): Promise<PageBytes> {
  const needs = needsOf(folder, page, base, false);
  const styles = needs.filter((file) => file.endsWith('.css'));
  const scripts = needs.filter((file) => file.endsWith('.js'));
  const fonts = needs.filter((file) => /\.(woff2?|ttf|otf)$/.test(file));
  const [document, css, js, fontFiles] = await Promise.all([
    weigh(folder, [page]),
    weigh(folder, styles),
    weigh(folder, scripts),
    weigh(folder, fonts),
  ]);
  const files = [page, ...styles, ...scripts];
  return { html: document, css, js, fonts: fontFiles, total: sum([document, css, js]), files };
}

/** Weighs every file of a folder: what an offline copy of the whole course takes. */
export async function folderBytes(folder: string): Promise<Size> {
  return weigh(folder, filesBelow(folder));
}

/** Adds sizes up. */
export function sum(sizes: Size[]): Size {
  return sizes.reduce(
    (all, size) => ({ brotli: all.brotli + size.brotli, raw: all.raw + size.raw }),
    {
      brotli: 0,
      raw: 0,
    },
  );
}

/** Weighs files of a built folder, each compressed on its own. */
export async function weigh(folder: string, files: string[]): Promise<Size> {
  const sizes = await Promise.all(
    files.map(async (file) => {
      const content = readFileSync(join(folder, file));
      // What is compressed already, such as a picture, is sent as it is.
      return { brotli: Math.min(await packedBytes(content), content.length), raw: content.length };
    }),
  );
  return sum(sizes);
}

/** By checksum of what was compressed: nearly every page names the same scripts and styles. */
const packed = new Map<string, Promise<number>>();

function packedBytes(content: Buffer): Promise<number> {
  const key = createHash('sha256').update(content).digest('base64');
  const known = packed.get(key);
  if (known) return known;
  const bytes = brotli(content).then(({ length }) => length);
  packed.set(key, bytes);
  return bytes;
}
