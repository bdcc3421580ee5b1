import { openSpace } from './adopt.ts';
import { lazyCopy } from './lazy-copy.ts';
import { openStore, type Store } from './progress-store.ts';
import type { SecondCopy } from './second-copy.ts';
import { spaceOf } from './space.ts';

/** The name of the database that all copies of the course on one origin shared. */
const OLD_DATABASE = 'dastak';

/** What a page keeps things with. */
export interface Phone {
  /** Opens the storage of this copy of the course. */
  openStorage(): ReturnType<typeof openSpace>;
  readonly copy: SecondCopy;
  /** The store of the page, opened at its first use and bound to its other tabs. */
  store(): Store;
}

/**
 * Binds a page to the storage of its browser.
 * @param page the window
 * @param base the path below which this copy of the course lives
 */
export function bindPhone(page: Window & typeof globalThis, base: string): Phone {
  const space = spaceOf(base);
  const storage = () => page.localStorage;
  // In a frame the name belongs to the page around it, which may look its frame up by it.
  const tab = page === page.top ? page : { name: '' };
  const copy = lazyCopy(async () => {
    const { openPageCopy } = await import('./page-copy.ts');
    return openPageCopy(page, space, OLD_DATABASE);
  });

  function bindStore(): Store {
    const { locks } = page.navigator;
    const newId = () =>
      Array.from(page.crypto.getRandomValues(new Uint8Array(8)), (byte) =>
        (byte % 36).toString(36),
      ).join('');
    const store = openStore({
      storage,
      base,
      clock: Date.now,
      newId,
      tabId: newId(),
      tab,
      alone: (work) => {
        if (locks) locks.request(space, work).catch(work);
        else work();
      },
    });
    store.copyTo(copy);
    void copy.all().then((there) => there && store.restore(there));
    page.addEventListener('storage', ({ key, newValue }) => {
      if (key === null) store.refresh();
      else if (key.startsWith(space)) store.hear(key, newValue);
    });
    page.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) store.refresh();
    });
    page.addEventListener('pagehide', () => store.leave());
    page.document.addEventListener('visibilitychange', () => {
      if (page.document.visibilityState === 'hidden') store.leave();
    });
    return store;
  }

  let opened: Store | undefined;
  return {
    openStorage: () => openSpace(storage, base, tab),
    copy,
    store() {
      opened ??= bindStore();
      return opened;
    },
  };
}
