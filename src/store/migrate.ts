import { sum32 } from '../domain/id-hash.ts';
import {
  type EventKind,
  eventKey,
  eventKinds,
  LATEST_MINUTE,
  MOST_TRIES,
  mergeEvents,
  type ProgressEvent,
} from '../domain/progress.ts';
import type { Format } from './slot.ts';

/** The version in which slots are written. One fixture per version stays in `tests/fixtures/store/` for ever. */
export const VERSION = 2;

/** What a migration takes and returns: the body of a slot, whatever its version held. */
export type Body = unknown;

/** `steps[n]` turns the body of version n into that of version n + 1. */
export type Steps = Readonly<Record<number, (body: Body) => Body>>;

/*
 * Version 2 adds outcomes to the kinds of events and changes nothing of what version 1 held. The number alone tells an
 * older page that a slot may hold what it cannot read, so that it leaves the slot alone.
 */
const steps: Steps = { 1: (body) => body };

type Row = [kind: EventKind, item: string, choice: string[], at: number, nth: number, sum: string];

const ITEM = /^(#[0-9a-z]{4}|[a-z][a-z0-9-]{0,79})$/;
const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;
const isWhole = (value: unknown, from: number, to: number) =>
  Number.isInteger(value) && Number(value) >= from && Number(value) <= to;

/**
 * Whether something that came from storage is one event; its own sum comes last, so that a flipped bit never
 * reads as an answer. Written out by hand: every page carries it, and a library would weigh more than it saves.
 */
function isRow(value: unknown): value is Row {
  if (!Array.isArray(value) || value.length !== 6) return false;
  const [kind, item, choice, at, nth, sum] = value as unknown[];
  return (
    eventKinds.some((known) => known === kind) &&
    isText(item, 80) &&
    ITEM.test(item) &&
    Array.isArray(choice) &&
    choice.every((part) => isText(part, 80)) &&
    isWhole(at, 0, LATEST_MINUTE) &&
    isWhole(nth, 1, MOST_TRIES) &&
    isText(sum, 8)
  );
}

const sumOf = (event: ProgressEvent) => sum32(eventKey(event)).toString(36);

// Every write holds all events, and nearly all of them were written before.
const rows = new WeakMap<ProgressEvent, string>();

/** An event as stored text. */
export function eventToRow(event: ProgressEvent): string {
  const row = rows.get(event) ?? `${eventKey(event).slice(0, -1)},"${sumOf(event)}"]`;
  rows.set(event, row);
  return row;
}

function rowsToEvents(read: readonly unknown[]): ProgressEvent[] {
  return read.flatMap((row) => {
    if (!isRow(row)) return [];
    const [kind, item, choice, at, nth, sum] = row;
    const event = { kind, item, choice, at, try: nth };
    return sum === sumOf(event) ? [event] : [];
  });
}

/**
 * The events of a body that came from storage, brought to the newest version first.
 * @returns null when the body has not the shape of its version; single bad rows are left out
 */
export function bodyToEvents(
  version: number,
  body: Body,
  newest = VERSION,
  path = steps,
): ProgressEvent[] | null {
  let current = body;
  for (let from = version; from < newest; from++) {
    const step = path[from];
    if (!step) return null;
    current = step(current);
  }
  const events = Object(current).events;
  return Array.isArray(events) ? rowsToEvents(events) : null;
}

/** Rows of events, wherever they stand in a text. */
const ROW = /\["[a-z]+","[^"]*",\[(?:"(?:[^"\\]|\\.)*",?)*\],\d+,\d+,"[^"]*"\]/g;

/** Every event that still stands whole in a damaged text. */
export function salvage(text: string): ProgressEvent[] {
  return (text.match(ROW) ?? []).flatMap((row) => {
    try {
      return rowsToEvents([JSON.parse(row)]);
    } catch {
      return [];
    }
  });
}

/** How the events of a record are stored. */
export const eventsFormat: Format<ProgressEvent> = {
  name: 'events',
  version: VERSION,
  read: (version, body) => bodyToEvents(version, body),
  toRow: eventToRow,
  salvage,
  keyOf: eventKey,
  merge: mergeEvents,
};

const readable = new WeakMap<ProgressEvent, boolean>();

/** Whether reading gives back the very same event once it was stored; any other would be lost without a sign. */
export function isReadable(event: ProgressEvent): boolean {
  const known = readable.get(event);
  if (known !== undefined) return known;
  const [back] = salvage(eventToRow(event));
  const isSame = back !== undefined && eventKey(back) === eventKey(event);
  readable.set(event, isSame);
  return isSame;
}
