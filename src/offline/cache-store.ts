// Where kept files stand: each under its content hash, so that a release takes only what differs from the last one,
// and the old copy is whole until the new one is. Notes say which languages a release keeps.
import { filesOfNotes, type Note, neededBy } from './cache-index.ts';

/** The cacheStore of one site; no other site below the same origin touches it. */
export interface CacheStore {
  /** The file of a content hash, if it is here. */
  get(hash: string): Promise<Response | undefined>;
  put(hash: string, response: Response): Promise<void>;
  /** Content hashes of all files that are here. */
  hashes(): Promise<Set<string>>;
  /** What a release keeps; nothing where it has no note. */
  note(release: string): Promise<Note>;
  /** What all other releases keep. */
  otherNotes(release: string): Promise<Note[]>;
  write(release: string, note: Note): Promise<void>;
  /** Takes room for rewriting a note once the phone is full. */
  reserve(note: Note): Promise<void>;
  /** Gives that room back. */
  release(): Promise<void>;
  /** Addresses of hashed files of the release before, which an open page may still ask for. */
  before(): Promise<Map<string, string>>;
  /** The release that pages are answered from; undefined before the first. */
  inUse(): Promise<string | undefined>;
  /** Takes a release into use. */
  use(release: string): Promise<void>;
  /** Makes the release in use the only one: of others only their hashed files stay. */
  settle(release: string): Promise<void>;
  /** Languages of which somebody was told that they are whole. */
  said(): Promise<readonly string[]>;
  /** Notes that somebody was told so. */
  say(lang: string): Promise<void>;
  /** Drops a file, if it is here. */
  drop(hash: string): Promise<void>;
  /** Drops files that no note has a use for. */
  sweep(): Promise<void>;
}

// The name that phones have stored it under since the first release.
const NOTE = 'edition-';
const BEFORE = 'before';
const IN_USE = 'in-use';
const ROOM = 'room';
const SAID = 'said';
// What a browser takes for an entry beside its bytes.
const ENTRY = 4096;

/** Opens the cacheStore below a worker's scope, such as `https://example.org/dastak/`. */
export async function openCacheStore(scope: string): Promise<CacheStore> {
  const cache = await caches.open(cacheName(scope));
  const place = (name: string) => `${scope}_kept/${name}`;
  const names = async () =>
    (await cache.keys()).map(({ url }) => decodeURIComponent(url.slice(place('').length)));
  const read = async <Value>(name: string, otherwise: Value): Promise<Value> =>
    (await cache.match(place(name)))?.json() ?? otherwise;
  const write = (name: string, value: unknown) =>
    cache.put(place(name), new Response(JSON.stringify(value)));
  // A name with a slash is an address: a list that is kept beside all releases.
  const isFile = (name: string) =>
    ![BEFORE, IN_USE, ROOM, SAID].includes(name) && !name.startsWith(NOTE) && !name.includes('/');

  const cacheStore: CacheStore = {
    get: (hash) => cache.match(place(hash)),
    put: async (hash, response) => cache.put(place(hash), response),
    hashes: async () => new Set((await names()).filter(isFile)),
    note: (release) => read(NOTE + release, {}),
    async otherNotes(release) {
      const others = (await names()).filter(
        (name) => name.startsWith(NOTE) && name !== NOTE + release,
      );
      return Promise.all(others.map((name) => read<Note>(name, {})));
    },
    write: (release, note) => write(NOTE + release, note),
    reserve: (note) => write(ROOM, ' '.repeat(2 * JSON.stringify(note).length + ENTRY)),
    release: async () => void (await cache.delete(place(ROOM))),
    before: async () => new Map(Object.entries(await read<Record<string, string>>(BEFORE, {}))),
    inUse: () => read<string | undefined>(IN_USE, undefined),
    use: (release) => write(IN_USE, release),
    said: () => read<string[]>(SAID, []),
    say: async (lang) => write(SAID, [...(await cacheStore.said()), lang]),
    drop: async (hash) => void (await cache.delete(place(hash))),
    async settle(release) {
      const old = filesOfNotes(await cacheStore.otherNotes(release));
      if (old.length > 0) {
        await write(BEFORE, Object.fromEntries(old.filter(([at]) => at.startsWith('_astro/'))));
      }
      for (const name of await names()) {
        if (name.startsWith(NOTE) && name !== NOTE + release) await cache.delete(place(name));
      }
      await cacheStore.sweep();
    },
    async sweep() {
      const has = await cacheStore.hashes();
      const needed = neededBy(await cacheStore.otherNotes(''), has);
      for (const hash of (await cacheStore.before()).values()) needed.add(hash);
      for (const hash of has) {
        if (!needed.has(hash)) await cacheStore.drop(hash);
      }
    },
  };
  return cacheStore;
}

/** The name of a site's cache; the worker that ends all caching knows it too. */
export function cacheName(scope: string): string {
  return `dastak ${new URL(scope).pathname}`;
}
