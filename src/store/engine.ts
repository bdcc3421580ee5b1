/** Why something could not be kept: refused by the browser, no room, or read back differently. */
export type Trouble = 'blocked' | 'full' | 'unread';

/** The four calls of a `Storage` that the record needs; `length` and `key` list what is there. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Guarded storage: none of its calls throws. */
export interface Engine {
  /** Why values live in memory only; null where they are stored. */
  readonly trouble: Trouble | null;
  get(key: string): string | null;
  /** Writes and reads back. @returns null when the very same text came back, else why not */
  set(key: string, value: string): Trouble | null;
  remove(key: string): void;
  keys(): string[];
}

const PROBE = 'dastak.probe';

const isFull = (error: unknown) =>
  error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);

/**
 * Opens a storage that may be blocked, absent or full.
 * @param door gives the storage; it may throw, as reading `window.localStorage` does where site data is blocked
 * @param tab keeps the values of the in-memory fallback while the tab lives, see `memoryEngine`
 */
export function openEngine(door: () => StorageLike | null, tab?: { name: string }): Engine {
  try {
    const storage = door();
    if (!storage) return memoryEngine('blocked', tab);
    const engine = guard(storage);
    // Values that are there prove that writing works, or did; only an empty storage is probed.
    if (engine.keys().length > 0) return engine;
    const trouble = engine.set(PROBE, PROBE);
    engine.remove(PROBE);
    return trouble ? memoryEngine(trouble, tab) : engine;
  } catch {
    return memoryEngine('blocked', tab);
  }
}

function guard(storage: StorageLike): Engine {
  const tried = <Value>(work: () => Value, otherwise: Value): Value => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    trouble: null,
    get: (key) => tried(() => storage.getItem(key), null),
    set(key, value) {
      try {
        storage.setItem(key, value);
        return storage.getItem(key) === value ? null : 'unread';
      } catch (error) {
        return isFull(error) ? 'full' : 'blocked';
      }
    },
    remove: (key) => tried(() => storage.removeItem(key), undefined),
    keys: () =>
      tried(
        () =>
          Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(
            (key) => key.startsWith('dastak.'),
          ),
        [],
      ),
  };
}

const MARK = 'dastak:';

/**
 * An engine that stores nothing on the device. The tab's own name, which browsers clear when another site is
 * opened, carries the values from page to page.
 */
export function memoryEngine(trouble: Trouble, tab: { name: string } = { name: '' }): Engine {
  const values = new Map<string, string>();
  let heard = '';
  /** Another store of the same page may have written its own values beside these. */
  const hear = () => {
    if (tab.name === heard || !tab.name.startsWith(MARK)) return;
    heard = tab.name;
    values.clear();
    try {
      for (const [key, value] of JSON.parse(tab.name.slice(MARK.length))) {
        values.set(`${key}`, `${value}`);
      }
    } catch {
      values.clear();
    }
  };
  hear();
  const remember = () => {
    if (values.size > 0 || tab.name.startsWith(MARK)) {
      tab.name = values.size > 0 ? MARK + JSON.stringify([...values]) : '';
      heard = tab.name;
    }
  };
  return {
    trouble,
    get(key) {
      hear();
      return values.get(key) ?? null;
    },
    set(key, value) {
      hear();
      values.set(key, value);
      remember();
      return null;
    },
    remove(key) {
      hear();
      values.delete(key);
      remember();
    },
    keys() {
      hear();
      return [...values.keys()];
    },
  };
}
