import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { tagsOf } from '../build/tags.ts';

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
  const html = readFileSync(join(folder, page), 'utf8');
  const styles = new Set<string>();
  const scripts = new Set<string>();
  for (const { name, attributes } of tagsOf(html)) {
    const { href = '', rel = '', src = '' } = attributes;
    if (name === 'link' && rel.split(/\s+/).includes('stylesheet'))
      styles.add(local(page, href, base));
    if (name === 'link' && rel === 'modulepreload') scripts.add(local(page, href, base));
    if (name === 'script' && src) scripts.add(local(page, src, base));
  }
  follow(folder, base, styles, /@import\s*(?:url\()?\s*["']?([^"')\s;]+)/g);
  follow(folder, base, scripts, /(?:\bimport|\bfrom)\s*["'`]([^"'`]+\.js)["'`]/g);
  const fonts = new Set<string>();
  for (const style of styles) {
    for (const [, address = ''] of read(folder, style).matchAll(
      /url\(\s*["']?([^"')]+\.(?:woff2?|ttf|otf))/g,
    )) {
      fonts.add(local(style, address, base));
    }
  }
  const [document, css, js, fontFiles] = await Promise.all([
    weigh(folder, [page]),
    weigh(folder, [...styles]),
    weigh(folder, [...scripts]),
    weigh(folder, [...fonts]),
  ]);
  const files = [page, ...styles, ...scripts];
  return { html: document, css, js, fonts: fontFiles, total: sum([document, css, js]), files };
}

/** Weighs every file of a folder: what an offline copy of the whole course takes. */
export async function folderBytes(folder: string): Promise<Size> {
  return weigh(folder, filesBelow(folder));
}

/**
 * The paths of all files below a built folder, with forward slashes, in alphabetical order.
 * @throws when the folder is not there, with what to do
 */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) {
    throw new Error(
      `${folder} is not there. Run \`npm run build\` first, because only what was built can be read.`,
    );
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      posix.join(entry.parentPath.slice(folder.length + 1).replaceAll('\\', '/'), entry.name),
    )
    .sort();
}

/** The built pages below a folder, such as `hi/begin/index.html`. */
export function pagesBelow(folder: string): string[] {
  return filesBelow(folder).filter((file) => file.endsWith('.html'));
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
      const packed = await brotli(content);
      // What is compressed already, such as a picture, is sent as it is.
      return { brotli: Math.min(packed.length, content.length), raw: content.length };
    }),
  );
  return sum(sizes);
}

/** Adds to a set of files all that they name, and what those name. */
function follow(folder: string, base: string, files: Set<string>, naming: RegExp) {
  // A set that grows while it is walked is walked to its end.
  for (const file of files) {
    for (const [, address = ''] of read(folder, file).matchAll(naming)) {
      if (address.startsWith('.') || address.startsWith('/')) files.add(local(file, address, base));
    }
  }
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** The path in the built folder of an address that stands in `file`. */
function local(file: string, address: string, base: string): string {
  const path = decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '');
  if (path.startsWith('/')) return posix.normalize(path.slice(base.length));
  return posix.join(dirname(file), path);
}
