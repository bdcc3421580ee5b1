import { openStore, type Store } from './progress-store.ts';
import { openSecondCopy } from './second-copy.ts';

let opened: Store | undefined;

/** The one store of this page, opened at its first use and bound to this browser's storage and its other tabs. */
export function store(): Store {
  if (opened) return opened;
  // Where reading `indexedDB` throws, as it may with site data blocked, there is no second copy.
  const copy = Promise.resolve()
    .then(() => openSecondCopy(window.indexedDB))
    .catch(() => null);
  const bound = openStore({
    storage: () => window.localStorage,
    clock: Date.now,
    newId: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
        (byte % 36).toString(36),
      ).join(''),
    // In a frame the name belongs to the page around it, which may look its frame up by it.
    tab: window === window.top ? window : { name: '' },
    alone: (work) => {
      if (navigator.locks) navigator.locks.request('dastak', work).catch(work);
      else work();
    },
  });
  // A second copy that cannot be written is no loss: the slots hold the record.
  bound.copyTo(
    (profile, events) =>
      void copy.then((second) => second?.keep(profile, events)).catch(() => undefined),
  );
  void copy
    .then(async (second) => {
      for (const [profile, events] of (await second?.all()) ?? []) bound.restore(profile, events);
    })
    .catch(() => undefined);
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith('dastak.')) bound.refresh();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) bound.refresh();
  });
  opened = bound;
  return bound;
}
