import { openStore, type Store } from './progress-store.ts';

let opened: Store | undefined;

/** The one store of this page, opened at its first use and bound to this browser's storage and its other tabs. */
export function store(): Store {
  if (opened) return opened;
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
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith('dastak.')) bound.refresh();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) bound.refresh();
  });
  opened = bound;
  return bound;
}
