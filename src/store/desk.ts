/*
 * The life story of a register
 *
 * Shape. One row per learner in a database of its own: staff who send their claims to a coordinator are no part of
 * the coordinator's own learning record, and go neither into its codes nor with its erasure. Each row is a text with a
 * sum of its own. What was signed lies beside it by its serial, and is read one by one.
 *
 * Writing. A change writes the rows that it changes and no others, in one transaction of strict durability, each joined
 * with what stands there: two tabs, or a page that was asleep, lose nothing of each other. "Kept" is said when it is on
 * disk.
 *
 * Damage. A row whose sum does not hold is not shown and not deleted: before its place is taken it is put aside, and
 * how many there are is said at opening. A database of a newer release is left alone.
 *
 * Erasure. All rows go in one transaction that leaves the number of the erasure behind. A page that was open meanwhile
 * writes under an older number, and is refused: what was erased does not come back.
 */
import { type Entry, joinEntries } from '../domain/register.ts';
import { entryToRow, rowToEntry } from '../domain/register-row.ts';
import { keepDatabase } from './database.ts';

const ENTRIES = 'entries';
const CREDENTIALS = 'credentials';
const ASIDE = 'aside';
const PHONE = 'phone';
const ERASURES = 'erasures';
const SIGNS = 'signs';
const ALL = [ENTRIES, CREDENTIALS, ASIDE, PHONE];
/** Rows read at once: a page that reads fifty thousand in one go answers nobody meanwhile. */
const AT_ONCE = 5_000;

/** What became of a change; `erased` where the register was erased in another tab meanwhile. */
export type DeskKept = 'saved' | 'unsaved' | 'erased';

/** What a desk holds as it opens. */
export interface DeskReading {
  /** `blocked`: this browser keeps nothing. `newer`: kept by a newer release, which alone can read it. */
  readonly state: 'open' | 'blocked' | 'newer';
  readonly entries: readonly Entry[];
  /** Rows that could not be read; they stay where they are. */
  readonly damaged: number;
}

/** A register that this browser keeps. Nothing of it throws. */
export interface Desk {
  /** Reads everything. @param heard is called with how many were read so far */
  open(heard?: (count: number) => void): Promise<DeskReading>;
  /**
   * Writes entries, each joined with what is there, and credentials by serial.
   * @returns what became of it, and the entries as they are on disk now
   */
  keep(
    entries: readonly Entry[],
    credentials?: ReadonlyMap<string, string>,
  ): Promise<{ kept: DeskKept; entries: readonly Entry[] }>;
  /** What was signed under a serial here; undefined where it was signed elsewhere. */
  credential(serial: string): Promise<string | undefined>;
  /** Who signed last: name and post, and the institution; empty where nobody has. */
  signs(): Promise<readonly string[]>;
  rememberSigns(signs: readonly string[]): Promise<void>;
  /** Removes everything. @returns whether nothing can bring it back */
  erase(): Promise<boolean>;
}

/**
 * Opens the register of a browser.
 * @param factory gives the browser's `indexedDB`; it may throw or give nothing
 * @param name of the database
 * @param atOnce how many rows are read at once
 */
export function openDesk(
  factory: () => IDBFactory | undefined,
  name: string,
  atOnce = AT_ONCE,
): Desk {
  const transact = keepDatabase(factory, name, ALL);
  let erasures = 0;

  const held = (store: string, key: string): Promise<unknown> =>
    transact('readonly', (transaction) => {
      const found = transaction.objectStore(store).get(key);
      return () => found.result;
    }).catch(() => undefined);

  async function read(heard: (count: number) => void): Promise<DeskReading> {
    const entries: Entry[] = [];
    let damaged = 0;
    let after: IDBKeyRange | undefined;
    for (;;) {
      const [rows, keys, times] = await transact('readonly', (transaction) => {
        const store = transaction.objectStore(ENTRIES);
        const [rows, keys] = [store.getAll(after, atOnce), store.getAllKeys(after, atOnce)];
        const times = transaction.objectStore(PHONE).get(ERASURES);
        return () => [rows.result, keys.result, times.result] as const;
      });
      erasures = toTimes(times);
      for (const row of rows) {
        const entry = rowToEntry(row);
        if (entry) entries.push(entry);
        else damaged += 1;
      }
      const [last] = keys.slice(-1);
      if (last === undefined || keys.length < atOnce) return { state: 'open', entries, damaged };
      heard(entries.length);
      after = IDBKeyRange.lowerBound(last, true);
    }
  }

  return {
    async open(heard = () => undefined) {
      try {
        return await read(heard);
      } catch (error) {
        const isNewer = error instanceof Error && error.name === 'VersionError';
        return { state: isNewer ? 'newer' : 'blocked', entries: [], damaged: 0 };
      }
    },
    keep(entries, credentials = new Map()) {
      return transact<Awaited<ReturnType<Desk['keep']>>>('readwrite', (transaction) => {
        const joined: Entry[] = [];
        const times = transaction.objectStore(PHONE).get(ERASURES);
        const isErased = () => toTimes(times.result) !== erasures;
        times.onsuccess = () => {
          if (isErased()) return;
          for (const [serial, text] of credentials)
            transaction.objectStore(CREDENTIALS).put(text, serial);
          for (const entry of entries) joinRow(transaction, entry, joined);
        };
        return () =>
          isErased() ? { kept: 'erased', entries: [] } : { kept: 'saved', entries: joined };
      }).catch(() => ({ kept: 'unsaved', entries }));
    },
    async credential(serial) {
      const found = await held(CREDENTIALS, serial);
      return typeof found === 'string' ? found : undefined;
    },
    async signs() {
      const found = await held(PHONE, SIGNS);
      return Array.isArray(found) ? found.map(String) : [];
    },
    rememberSigns: (signs) =>
      transact('readwrite', (transaction) => {
        transaction.objectStore(PHONE).put([...signs], SIGNS);
        return () => undefined;
      }).catch(() => {
        // It is typed again.
      }),
    erase: () =>
      transact('readwrite', (transaction) => {
        const phone = transaction.objectStore(PHONE);
        const times = phone.get(ERASURES);
        let next = 0;
        times.onsuccess = () => {
          next = toTimes(times.result) + 1;
          for (const store of ALL) transaction.objectStore(store).clear();
          phone.put(next, ERASURES);
        };
        return () => {
          erasures = next;
          return true;
        };
      }).catch(() => false),
  };
}

const toTimes = (value: unknown) => (Number.isInteger(value) ? Number(value) : 0);

/** Puts an entry joined with the row that stands there; a row that cannot be read is put aside before. */
function joinRow(transaction: IDBTransaction, entry: Entry, joined: Entry[]): void {
  const store = transaction.objectStore(ENTRIES);
  const before = store.get(entry.learner);
  before.onsuccess = () => {
    const known = rowToEntry(before.result);
    if (!known && before.result !== undefined)
      transaction.objectStore(ASIDE).put(before.result, `${entry.learner} ${entryToRow(entry)}`);
    const both = known ? joinEntries(known, entry) : entry;
    if (both !== known) store.put(entryToRow(both), entry.learner);
    joined.push(both);
  };
}
