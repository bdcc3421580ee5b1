import type { CacheStore } from './cache-store.ts';
import { DownloadError, reasonOf, verified } from './verified.ts';

const AT_ONCE = 4;

/**
 * Fetches files that are not on the cacheStore and puts them there. A file counts only with the very bytes that were
 * built: old copies on the way, sign-in pages of a network and hosts that rewrite pages are refused.
 * @param files content hash by address below the scope
 * @param has hashes that are on the cacheStore; what is downloaded is added
 * @throws DownloadError at the first file that did not come or found no room. Where room ended, what came before it is
 *   dropped again, so that something smaller may find room; after a cut the next call goes on from there.
 */
export async function downloadFiles(
  cacheStore: CacheStore,
  scope: string,
  files: Readonly<Record<string, string>>,
  has: Set<string>,
): Promise<void> {
  const wanted = Object.entries(files).filter(([, hash]) => !has.has(hash));
  const came: string[] = [];
  const hands = Array.from({ length: AT_ONCE }, async () => {
    for (let next = wanted.shift(); next; next = wanted.shift()) {
      const [address, hash] = next;
      const response = await verified(scope, address, hash);
      await cacheStore.put(hash, response).catch(() => {
        throw new DownloadError('full', address);
      });
      has.add(hash);
      came.push(hash);
    }
  });
  try {
    await Promise.all(hands);
  } catch (error) {
    wanted.length = 0;
    await Promise.allSettled(hands);
    if (reasonOf(error) === 'full') {
      for (const hash of came) {
        await cacheStore.drop(hash);
        has.delete(hash);
      }
    }
    throw error;
  }
}
