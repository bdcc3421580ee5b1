import { sum32 } from '../domain/id-hash.ts';

/** How a list of entries is stored: events of a record, or the own numbers of a hostel. */
export interface Format<Entry> {
  /** Name of the list in the body of a slot. */
  readonly name: string;
  /** The version that is written. */
  readonly version: number;
  /**
   * The entries of a body of this version or an older one.
   * @returns null when the body has not the shape of its version; single bad entries are left out
   */
  read(version: number, body: unknown): Entry[] | null;
  /** An entry as stored text, with a sum of its own. */
  toRow(entry: Entry): string;
  /** Every entry that still stands whole in a damaged text. */
  salvage(text: string): Entry[];
  /** An entry's identity. */
  keyOf(entry: Entry): string;
  /** What several lists come to together; commutative, associative, idempotent. */
  merge(...lists: readonly (readonly Entry[])[]): readonly Entry[];
}

/** What a slot's text turned out to be. */
export interface Slot<Entry> {
  readonly state: 'empty' | 'valid' | 'damaged' | 'newer';
  readonly seq: number;
  /** All entries of a valid slot; of a damaged or newer one those that could be read. */
  readonly entries: readonly Entry[];
}

// The frame is the same in every version, so that an old page knows a newer slot from a damaged one.
const FRAME = /^\{"v":(\d+),"seq":(\d+),"sum":"([0-9a-z]+)",(.*)\}$/s;

const sumOf = (version: unknown, seq: unknown, body: string) =>
  sum32(`${version}:${seq}:${body}`).toString(36);

/** Writes entries as the text of a slot: JSON `{ v, seq, sum, <name> }`. */
export function toSlot<Entry>(
  format: Format<Entry>,
  seq: number,
  entries: readonly Entry[],
  version = format.version,
): string {
  const body = `"${format.name}":[${entries.map(format.toRow).join()}]`;
  return `{"v":${version},"seq":${seq},"sum":"${sumOf(version, seq, body)}",${body}}`;
}

/** Reads the text of a slot, which may be anything. */
export function readSlot<Entry>(format: Format<Entry>, text: string | null): Slot<Entry> {
  if (text === null) return { state: 'empty', seq: 0, entries: [] };
  const [, version, seq, sum, body = ''] = FRAME.exec(text) ?? [];
  if (sum === sumOf(version, seq, body)) {
    if (Number(version) > format.version) {
      return { state: 'newer', seq: 0, entries: format.salvage(text) };
    }
    try {
      const entries = format.read(Number(version), JSON.parse(`{${body}}`));
      if (entries) return { state: 'valid', seq: Number(seq), entries: format.merge(entries) };
    } catch {
      // A body that does not parse is treated like any other damage.
    }
  }
  return { state: 'damaged', seq: 0, entries: format.salvage(text) };
}
