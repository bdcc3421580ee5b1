import { base64urlToBytes } from '../domain/base64url.ts';
import type { CacheStore } from './cache-store.ts';

/** So long the net is waited for where a copy of a list is here. */
const PATIENCE = 8_000;
/** A list that says it was made later than this after now would stand in the way of every true one. */
const CLOCK_SLACK = 24 * 60 * 60;

/** Whether a path below the scope is that of a list of withdrawn credentials. */
export const isStatusList = (path: string): boolean => /^status\/[^/]+\.jwt$/.test(path);

/**
 * Of several copies of a list the one that was made last; whoever reads it checks its signature.
 * @param now in seconds
 * @returns empty where none of the texts is a list, such as the sign-in page of a network
 */
export function lastMade(texts: readonly string[], now: number): string {
  let [last, latest] = ['', 0];
  for (const text of texts) {
    const made = madeAt(text);
    if (made > latest && made <= now + CLOCK_SLACK) [last, latest] = [text, made];
  }
  return last;
}

function madeAt(text: string): number {
  const [, payload = ''] = text.split('.');
  try {
    const bytes = base64urlToBytes(payload) ?? new Uint8Array();
    return Number(JSON.parse(new TextDecoder().decode(bytes)).nbf) || 0;
  } catch {
    return 0;
  }
}

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
