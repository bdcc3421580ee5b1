// The service worker. It answers from what is kept, and from the net whatever is not; it never answers one page
// with another, except with the page that says that there is no net. Pages come from the release in use, which changes
// only when a learner asks for it: a browser may exchange the worker itself at any moment at which no page is open,
// and a page that the phone put to sleep within a conversation is not open then.
import { addressOf } from '../domain/release.ts';
import { filesOfNotes } from './cache-index.ts';
import { openCacheStore } from './cache-store.ts';
import { downloadFiles } from './download.ts';
import type { CacheReport, InstallFailure, PageRequest } from './message.ts';
import { downloadRelease, downloadUpdate, fetchRelease, keptOf, type Listed } from './precache.ts';
import { reasonOf } from './verified.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written in by the build: the hash of all lists; each language's list; the page without net and what it needs. */
declare const RELEASE: string;
declare const LISTS: Readonly<Record<string, Listed>>;
declare const SHELL: Readonly<Record<string, string>>;

const OFFLINE = 'offline/';
const { scope } = self.registration;
const cacheStore = openCacheStore(scope);
const loading = new Set<string>();
/** Languages for which there was not even room for a note. */
const noRoom = new Set<string>();
let files: Promise<Map<string, string>> | undefined;

/** Every address that the release in use answers itself, and hashed files of the one before. */
function known(): Promise<Map<string, string>> {
  files ??= (async () => {
    const open = await cacheStore;
    return new Map([...(await open.before()), ...filesOfNotes([await open.note(await release())])]);
  })();
  return files;
}

/** The release in use; this worker's own before any is. */
async function release(): Promise<string> {
  return (await (await cacheStore).inUse()) ?? RELEASE;
}

async function install(): Promise<void> {
  const open = await cacheStore;
  try {
    await downloadFiles(open, scope, SHELL, await open.hashes());
    const note = await downloadUpdate(open, scope, await open.otherNotes(RELEASE), LISTS);
    await open.write(RELEASE, { '': { parts: [{ id: '', files: SHELL, bytes: 0 }] }, ...note });
  } catch (error) {
    // A half-filled copy takes room and helps nobody; what the release in use keeps stays.
    await open.sweep();
    await send({ failed: reasonOf(error) });
    throw error;
  }
}

async function activate(): Promise<void> {
  const open = await cacheStore;
  // Where the browser has thrown away what was in use, nobody is to be asked.
  if (Object.keys(await open.note(await release())).length === 0) await open.use(RELEASE);
  if ((await release()) === RELEASE) await takeOver();
  await self.clients.claim();
  await tell();
}

async function takeOver(): Promise<void> {
  const open = await cacheStore;
  await open.use(RELEASE);
  await open.settle(RELEASE);
  files = undefined;
}

/** Takes this worker's release into use, whether it waits or is active already. */
async function switchRelease(): Promise<void> {
  await (await cacheStore).use(RELEASE);
  if (self.registration.waiting) return self.skipWaiting();
  await takeOver();
  await tell();
}

async function answer(request: Request, path: string): Promise<Response> {
  const isPage = request.mode === 'navigate';
  const open = await cacheStore;
  const all = await known();
  const address = addressOf(all, path);
  const kept = address !== undefined && (await open.get(all.get(address) ?? ''));
  if (kept && isPage && address === `${path}/`) {
    return Response.redirect(scope + address + new URL(request.url).search);
  }
  if (kept) return kept;
  try {
    // A sign-in page of a network may ask to be kept for hours; the browser's own cache would go on showing it.
    return await fetch(request, { cache: 'no-cache' });
  } catch (error) {
    const offline = isPage && (await open.get(all.get(OFFLINE) ?? ''));
    // What is no page, such as an icon, may still lie in the browser's own cache; a page from there is not to be trusted.
    if (!offline && !isPage) return fetch(request, { cache: 'force-cache' });
    if (!offline) throw error;
    return offline;
  }
}

async function tell(to?: Client): Promise<void> {
  const open = await cacheStore;
  const used = await release();
  const note = await open.note(used);
  const has = await open.hashes();
  const said = await open.said();
  const kept = Object.entries(LISTS).map(([lang, listed]) => {
    const now = loading.has(lang) ? 'loading' : noRoom.has(lang) ? 'full' : null;
    return { ...keptOf(lang, listed, note[lang], has, now), isSaid: said.includes(lang) };
  });
  const report: CacheReport = { kept, hasNewer: used !== RELEASE };
  await send(report, to);
}

async function send(message: CacheReport | InstallFailure, to?: Client): Promise<void> {
  for (const client of to ? [to] : await self.clients.matchAll({ includeUncontrolled: true })) {
    client.postMessage(message);
  }
}

async function keep({ lang, at, isAsked }: Extract<PageRequest, { does: 'keep' }>): Promise<void> {
  const open = await cacheStore;
  const note = await open.note(RELEASE);
  const listed = LISTS[lang];
  const isFirst = Object.keys(note).every((one) => one === '');
  const isMeant = isAsked || (note[lang] ? !note[lang].isFull : isFirst);
  // Lists are those of this worker's release; before it is in use nothing is added to another.
  if (!listed || !isMeant || loading.has(lang) || (await release()) !== RELEASE) return tell();
  loading.add(lang);
  noRoom.delete(lang);
  await tell();
  try {
    const list = note[lang] ?? (await fetchRelease(scope, listed));
    const noted = async (isFull: boolean) => ({
      ...(await open.note(RELEASE)),
      [lang]: { ...list, isFull },
    });
    await open.write(RELEASE, await noted(false));
    files = undefined;
    await open.reserve(await noted(true));
    const why = await downloadRelease(open, scope, list, at, tell);
    await open.release();
    if (why === 'full') {
      await open.write(RELEASE, await noted(true));
      await open.sweep();
    }
  } catch (error) {
    // What has come stays; the next page that is opened asks again.
    if (reasonOf(error) === 'full') noRoom.add(lang);
  }
  loading.delete(lang);
  await tell();
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  // Whoever asks for what the net has now, such as the latest withdrawals, gets nothing that was kept.
  if (request.method !== 'GET' || request.cache === 'reload') return;
  if (!request.url.startsWith(scope)) return;
  const [path = ''] = request.url.slice(scope.length).split(/[?#]/, 1);
  event.respondWith(answer(request, path));
});
self.addEventListener('message', (event) => {
  const asked = event.data as PageRequest;
  if (asked.does === 'keep') event.waitUntil(keep(asked));
  else if (asked.does === 'switch') event.waitUntil(switchRelease());
  else if (asked.does === 'said') event.waitUntil(cacheStore.then((open) => open.say(asked.lang)));
  else if (event.source) event.waitUntil(tell(event.source as Client));
});
