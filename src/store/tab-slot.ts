import type { Engine } from './engine.ts';
import { type Format, readSlot, toSlot } from './slot.ts';

/**
 * What tabs have written and no second copy has confirmed, each under a key of its own that no other tab writes to. Tabs
 * in processes of their own may write over each other's slots, and a tab that is then loaded anew forgets what it wrote.
 */
export interface TabSlot<Entry> {
  /** What all tabs have left here. */
  read(): readonly Entry[];
  /** Whether any tab has left something. */
  isFilled(): boolean;
  /** Adds what this tab is about to write. */
  add(entries: readonly Entry[]): void;
  /** Removes the keys of tabs whose entries are all on disk. */
  confirm(onDisk: readonly Entry[]): void;
  /** Removes the keys of other tabs whose entries all stand in the slots, where there is no second copy. */
  settle(inSlots: readonly Entry[]): void;
  erase(): void;
}

/**
 * Opens the keys `<prefix>.tab-<tab>`.
 * @param tab names this tab; without it nothing is kept
 */
export function openTabSlot<Entry>(
  engine: Engine,
  prefix: string,
  format: Format<Entry>,
  tab: string | undefined,
): TabSlot<Entry> {
  const start = `${prefix}.tab-`;
  const own = tab === undefined ? '' : start + tab;
  const keys = () => engine.keys().filter((key) => key.startsWith(start));
  const slotAt = (key: string) => readSlot(format, engine.get(key));
  const entriesAt = (key: string) => slotAt(key).entries;
  function removeFound(among: readonly string[], safe: readonly Entry[]): void {
    if (among.length === 0) return;
    const there = new Set(safe.map(format.keyOf));
    for (const key of among) {
      const { state, entries } = slotAt(key);
      // A newer version may have written entries that this one cannot read.
      if (state !== 'newer' && entries.every((entry) => there.has(format.keyOf(entry))))
        engine.remove(key);
    }
  }
  return {
    read: () => format.merge(...keys().map(entriesAt)),
    isFilled: () => keys().length > 0,
    add(entries) {
      if (!own || entries.length === 0) return;
      const before = slotAt(own);
      if (before.state !== 'newer')
        engine.set(own, toSlot(format, 1, format.merge(before.entries, entries)));
    },
    confirm: (onDisk) => removeFound(keys(), onDisk),
    settle: (inSlots) =>
      removeFound(
        keys().filter((key) => key !== own),
        inSlots,
      ),
    erase() {
      for (const key of keys()) engine.remove(key);
    },
  };
}
