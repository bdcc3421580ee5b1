import type { ProgressEvent } from '../../src/domain/progress.ts';
import { eventsFormat } from '../../src/store/migrate.ts';
import { readSlot as readAny, toSlot } from '../../src/store/slot.ts';

/** Writes events as the text of a slot. */
export const eventsToSlot = (seq: number, events: readonly ProgressEvent[], version?: number) =>
  toSlot(eventsFormat, seq, events, version);

/** Reads the text of a slot of events. */
export const readSlot = (text: string | null) => readAny(eventsFormat, text);
