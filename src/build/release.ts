import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { outside, type Part, type Release } from '../domain/release.ts';
import { local, needsOf } from './page-resources.ts';

const zip = promisify(gzip);

/** Pages that only those open who coordinate, inspect or study; a learner's phone does not keep them. */
const DESK = /^[^/]+\/(register|verify|round|coordinator)\/index\.html$/;

/** How many files are compressed side by side. */
const AT_ONCE = 8;

/** The content hash that the worker compares: twelve letters of SHA-256 in base64url. */
export function contentHash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest().subarray(0, 9).toString('base64url');
}

/**
 * Lists what the course needs in one language without net, read from the built pages.
 * @param folder the built folder
 * @param base the path below which the site lives
 * @param lang the language, whose pages lie in the folder of that name
 * @param modules ids of the modules in the order of the course
 * @param general pages outside the language's folder, such as `offline/index.html`
 * @returns the parts `outside` the modules first, then each module; a page belongs to the first module that has it in
 *   its folder or leads to it, and what several parts need is a part of its own
 */
export async function releaseOf(
  folder: string,
  base: string,
  lang: string,
  modules: readonly string[],
  general: readonly string[],
): Promise<Release> {
  const pages = readdirSync(join(folder, lang), { recursive: true, encoding: 'utf8' })
    .map((name) => `${lang}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.html'))
    .sort();
  const known = new Set(pages);
  const owners = new Map<string, string>();
  for (const id of modules) {
    const first = `${lang}/${id}/index.html`;
    const inFolder = pages.filter((page) => page.startsWith(`${lang}/${id}/`));
    const deep = (page: string) => page.split('/').length > 3;
    for (const page of [...inFolder, ...linksOf(folder, first, base).filter(deep)]) {
      if (!owners.has(page) && known.has(page)) owners.set(page, id);
    }
  }
  const free = pages.filter((page) => !owners.has(page));
  // Where the net breaks off early, these two are what the phone has.
  const urgent = free.filter((page) => /^[^/]+\/(help|now)\/index\.html$/.test(page));
  const filesFor = (wanted: readonly string[]) =>
    new Set(wanted.flatMap((page) => [...needsOf(folder, page, base, true), page]));
  const help = filesFor([...general, ...urgent]);
  const pagesOf: Readonly<Record<string, (page: string) => boolean>> = {
    [outside.rest]: (page) => !owners.has(page) && !DESK.test(page),
    [outside.desk]: (page) => DESK.test(page),
  };
  const wanted = [outside.rest, ...modules, outside.desk].map((id) => ({
    id,
    files: filesFor(pages.filter(pagesOf[id] ?? ((page) => owners.get(page) === id))),
  }));
  // Whether a credential was withdrawn is to be told without net, too.
  const desk = wanted.find(({ id }) => id === outside.desk);
  for (const list of statusListsIn(folder)) desk?.files.add(list);
  // Any module may be the only one that there is room for, so what several of them need comes before them.
  const isShared = (file: string) => wanted.filter(({ files }) => files.has(file)).length > 1;
  const isLater = (file: string) => !help.has(file);
  const shared = new Set(wanted.flatMap(({ files }) => [...files].filter(isShared)));
  const listed = [
    { id: outside.help, files: [...help] },
    { id: outside.shared, files: [...shared].filter(isLater) },
    ...wanted.map(({ id, files }) => ({
      id,
      files: [...files].filter((file) => isLater(file) && !shared.has(file)),
    })),
  ];
  const parts: Part[] = [];
  for (const { id, files } of listed) {
    if (files.length > 0) parts.push(await partOf(folder, id, files));
  }
  return { parts };
}

/** The files below `status/`, which say what an institution has withdrawn. */
function statusListsIn(folder: string): string[] {
  const lists = join(folder, 'status');
  return existsSync(lists) ? readdirSync(lists).map((name) => `status/${name}`) : [];
}

/** Address and content hash of some files. */
export async function partOf(folder: string, id: string, paths: readonly string[]): Promise<Part> {
  const files: Record<string, string> = {};
  let bytes = 0;
  // A few at a time, since a large course does not fit into memory at once.
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE).map(async (path) => {
      const content = readFileSync(join(folder, path));
      files[path.replace(/(^|\/)index\.html$/, '$1')] = contentHash(content);
      return Math.min((await zip(content)).length, content.length);
    });
    for (const size of await Promise.all(some)) bytes += size;
  }
  return { id, files, bytes };
}

const LINK = /<a\b(?:"[^"]*"|'[^']*'|[^"'>])*?\shref="([^"#]*\/)(?:#[^"]*)?"/g;

/** Built pages that a page leads to. */
function linksOf(folder: string, page: string, base: string): string[] {
  if (!existsSync(join(folder, page))) return [];
  return [...readFileSync(join(folder, page), 'utf8').matchAll(LINK)].flatMap(([, href = '']) =>
    href.startsWith(base) ? [`${local(page, href, base)}/index.html`.replaceAll('//', '/')] : [],
  );
}
