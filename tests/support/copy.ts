import type { ProgressEvent } from '../../src/domain/progress.ts';
import { mergeEvents } from '../../src/domain/progress.ts';
import type { Copied, SecondCopy } from '../../src/store/second-copy.ts';
import type { Copy } from '../../src/store/world.ts';

/** A second copy in memory, which forgets nothing when a storage is put back to an earlier state. */
export function fakeCopy() {
  const records = new Map<string, readonly ProgressEvent[]>();
  const erased = new Set<string>();
  let shared: string | null = null;
  const copy: Copy = {
    async keep(id, events) {
      if (!erased.has(id)) records.set(id, mergeEvents(records.get(id) ?? [], events));
      return true;
    },
    async erase(id) {
      erased.add(id);
      records.delete(id);
      return true;
    },
    async share(text) {
      shared = text;
      return true;
    },
  };
  const held = (): Omit<Copied, 'numbers'> => ({
    records: [...records],
    erased: [...erased],
    shared,
  });
  return { copy, held };
}

/** A second copy where the browser allows none. */
export const noCopy: SecondCopy = {
  keep: async () => false,
  erase: async () => false,
  share: async () => false,
  keepNumbers: async () => false,
  all: async () => null,
};
