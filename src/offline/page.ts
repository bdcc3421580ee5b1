// The page-side half: fetched once a page has come to rest. It registers the worker, asks it to keep the course,
// and tells listeners what the worker says. Registered nowhere where it cannot work: local files, frames, blocked storage.
import type { CacheReport, InstallFailure, Kept, PageRequest } from './message.ts';
import { workerAddress } from './worker-address.ts';

/** What a page can know about the copy of the course on this phone. */
export interface OfflineState {
  /**
   * `waiting` until the worker has spoken; `impossible` where this browser or address allows none; `cut` and `full`
   * where a first worker found other files than were built, or no room.
   */
  phase: 'waiting' | 'impossible' | 'known' | InstallFailure['failed'];
  kept: readonly Kept[];
  /** Whether a newer release is here and waits for consent. */
  hasNewer: boolean;
  /** Whether the phone is set to save data, so that nothing large is fetched unasked. */
  isSaving: boolean;
}

/** The browser's own question whether to put a site on the home screen. */
export interface InstallQuestion extends Event {
  prompt(): Promise<unknown>;
}

let state: OfflineState = {
  phase: 'waiting',
  kept: [],
  hasNewer: false,
  isSaving: Boolean((navigator as { connection?: { saveData?: boolean } }).connection?.saveData),
};
let registration: ServiceWorkerRegistration | undefined;
let installQuestion: InstallQuestion | null = null;
let isSwitching = false;
const listeners = new Set<() => void>();

function become(change: Partial<OfflineState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

/** What is known now. */
export const offlineState = (): OfflineState => state;

/** The question of the home screen, where the browser has offered it and it was not asked yet. */
export const questionToInstall = (): InstallQuestion | null => installQuestion;

/** Hears of every change. */
export function onOffline(listener: () => void): void {
  listeners.add(listener);
}

/** Asks the worker to put a language on this phone; without `isAsked` only where it would not surprise. */
export function keep(lang: string, isAsked: boolean): void {
  ask(registration?.active, { does: 'keep', lang, at: placeOf(location.pathname), isAsked });
}

/** Has it noted that somebody was told that a language is whole, so that it is said once. */
export function noteSaid(lang: string): void {
  ask(registration?.active, { does: 'said', lang });
}

/** Switches to the newer release, after the learner's consent, and shows this page anew. */
export function switchRelease(): void {
  isSwitching = true;
  // The browser may have made the newer release's worker the active one while no page was open.
  ask(registration?.waiting ?? registration?.active, { does: 'switch' });
}

function ask(worker: ServiceWorker | null | undefined, asked: PageRequest): void {
  worker?.postMessage(asked);
}

function placeOf(path: string): string {
  return path.slice(import.meta.env.BASE_URL.replace(/\/?$/, '/').length);
}

async function start(): Promise<void> {
  const { serviceWorker } = navigator;
  const isPossible = serviceWorker && window === window.top && isSecureContext;
  // While pages are drawn from their sources there is no worker.
  if (!isPossible || import.meta.env.DEV) throw new Error('no worker here');
  const hasWaiting = () => Boolean(registration?.waiting && registration.active);
  serviceWorker.addEventListener(
    'message',
    ({ data }: MessageEvent<CacheReport | InstallFailure>) => {
      if ('failed' in data) {
        // Where a worker is in use already, what it keeps goes on to hold.
        if (!serviceWorker.controller && !registration?.active) become({ phase: data.failed });
        return;
      }
      const hasNewer = data.hasNewer || hasWaiting();
      if (isSwitching && !hasNewer) location.reload();
      become({ phase: 'known', kept: data.kept, hasNewer });
    },
  );
  serviceWorker.startMessages();
  registration = await serviceWorker.register(workerAddress(), { updateViaCache: 'none' });
  const look = () => {
    if (hasWaiting()) become({ hasNewer: true });
  };
  const watch = () => registration?.installing?.addEventListener('statechange', look);
  registration.addEventListener('updatefound', watch);
  watch();
  look();
  await serviceWorker.ready;
  if (state.isSaving) ask(registration.active, { does: 'tell' });
  else keep(document.documentElement.lang, false);
}

window.addEventListener('beforeinstallprompt', (event) => {
  // The browser's own banner may come at any moment, also within a practice; ours comes after a check.
  event.preventDefault();
  installQuestion = event as InstallQuestion;
  become({});
});
start().catch(() => become({ phase: 'impossible' }));
// A worker that says nothing, such as one that has taken itself away, keeps nothing.
setTimeout(() => {
  if (state.phase === 'waiting') become({ phase: 'impossible' });
}, 15_000);
