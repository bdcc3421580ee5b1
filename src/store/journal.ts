import type { Engine, Trouble } from './engine.ts';
import { type Format, readSlot, type Slot, toSlot } from './slot.ts';

/** What two slots hold together. */
export interface Reading<Entry> {
  /** `newer`: written by a later version of the course, to be left alone. */
  readonly state: 'empty' | 'valid' | 'damaged' | 'newer';
  readonly entries: readonly Entry[];
  /** Whether both slots hold all of it. */
  readonly isDouble: boolean;
}

/** Two slots, `<prefix>.a` and `<prefix>.b`, and damaged texts put aside in `<prefix>.kept-1` to `-4`. */
export interface Journal<Entry> {
  read(): Reading<Entry>;
  /**
   * Writes entries beside whatever the slots hold already; the older slot first, then the other.
   * @returns null when one slot at least was read back the same, else why not
   */
  write(entries: readonly Entry[]): Trouble | 'newer' | null;
  /** Removes slots and kept pieces. */
  erase(): void;
}

const SIDES = ['a', 'b'] as const;
/** Places for damaged texts; a piece that is still needed is never written over. */
const PLACES = ['1', '2', '3', '4'] as const;

/** Opens the journal of one list. */
export function openJournal<Entry>(
  engine: Engine,
  prefix: string,
  format: Format<Entry>,
): Journal<Entry> {
  const slotKey = (side: string) => `${prefix}.${side}`;
  const keptKey = (place: string) => `${prefix}.kept-${place}`;
  // Parsing is the dear part of reading: a text that has not changed, or that the other slot has too, is parsed once.
  const parsed = new Map<string, { text: string | null; slot: Slot<Entry> }>();

  const slotAt = (side: string) => {
    const key = slotKey(side);
    const text = engine.get(key);
    const known = [...parsed.values()].find((one) => one.text === text);
    const slot = known?.slot ?? readSlot(format, text);
    parsed.set(key, { text, slot });
    return { side, text, slot };
  };
  const kept = (place: string) => engine.get(keptKey(place)) ?? '';
  const keysIn = (entries: readonly Entry[]) => new Set(entries.map(format.keyOf));

  function read(): { slots: ReturnType<typeof slotAt>[]; reading: Reading<Entry> } {
    const slots = SIDES.map(slotAt);
    const entries = format.merge(
      ...slots.map(({ slot }) => slot.entries),
      ...PLACES.map((place) => format.salvage(kept(place))),
    );
    const has = (state: Slot<Entry>['state']) => slots.some(({ slot }) => slot.state === state);
    const state = (['newer', 'damaged', 'valid'] as const).find(has) ?? 'empty';
    const isDouble = slots.every(({ slot }) => {
      if (slot.state === 'valid' && slot.entries === entries) return true;
      const there = keysIn(slot.entries);
      return slot.state === 'valid' && entries.every((entry) => there.has(format.keyOf(entry)));
    });
    return { slots, reading: { state, entries, isDouble } };
  }

  /** Puts a damaged text aside before its slot is written. @returns whether nothing is lost by writing */
  function keepAside({ text, slot }: ReturnType<typeof slotAt>, safe: readonly Entry[]): boolean {
    if (slot.state !== 'damaged' || text === null) return true;
    const there = keysIn(safe);
    const isNeeded = (piece: string) =>
      format.merge(safe, format.salvage(piece)).some((entry) => !there.has(format.keyOf(entry)));
    if (PLACES.some((place) => kept(place) === text)) return true;
    const place = PLACES.find((one) => !isNeeded(kept(one)));
    return (place && engine.set(keptKey(place), text) === null) || !isNeeded(text);
  }

  return {
    read: () => read().reading,
    write(entries) {
      const { slots, reading } = read();
      if (reading.state === 'newer') return 'newer';
      const valid = slots.filter(({ slot }) => slot.state === 'valid');
      const safe = format.merge(...valid.map(({ slot }) => slot.entries));
      const seq = Math.max(...slots.map(({ slot }) => slot.seq)) + 1;
      const all = format.merge(reading.entries, entries);
      const text = toSlot(format, seq, all);
      slots.sort((one, other) => one.slot.seq - other.slot.seq);
      let trouble: Trouble | null = null;
      for (const [index, slot] of slots.entries()) {
        const failure = keepAside(slot, safe) ? engine.set(slotKey(slot.side), text) : 'full';
        if (index === 0) trouble = failure;
        if (!failure)
          parsed.set(slotKey(slot.side), { text, slot: { state: 'valid', seq, entries: all } });
        // The second slot may hold the only good copy, so it is left alone unless the first one is sure.
        if (trouble) break;
      }
      return trouble;
    },
    erase() {
      for (const side of SIDES) engine.remove(slotKey(side));
      for (const place of PLACES) engine.remove(keptKey(place));
    },
  };
}
