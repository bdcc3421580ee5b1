import { openSpace } from './adopt.ts';
import { type OurNumbers, openOurNumbers } from './our-numbers.ts';
import { openStore, type Store } from './progress-store.ts';
import { openSecondCopy } from './second-copy.ts';
import { spaceOf } from './space.ts';

/** The name of the database that all copies of the course on one origin shared. */
const OLD_DATABASE = 'dastak';

/** What a page keeps on the phone, each opened at its first use. */
export interface Phone {
  store(): Store;
  ourNumbers(): OurNumbers;
}

/**
 * Binds the store to a browser's storage, its second copy and its other tabs.
 * @param page the window
 * @param base the path below which this copy of the course lives
 */
export function bindPhone(page: Window & typeof globalThis, base: string): Phone {
  const space = spaceOf(base);
  const storage = () => page.localStorage;
  // In a frame the name belongs to the page around it, which may look its frame up by it.
  const tab = page === page.top ? page : { name: '' };
  const copy = openSecondCopy(() => page.indexedDB, space, OLD_DATABASE);
  let copied: ReturnType<typeof copy.all> | undefined;
  /** What the second copy holds as the page opens. */
  const inCopy = () => {
    copied ??= copy.all();
    return copied;
  };

  function bindStore(): Store {
    const { locks } = page.navigator;
    const store = openStore({
      storage,
      base,
      clock: Date.now,
      newId: () =>
        Array.from(page.crypto.getRandomValues(new Uint8Array(8)), (byte) =>
          (byte % 36).toString(36),
        ).join(''),
      tab,
      alone: (work) => {
        if (locks) locks.request(space, work).catch(work);
        else work();
      },
    });
    store.copyTo(copy);
    void inCopy().then((there) => there && store.restore(there));
    page.addEventListener('storage', ({ key }) => {
      if (key === null || key.startsWith(space)) store.refresh();
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

  function bindNumbers(): OurNumbers {
    const numbers = openOurNumbers(openSpace(storage, base, tab), copy.keepNumbers);
    void inCopy().then((there) => there && numbers.restore(there.numbers));
    return numbers;
  }

  let store: Store | undefined;
  let numbers: OurNumbers | undefined;
  return {
    store() {
      store ??= bindStore();
      return store;
    },
    ourNumbers() {
      numbers ??= bindNumbers();
      return numbers;
    },
  };
}
