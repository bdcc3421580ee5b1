import { lastMade } from '../domain/last-made.ts';
import type { CacheStore } from './cache-store.ts';

/** So long the net is waited for where a copy of a list is here. */
const PATIENCE = 8_000;

/** Whether a path below the scope is that of a list of withdrawn credentials. */
export const isStatusList = (path: string): boolean => /^status\/[^/]+\.jwt$/.test(path);

/**
 * Answers with the latest list that there is. A release waits for consent, but a withdrawal must not: the net is asked
 * each time, and what it gives is kept beside the release.
 * @param ofRelease the copy that the release in use holds, if any
 * @throws where there is no list anywhere
 */
export async function answerStatusList(
  address: string,
  path: string,
  cacheStore: CacheStore,
  ofRelease: Response | undefined,
): Promise<Response> {
  const now = Date.now() / 1000;
  const here = [await cacheStore.get(path), ofRelease].map((copy) => copy?.text() ?? '');
  const kept = lastMade(await Promise.all(here), now);
  const asked = fetch(address, { cache: 'no-cache' }).then((answer) =>
    answer.ok ? answer.text() : '',
  );
  const late = new Promise<string>((resolve) => kept && setTimeout(resolve, PATIENCE, ''));
  const came = await Promise.race([kept ? asked.catch(() => '') : asked, late]);
  const list = lastMade([kept, came], now);
  // Without room it is told all the same.
  if (list !== kept) await cacheStore.put(path, new Response(list)).catch(() => undefined);
  if (list === '') throw new Error(`There is no list at ${path}.`);
  return new Response(list);
}
