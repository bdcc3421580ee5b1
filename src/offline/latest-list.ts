import { lastMade } from '../domain/last-made.ts';
import { cacheName } from './cache-store.ts';

/** So long the net is waited for, in milliseconds. */
const PATIENCE = 8_000;

/**
 * The latest list of withdrawn credentials that can be had. A release waits for consent, but a withdrawal must not: the
 * net is asked past the worker, and what it gave last is kept beside the releases.
 * @param address of the list, with its origin
 * @param isOnline whether the net is worth asking
 * @returns null where there is none
 */
export async function latestList(address: string, isOnline: boolean): Promise<string | null> {
  const [, scope = '', path = ''] = /^(.*\/)(status\/[^/]+)$/.exec(address) ?? [];
  // Pages that came without https have no caches.
  const cache = await globalThis.caches?.open(cacheName(scope)).catch(() => undefined);
  const late = new Promise<string>((resolve) => setTimeout(resolve, PATIENCE, ''));
  const asked = (cache: RequestCache) => {
    const answer = fetch(address, { cache }).then((one) => (one.ok ? one.text() : ''));
    return Promise.race([answer, late]).catch(() => '');
  };
  const place = `${scope}_kept/${path}`;
  const texts = await Promise.all([
    cache?.match(place).then((kept) => kept?.text() ?? ''),
    asked('default'),
    isOnline ? asked('reload') : '',
  ]);
  const found = texts.flatMap((text) => text || []);
  const list = lastMade(found, Date.now() / 1000);
  // Without room it is told all the same.
  if (list && list !== texts[0]) await cache?.put(place, new Response(list)).catch(() => undefined);
  return list || found[0] || null;
}
