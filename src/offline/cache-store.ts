// Where kept files stand: each under its content hash, so that an edition takes only what differs from the last one,
// and the old copy is whole until the new one is. Notes say which languages an edition keeps.
import { filesOfNotes, type Note } from './cache-index.ts';

/** The cacheStore of one site; no other site below the same origin touches it. */
export interface CacheStore {
  /** The file of a content hash, if it is here. */
  get(hash: string): Promise<Response | undefined>;
  put(hash: string, response: Response): Promise<void>;
  /** Content hashes of all files that are here. */
  hashes(): Promise<Set<string>>;
  /** What an edition keeps; nothing where it has no note. */
  note(edition: string): Promise<Note>;
  /** What all other editions keep. */
  otherNotes(edition: string): Promise<Note[]>;
  write(edition: string, note: Note): Promise<void>;
  /** Addresses of hashed files of the edition before, which an open page may still ask for. */
  before(): Promise<Map<string, string>>;
  /** The edition that pages are answered from; undefined before the first. */
  inUse(): Promise<string | undefined>;
  /** Takes an edition into use. */
  use(edition: string): Promise<void>;
  /** Makes the edition in use the only one: of others only their hashed files stay. */
  settle(edition: string): Promise<void>;
  /** Drops files that no note names. */
  sweep(): Promise<void>;
}

const NOTE = 'edition-';
const BEFORE = 'before';
const IN_USE = 'in-use';

/** Opens the cacheStore below a worker's scope, such as `https://example.org/dastak/`. */
export async function openCacheStore(scope: string): Promise<CacheStore> {
  const cache = await caches.open(shelfName(scope));
  const place = (name: string) => `${scope}_kept/${name}`;
  const names = async () =>
    (await cache.keys()).map(({ url }) => decodeURIComponent(url.slice(place('').length)));
  const read = async <Value>(name: string, otherwise: Value): Promise<Value> =>
    (await cache.match(place(name)))?.json() ?? otherwise;
  const write = (name: string, value: unknown) =>
    cache.put(place(name), new Response(JSON.stringify(value)));
  const isFile = (name: string) => ![BEFORE, IN_USE].includes(name) && !name.startsWith(NOTE);

  const cacheStore: CacheStore = {
    get: (hash) => cache.match(place(hash)),
    put: async (hash, response) => cache.put(place(hash), response),
    hashes: async () => new Set((await names()).filter(isFile)),
    note: (edition) => read(NOTE + edition, {}),
    async otherNotes(edition) {
      const others = (await names()).filter(
        (name) => name.startsWith(NOTE) && name !== NOTE + edition,
      );
      return Promise.all(others.map((name) => read<Note>(name, {})));
    },
    write: (edition, note) => write(NOTE + edition, note),
    before: async () => new Map(Object.entries(await read<Record<string, string>>(BEFORE, {}))),
    inUse: () => read<string | undefined>(IN_USE, undefined),
    use: (edition) => write(IN_USE, edition),
    async settle(edition) {
      const old = filesOfNotes(await cacheStore.otherNotes(edition));
      if (old.length > 0) {
        await write(BEFORE, Object.fromEntries(old.filter(([at]) => at.startsWith('_astro/'))));
      }
      for (const name of await names()) {
        if (name.startsWith(NOTE) && name !== NOTE + edition) await cache.delete(place(name));
      }
      await cacheStore.sweep();
    },
    async sweep() {
      const named = new Set([
        ...(await cacheStore.before()).values(),
        ...filesOfNotes(await cacheStore.otherNotes('')).map(([, hash]) => hash),
      ]);
      for (const hash of await cacheStore.hashes()) {
        if (!named.has(hash)) await cache.delete(place(hash));
      }
    },
  };
  return cacheStore;
}

/** The name of a site's cache; the worker that ends all caching knows it too. */
export function shelfName(scope: string): string {
  return `dastak ${new URL(scope).pathname}`;
}
