import type { ProgressEvent } from '../domain/progress.ts';
import { keepDatabase, readDatabase } from './database.ts';
import { eventsFormat } from './migrate.ts';
import { type Format, readSlot, type Slot, toSlot } from './slot.ts';

const RECORDS = 'records';
const PHONE = 'phone';
const NUMBERS = 'numbers';
const SHARED = 'shared';
const ADOPTED = 'adopted';
/** In the place of an erased record, for ever: nothing is put over it. */
const TOMBSTONE = 'erased';

/** What a second copy holds. */
export interface Copied {
  /** Events by profile; of damaged copies what can be read of them. */
  readonly records: readonly (readonly [profile: string, events: readonly ProgressEvent[]])[];
  readonly erased: readonly string[];
  /** The text by which `profiles.ts` remembers whether the phone is shared. */
  readonly shared: string | null;
  /** The slot of the own numbers of the hostel. */
  readonly numbers: string | null;
}

/**
 * A copy of what a phone keeps in IndexedDB. Browsers write localStorage to disk some seconds late; a phone that ends
 * the whole browser right after "saved" would lose the last answer, and bring back what was just erased. A transaction
 * of strict durability is on disk when it is complete: each of these promises then gives true, and false where the
 * copy could not be written. Copies are merged, never trusted: they hold the same summed texts as slots.
 */
export interface SecondCopy {
  /** Merges events into the copy of a profile, unless that was erased. */
  keep(profile: string, events: readonly ProgressEvent[]): Promise<boolean>;
  erase(profile: string): Promise<boolean>;
  share(text: string): Promise<boolean>;
  /** Merges entries into the slot of the own numbers. */
  keepNumbers<Entry>(format: Format<Entry>, entries: readonly Entry[]): Promise<boolean>;
  all(): Promise<Copied | null>;
}

/**
 * Opens the second copy; where the browser refuses, every promise gives false.
 * @param factory gives the browser's `indexedDB`; it may throw or give nothing
 * @param name of the database
 * @param oldName of the database that all copies on one origin shared; the first that finds it takes it over
 */
export function openSecondCopy(
  factory: () => IDBFactory | undefined,
  name: string,
  oldName: string,
): SecondCopy {
  const transact = keepDatabase(factory, name, [RECORDS, PHONE]);
  const written = (work: (records: IDBObjectStore, phone: IDBObjectStore) => void) =>
    transact('readwrite', (transaction) => {
      work(transaction.objectStore(RECORDS), transaction.objectStore(PHONE));
      return () => true;
    }).catch(() => false);

  async function read(): Promise<{ copied: Copied; isAdopted: boolean } | null> {
    return transact('readonly', (transaction) => {
      const records = transaction.objectStore(RECORDS);
      const phone = transaction.objectStore(PHONE);
      const [keys, texts] = [records.getAllKeys(), records.getAll()];
      const [shared, numbers, adopted] = [SHARED, NUMBERS, ADOPTED].map((key) => phone.get(key));
      return () => {
        const all = keys.result.map((key, index) => [`${key}`, texts.result[index]] as const);
        return {
          isAdopted: adopted?.result !== undefined,
          copied: {
            records: all.map(([id, text]) => [id, slotOf(eventsFormat, text).entries] as const),
            erased: all.filter(([, text]) => text === TOMBSTONE).map(([id]) => id),
            shared: textOf(shared?.result),
            numbers: textOf(numbers?.result),
          },
        };
      };
    }).catch(() => null);
  }

  async function adopt(): Promise<void> {
    const texts = await readDatabase(factory(), oldName, RECORDS).catch(() => []);
    const isDone = await written((records, phone) => {
      for (const [id, text] of texts) merged(records, id, eventsFormat, slotOf(eventsFormat, text));
      phone.put('yes', ADOPTED);
    });
    if (isDone && texts.length > 0) factory()?.deleteDatabase(oldName);
  }

  return {
    keep: (profile, events) =>
      written((records) => merged(records, profile, eventsFormat, { entries: events })),
    erase: (profile) => written((records) => records.put(TOMBSTONE, profile)),
    share: (text) => written((_, phone) => phone.put(text, SHARED)),
    keepNumbers: (format, entries) =>
      written((_, phone) => merged(phone, NUMBERS, format, { entries })),
    async all() {
      const first = await read();
      if (!first || first.isAdopted) return first?.copied ?? null;
      await adopt();
      return (await read())?.copied ?? null;
    },
  };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

// Parsing is the dear part of reading, and every answer reads what the one before it has written.
const parsed = new WeakMap<object, { text: string; slot: Slot<unknown> }>();

/** The slot that a text holds; the last text of each format is parsed once. */
function slotOf<Entry>(format: Format<Entry>, text: unknown): Slot<Entry> {
  const written = textOf(text);
  const known = parsed.get(format);
  if (known && known.text === written) return known.slot as Slot<Entry>;
  const slot = readSlot(format, written);
  if (written !== null) parsed.set(format, { text: written, slot });
  return slot;
}

/** Merges entries into what stands under a key; a tombstone and a copy of a newer version are left alone. */
function merged<Entry>(
  store: IDBObjectStore,
  key: string,
  format: Format<Entry>,
  { entries }: { entries: readonly Entry[] },
): void {
  const before = store.get(key);
  before.onsuccess = () => {
    const held = slotOf(format, before.result);
    if (before.result === TOMBSTONE || held.state === 'newer') return;
    const all = format.merge(held.entries, entries);
    const text = toSlot(format, 1, all);
    store.put(text, key);
    parsed.set(format, { text, slot: { state: 'valid', seq: 1, entries: all } });
  };
}
