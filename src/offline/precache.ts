import {
  bytesOf,
  isModule,
  learnersParts,
  outside,
  type Part,
  partsFrom,
  type Release,
} from '../domain/release.ts';
import { isHere, type Listing, type Note } from './cache-index.ts';
import type { CacheStore } from './cache-store.ts';
import { downloadFiles } from './download.ts';
import type { Kept } from './message.ts';
import { DownloadError, verified } from './verified.ts';

/** What the build tells the worker of one language: where its list of files lies, and how much it names. */
export interface Listed {
  address: string;
  hash: string;
  /** Bytes over the wire of everything that a learner needs. */
  bytes: number;
}

/** Whether no module opens without a part: styles and scripts of all pages come with help and what several need. */
const isBase = ({ id }: Part) => id === outside.help || id === outside.shared;

/** Fetches a language's list of files. */
export async function fetchRelease(scope: string, listed: Listed): Promise<Release> {
  return (await verified(scope, listed.address, listed.hash)).json();
}

/** How far a language is stored, told from what is really there; `now` is what only the running worker knows. */
export function keptOf(
  lang: string,
  { bytes: total }: Listed,
  list: Listing | undefined,
  has: ReadonlySet<string>,
  now: 'loading' | 'full' | null,
): Kept {
  const wanted = list ? learnersParts(list) : [];
  const here = wanted.filter((part) => isHere(part, has));
  const opens = list !== undefined && wanted.every((part) => !isBase(part) || isHere(part, has));
  const isWhole = list !== undefined && here.length === wanted.length;
  const lacking = list?.isFull ? 'full' : list ? 'cut' : 'none';
  return {
    lang,
    state: isWhole ? 'whole' : (now ?? lacking),
    bytes: bytesOf(here),
    total,
    hasHelp: here.some(({ id }) => id === outside.help),
    modules: opens ? here.filter(isModule).map(({ id }) => id) : [],
  };
}

/**
 * Downloads a language part by part, the part of the page that asks right after help and what several need. Where room
 * ends within a part, only smaller parts are still tried, and none where it ends within help or what several need.
 * @param onPart hears of every part that has come
 * @returns why it is not whole, or null
 */
export async function downloadRelease(
  cacheStore: CacheStore,
  scope: string,
  release: Release,
  at: string,
  onPart: () => Promise<void>,
): Promise<'cut' | 'full' | null> {
  const has = await cacheStore.hashes();
  let why: 'cut' | 'full' | null = null;
  let room = Number.POSITIVE_INFINITY;
  for (const part of partsFrom(release, at)) {
    if (isHere(part, has) || part.bytes >= room) continue;
    try {
      await downloadFiles(cacheStore, scope, part.files, has);
      await onPart();
    } catch (error) {
      if (!(error instanceof DownloadError)) throw error;
      why = error.why;
      if (why === 'cut' || isBase(part)) return why;
      room = part.bytes;
    }
  }
  return why;
}

/**
 * Downloads what a new release has that the old one had not, in the languages and parts that are kept. Parts that
 * were not whole before are not tried.
 * @param old what the release in use keeps, and one that waits, if any
 * @returns the new release's note
 * @throws DownloadError when a file did not come or found no room
 */
export async function downloadUpdate(
  cacheStore: CacheStore,
  scope: string,
  old: readonly Note[],
  lists: Readonly<Record<string, Listed>>,
): Promise<Note> {
  const has = await cacheStore.hashes();
  const note: Note = {};
  for (const [lang, { parts, isFull = false }] of old.flatMap((one) => Object.entries(one))) {
    const listed = lists[lang];
    if (!listed) continue;
    const release = await fetchRelease(scope, listed);
    note[lang] = { ...release, isFull };
    const missing = parts.filter((part) => !isHere(part, has)).map(({ id }) => id);
    for (const part of release.parts) {
      if (!missing.includes(part.id)) await downloadFiles(cacheStore, scope, part.files, has);
    }
  }
  return note;
}
