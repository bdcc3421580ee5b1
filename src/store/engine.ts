import { memoryEngine } from './memory-engine.ts';
import { keysOf } from './space.ts';

/** Why something could not be kept: refused by the browser, no room, or read back differently. */
export type Trouble = 'blocked' | 'full' | 'unread';

/** The four calls of a `Storage` that the record needs; `length` and `key` list what is there. */
export type StorageLike = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Guarded storage of one copy of the course: none of its calls throws, and keys are those below its space. */
export interface Engine {
  /** Why values live in memory only; null where they are stored. */
  readonly trouble: Trouble | null;
  /** Whether it has just taken over what an earlier release kept under names that all copies of the course shared. */
  readonly hasAdopted?: boolean;
  get(key: string): string | null;
  /** Writes and reads back. @returns null when the very same text came back, else why not */
  set(key: string, value: string): Trouble | null;
  remove(key: string): void;
  keys(): string[];
  /** Whether the storage answers and holds no key at all. */
  isEmpty(): boolean;
}

const PROBE = 'probe';

const isFull = (error: unknown) =>
  error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);

/**
 * Opens a storage that may be blocked, absent or full.
 * @param door gives the storage; it may throw, as reading `window.localStorage` does where site data is blocked
 * @param space what stands before every key, see `spaceOf`
 * @param tab keeps the values of the in-memory fallback while the tab lives, see `memoryEngine`
 */
export function openEngine(
  door: () => StorageLike | null,
  space: string,
  tab?: { name: string },
): Engine {
  try {
    const storage = door();
    if (!storage) return memoryEngine('blocked', space, tab);
    const engine = storedEngine(storage, space);
    // Values that are there prove that writing works, or did; only an empty storage is probed.
    if (engine.keys().length > 0) return engine;
    const trouble = engine.set(PROBE, PROBE);
    engine.remove(PROBE);
    return trouble ? memoryEngine(trouble, space, tab) : engine;
  } catch {
    return memoryEngine('blocked', space, tab);
  }
}

/** A storage whose calls do not throw; it is not tried whether it works. */
export function storedEngine(storage: StorageLike, space: string): Engine {
  const tried = <Value>(work: () => Value, otherwise: Value): Value => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  const keys = () =>
    keysOf(
      space,
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''),
    );
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
    keys: () => tried(keys, []),
    isEmpty: () => tried(() => keys().length === 0, false),
  };
}
