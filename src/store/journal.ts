import { sum32 } from '../domain/id-hash.ts';
import { eventKey, mergeEvents, type ProgressEvent } from '../domain/progress.ts';
import type { Engine, Trouble } from './engine.ts';
import { bodyToEvents, eventToRow, salvage, VERSION } from './migrate.ts';

/** What a slot's text turned out to be. */
export interface Slot {
  readonly state: 'empty' | 'valid' | 'damaged' | 'newer';
  readonly seq: number;
  /** All events of a valid slot; of a damaged or newer one those that could be read. */
  readonly events: readonly ProgressEvent[];
}

// The frame is the same in every version, so that an old page knows a newer slot from a damaged one.
const FRAME = /^\{"v":(\d+),"seq":(\d+),"sum":"([0-9a-z]+)",(.*)\}$/s;

const sumOf = (version: unknown, seq: unknown, body: string) =>
  sum32(`${version}:${seq}:${body}`).toString(36);

/** Writes events as the text of a slot: JSON `{ v, seq, sum, events }`. */
export function eventsToSlot(
  seq: number,
  events: readonly ProgressEvent[],
  version = VERSION,
): string {
  const body = `"events":[${events.map(eventToRow).join()}]`;
  return `{"v":${version},"seq":${seq},"sum":"${sumOf(version, seq, body)}",${body}}`;
}

/** Reads the text of a slot, which may be anything. */
export function readSlot(text: string | null): Slot {
  if (text === null) return { state: 'empty', seq: 0, events: [] };
  const [, version, seq, sum, body = ''] = FRAME.exec(text) ?? [];
  if (sum === sumOf(version, seq, body)) {
    if (Number(version) > VERSION) return { state: 'newer', seq: 0, events: salvage(text) };
    try {
      const events = bodyToEvents(Number(version), JSON.parse(`{${body}}`));
      if (events) return { state: 'valid', seq: Number(seq), events };
    } catch {
      // A body that does not parse is treated like any other damage.
    }
  }
  return { state: 'damaged', seq: 0, events: salvage(text) };
}

/** What a profile's slots hold together. */
export interface Reading {
  /** `newer`: written by a later version of the course, to be left alone. */
  readonly state: 'empty' | 'valid' | 'damaged' | 'newer';
  readonly events: readonly ProgressEvent[];
  /** Whether both slots hold all of it. */
  readonly isDouble: boolean;
}

/** The two slots of one profile, `<prefix>.a` and `<prefix>.b`, and damaged texts put aside in `<prefix>.kept-1` to `-4`. */
export interface Journal {
  read(): Reading;
  /**
   * Writes events beside whatever the slots hold already; the older slot first, then the other.
   * @returns null when one slot at least was read back the same, else why not
   */
  write(events: readonly ProgressEvent[]): Trouble | 'newer' | null;
  /** Removes slots and kept pieces. */
  erase(): void;
}

const SIDES = ['a', 'b'] as const;
/** Places for damaged texts; a piece that is still needed is never written over. */
const PLACES = ['1', '2', '3', '4'] as const;

/** Opens the journal of one profile. */
export function openJournal(engine: Engine, prefix: string): Journal {
  const slotKey = (side: string) => `${prefix}.${side}`;
  const keptKey = (place: string) => `${prefix}.kept-${place}`;
  // Parsing is the dear part of reading, and a text that has not changed need not be parsed again.
  const parsed = new Map<string, { text: string | null; slot: Slot }>();

  const slotAt = (side: string) => {
    const key = slotKey(side);
    const text = engine.get(key);
    const known = parsed.get(key);
    if (known?.text === text) return { side, text, slot: known.slot };
    const slot = readSlot(text);
    parsed.set(key, { text, slot });
    return { side, text, slot };
  };
  const kept = (place: string) => engine.get(keptKey(place)) ?? '';

  function read(): { slots: ReturnType<typeof slotAt>[]; reading: Reading } {
    const slots = SIDES.map(slotAt);
    const events = mergeEvents(
      ...slots.map(({ slot }) => slot.events),
      ...PLACES.map((place) => salvage(kept(place))),
    );
    const has = (state: Slot['state']) => slots.some(({ slot }) => slot.state === state);
    const state = (['newer', 'damaged', 'valid'] as const).find(has) ?? 'empty';
    const isDouble = slots.every(
      ({ slot }) => slot.state === 'valid' && slot.events.length === events.length,
    );
    return { slots, reading: { state, events, isDouble } };
  }

  /** Puts a damaged text aside before its slot is written. @returns whether nothing is lost by writing */
  function keepAside({ text, slot }: ReturnType<typeof slotAt>, safe: Set<string>): boolean {
    if (slot.state !== 'damaged' || text === null) return true;
    const isNeeded = (piece: string) => salvage(piece).some((event) => !safe.has(eventKey(event)));
    if (PLACES.some((place) => kept(place) === text)) return true;
    const place = PLACES.find((one) => !isNeeded(kept(one)));
    return (place && engine.set(keptKey(place), text) === null) || !isNeeded(text);
  }

  return {
    read: () => read().reading,
    write(events) {
      const { slots, reading } = read();
      if (reading.state === 'newer') return 'newer';
      const valid = slots.filter(({ slot }) => slot.state === 'valid');
      const safe = new Set(valid.flatMap(({ slot }) => slot.events.map(eventKey)));
      const seq = Math.max(...slots.map(({ slot }) => slot.seq)) + 1;
      const all = mergeEvents(reading.events, events);
      const text = eventsToSlot(seq, all);
      slots.sort((one, other) => one.slot.seq - other.slot.seq);
      let trouble: Trouble | null = null;
      for (const [index, slot] of slots.entries()) {
        const failure = keepAside(slot, safe) ? engine.set(slotKey(slot.side), text) : 'full';
        if (index === 0) trouble = failure;
        if (!failure)
          parsed.set(slotKey(slot.side), { text, slot: { state: 'valid', seq, events: all } });
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
