import { memoryEngine } from './memory-engine.ts';
import { keysOf, SPACE } from './space.ts';

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

const PROBE = 'probe';

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
  const names = () =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return {
    trouble: null,
    get: (key) => tried(() => storage.getItem(SPACE + key), null),
    set(key, value) {
      try {
        storage.setItem(SPACE + key, value);
        return storage.getItem(SPACE + key) === value ? null : 'unread';
      } catch (error) {
        return isFull(error) ? 'full' : 'blocked';
      }
    },
    remove: (key) => tried(() => storage.removeItem(SPACE + key), undefined),
    keys: () => tried(() => keysOf(names()), []),
  };
}
