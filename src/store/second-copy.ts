import { mergeEvents, type ProgressEvent } from '../domain/progress.ts';
import { eventsToSlot, readSlot } from './journal.ts';

const NAME = 'dastak';
const RECORDS = 'records';

/**
 * A copy of each profile's record in IndexedDB. Browsers write localStorage to disk some seconds late; a phone that
 * ends the whole browser right after "saved" would lose the last answer. A transaction of strict durability is on
 * disk when it is complete. The copy is merged, never trusted: it holds the same summed text as a slot.
 */
export interface SecondCopy {
  /** Merges events into the copy of a profile; null deletes it. Throws where the browser has closed the base. */
  keep(profile: string, events: readonly ProgressEvent[] | null): void;
  /** What all copies hold, by profile; damaged ones give what can be read of them. */
  all(): Promise<[profile: string, events: readonly ProgressEvent[]][]>;
}

/**
 * Opens the second copy.
 * @param factory the browser's `indexedDB`, or undefined where there is none
 * @returns null where it is blocked; the record then lives by its slots alone
 */
export async function openSecondCopy(factory: IDBFactory | undefined): Promise<SecondCopy | null> {
  const base = await opened(factory).catch(() => null);
  if (!base) return null;
  const records = (mode: IDBTransactionMode) =>
    base.transaction(RECORDS, mode, { durability: 'strict' }).objectStore(RECORDS);
  return {
    keep(profile, events) {
      const store = records('readwrite');
      if (!events) {
        store.delete(profile);
        return;
      }
      const before = store.get(profile);
      before.onsuccess = () => {
        const held = read(before.result);
        // A copy of a newer version is left to that version.
        if (held.state !== 'newer') {
          store.put(eventsToSlot(1, mergeEvents(held.events, events)), profile);
        }
      };
    },
    async all() {
      const store = records('readonly');
      const [keys, texts] = await Promise.all([
        answered(store.getAllKeys()),
        answered(store.getAll()),
      ]);
      return keys.map((key, index) => [`${key}`, read(texts[index]).events]);
    },
  };
}

const read = (text: unknown) => readSlot(typeof text === 'string' ? text : null);

function opened(factory: IDBFactory | undefined): Promise<IDBDatabase | null> {
  if (!factory) return Promise.resolve(null);
  const request = factory.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(RECORDS);
  return answered(request);
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
