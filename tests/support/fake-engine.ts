import type { StorageLike } from '../../src/store/engine.ts';

/** What goes wrong in a fake storage, and when. */
export interface Problems {
  /** Characters of all values together that fit; more throws a quota error. */
  room: number;
  /** The page dies at this operation, counted from now; the operation itself is not done. */
  killIn: number | null;
  /** If the page dies at a write: how many characters of the new value arrive nevertheless. */
  torn: number | null;
  /** The next so many writes arrive with their last character missing, without any error. */
  garble: number;
}

/** A `Storage` in memory, for tests, that fails on demand. */
export interface FakeStorage extends StorageLike {
  /** The values as they stand on the disk; tests may damage them. */
  readonly values: Map<string, string>;
  readonly problems: Problems;
  /** Whether the page that used it has died; then every call throws until `revive`. */
  readonly isDead: boolean;
  /** Opens the storage for a new page. */
  revive(): void;
}

// Made once: where a property kills thousands of pages, their stacks would take most of its time.
const isDying = new Error('This page died.');
const hasDied = new Error('This page is dead.');

/** Makes a storage that works until its `problems` are set. */
export function fakeStorage(): FakeStorage {
  const values = new Map<string, string>();
  const problems: Problems = {
    room: Number.POSITIVE_INFINITY,
    killIn: null,
    torn: null,
    garble: 0,
  };
  let isDead = false;

  /** Counts an operation. @returns whether the page dies in it */
  const dies = (): boolean => {
    if (isDead) throw hasDied;
    if (problems.killIn === null || problems.killIn-- > 0) return false;
    problems.killIn = null;
    isDead = true;
    return true;
  };
  const step = () => {
    if (dies()) throw isDying;
  };
  const size = () => [...values].reduce((sum, [key, value]) => sum + key.length + value.length, 0);

  return {
    values,
    problems,
    get isDead() {
      return isDead;
    },
    revive() {
      isDead = false;
      problems.killIn = null;
      problems.torn = null;
    },
    get length() {
      step();
      return values.size;
    },
    key(index) {
      step();
      return [...values.keys()][index] ?? null;
    },
    getItem(key) {
      step();
      return values.get(key) ?? null;
    },
    setItem(key, value) {
      if (dies()) {
        if (problems.torn !== null) values.set(key, value.slice(0, problems.torn));
        throw new Error('This page died while it was writing.');
      }
      const grown = size() - (values.get(key)?.length ?? -key.length) + value.length;
      if (grown > problems.room) throw new DOMException('No room is left.', 'QuotaExceededError');
      values.set(key, problems.garble-- > 0 ? value.slice(0, -1) : value);
    },
    removeItem(key) {
      step();
      values.delete(key);
    },
  };
}
