import type { Shelf } from './shelf.ts';

/** Why a file could not be kept. */
export class NotBrought extends Error {
  readonly why: 'cut' | 'full';

  constructor(why: 'cut' | 'full', address: string) {
    super(`${address} could not be kept: ${why}`);
    this.why = why;
  }
}

const AT_ONCE = 4;

/**
 * Fetches files that are not on the shelf and puts them there. A file counts only with the very bytes that were
 * built: old copies on the way, sign-in pages of a network and hosts that rewrite pages are refused.
 * @param files content hash by address below the scope
 * @param has hashes that are on the shelf; what is brought is added
 * @throws NotBrought at the first file that did not come or found no room
 */
export async function bring(
  shelf: Shelf,
  scope: string,
  files: Readonly<Record<string, string>>,
  has: Set<string>,
): Promise<void> {
  const wanted = Object.entries(files).filter(([, hash]) => !has.has(hash));
  const hands = Array.from({ length: AT_ONCE }, async () => {
    for (let next = wanted.shift(); next; next = wanted.shift()) {
      const [address, hash] = next;
      const response = await verified(scope, address, hash);
      await shelf.put(hash, response).catch(() => {
        throw new NotBrought('full', address);
      });
      has.add(hash);
    }
  });
  try {
    await Promise.all(hands);
  } finally {
    wanted.length = 0;
    await Promise.allSettled(hands);
  }
}

/**
 * Fetches one file and checks its bytes, the second time past every cache on the way.
 * @throws NotBrought when neither answer is what was built
 */
export async function verified(scope: string, address: string, hash: string): Promise<Response> {
  for (const query of ['', `?fresh=${hash}`]) {
    try {
      const response = await fetch(scope + address + query, { cache: 'no-cache' });
      const bytes = await response.arrayBuffer();
      // The answer is made anew: one that came by a redirect may not answer a navigation.
      if (response.ok && (await hashOf(bytes)) === hash)
        return new Response(bytes, { headers: response.headers });
    } catch {
      // Tried once more below; then it is told.
    }
  }
  throw new NotBrought('cut', address);
}

/** The first twelve letters of the bytes' SHA-256 in base64url: the content hash that the build writes. */
export async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...sum.slice(0, 9)))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
