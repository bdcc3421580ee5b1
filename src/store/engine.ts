/** Why something could not be kept: refused by the browser, no room, or read back differently. */
export type Trouble = 'blocked' | 'full' | 'unread';

/** The four calls of a `Storage` that the record needs; `length` and `key` list what is there. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Guarded storage of one copy of the course: none of its calls throws, and keys are those below its space. */
export interface Engine {
  /** Why values live in memory only; null where they are stored. */
  readonly trouble: Trouble | null;
  get(key: string): string | null;
  /** Writes and reads back. @returns null when the very same text came back, else why not */
  set(key: string, value: string): Trouble | null;
  remove(key: string): void;
  keys(): string[];
}

/** What stands before every key in the browser's storage. */
export const SPACE = 'dastak.';

const PROBE = 'probe';

const isFull = (error: unknown) =>
  error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);

/** The names of some keys below a space, without it. */
const below = (space: string, names: readonly string[]): string[] =>
  names.filter((name) => name.startsWith(space)).map((name) => name.slice(space.length));

/**
 * Opens a storage that may be blocked, absent or full.
 * @param door gives the storage; it may throw, as reading `window.localStorage` does where site data is blocked
 * @param tab keeps the values of the in-memory fallback while the tab lives, see `memoryEngine`
 */
export function openEngine(door: () => StorageLike | null, tab?: { name: string }): Engine {
  try {
    const storage = door();
    if (!storage) return memoryEngine('blocked', tab);
    const engine = guard(storage, SPACE);
    // Values that are there prove that writing works, or did; only an empty storage is probed.
    if (engine.keys().length > 0) return engine;
    const trouble = engine.set(PROBE, PROBE);
    engine.remove(PROBE);
    return trouble ? memoryEngine(trouble, tab) : engine;
  } catch {
    return memoryEngine('blocked', tab);
  }
}

function guard(storage: StorageLike, space: string): Engine {
  const tried = <Value>(work: () => Value, otherwise: Value): Value => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const names = () =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return {
    trouble: null,
    get: (key) => tried(() => storage.getItem(space + key), null),
    set(key, value) {
      try {
        storage.setItem(space + key, value);
        return storage.getItem(space + key) === value ? null : 'unread';
      } catch (error) {
        return isFull(error) ? 'full' : 'blocked';
      }
    },
    remove: (key) => tried(() => storage.removeItem(space + key), undefined),
    keys: () => tried(() => below(space, names()), []),
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
      return values.get(SPACE + key) ?? null;
    },
    set(key, value) {
      hear();
      values.set(SPACE + key, value);
      remember();
      return null;
    },
    remove(key) {
      hear();
      values.delete(SPACE + key);
      remember();
    },
    keys() {
      hear();
      return below(SPACE, [...values.keys()]);
    },
  };
}
