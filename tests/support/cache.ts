import { createHash } from 'node:crypto';

/** The first letters of a text's SHA-256, as the build names a file by its content. */
export const hashOfText = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 12);

/** A phone's caches and a site to fill them from, in place of the browser's own. */
export interface Phone {
  /** Letters that its cache still takes. */
  room: number;
  /** Addresses that were asked for, in their order. */
  readonly asked: string[];
  /** Addresses at which the net ends. */
  readonly unreached: Set<string>;
}

/**
 * Puts a `caches` and a `fetch` in place of the browser's. Each address of the site holds its text.
 * @param scope the address of the site
 */
export function fakePhone(scope: string, site: Readonly<Record<string, string>>): Phone {
  const phone: Phone = { room: Number.POSITIVE_INFINITY, asked: [], unreached: new Set() };
  const kept = new Map<string, string>();
  const drop = (key: string) => {
    phone.room += kept.get(key)?.length ?? 0;
    return kept.delete(key);
  };
  const cache = {
    match: async (key: string) => (kept.has(key) ? new Response(kept.get(key)) : undefined),
    keys: async () => [...kept.keys()].map((url) => ({ url })),
    delete: async (key: string) => drop(key),
    async put(key: string, response: Response) {
      const text = await response.text();
      const room = phone.room + (kept.get(key)?.length ?? 0);
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      phone.room = room - text.length;
      kept.set(key, text);
    },
  };
  const fetched = async (url: string) => {
    const address = url.slice(scope.length).split('?', 1)[0] ?? '';
    phone.asked.push(address);
    if (phone.unreached.has(address)) throw new TypeError('Failed to fetch');
    return new Response(site[address] ?? null, { status: address in site ? 200 : 404 });
  };
  Object.assign(globalThis, { caches: { open: async () => cache }, fetch: fetched });
  return phone;
}
