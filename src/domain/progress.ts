import { hashToItem, idHash20 } from './id-hash.ts';

/** What an event tells: a setting, a card seen, a step finished, an answer given, a practice run. */
export const eventKinds = ['set', 'card', 'done', 'answer', 'run'] as const;
export type EventKind = (typeof eventKinds)[number];

/** The latest minute that a record holds (in the year 2097); a clock beyond it counts as this one. */
export const LATEST_MINUTE = 2 ** 26 - 1;

/** What a learner did, before the record gives it a time and a number. */
export interface Action {
  readonly kind: EventKind;
  /** Id of a card, step, question or scene; for `set` the name of a setting. */
  readonly item: string;
  /** Option letters, line ids, or the value of a setting; empty where there is nothing to choose. */
  readonly choice: readonly string[];
}

/** One entry of the record. All five fields together are its identity. */
export interface ProgressEvent extends Action {
  /** Minutes since 1970 (UTC), an integer, as the phone's clock had it. */
  readonly at: number;
  /** 1, 2, … For answers and runs the try; for cards and settings the place within one minute. */
  readonly try: number;
}

/** An answer or a run as the fold gives it back. */
export interface Attempt {
  readonly choice: readonly string[];
  readonly at: number;
  readonly try: number;
}

/** What all events of a record come to. Keys are ids for ever, also of items that the course no longer has. */
export interface Progress {
  readonly settings: Readonly<Record<string, string>>;
  /** Minute at which a card was first seen. */
  readonly seen: Readonly<Record<string, number>>;
  /** The card seen last. */
  readonly last: { readonly card: string; readonly at: number } | null;
  /** Minute at which a step was first finished. */
  readonly done: Readonly<Record<string, number>>;
  /** Every answer to a question, first try first. */
  readonly answers: Readonly<Record<string, readonly Attempt[]>>;
  /** Every practice run of a scene as far as it went, first one first. */
  readonly runs: Readonly<Record<string, readonly Attempt[]>>;
}

// Events never change, and a record of hundreds is compared at each answer.
const keys = new WeakMap<ProgressEvent, string>();

/** An event's identity as text; two events are the same if and only if their keys are. */
export function eventKey(event: ProgressEvent): string {
  const known = keys.get(event);
  if (known) return known;
  const { kind, item, choice, at, try: nth } = event;
  const key = JSON.stringify([kind, item, choice, at, nth]);
  keys.set(event, key);
  return key;
}

/** The order of a record: by time, then by `try`, then by identity. */
function compareEvents(a: ProgressEvent, b: ProgressEvent): number {
  return a.at - b.at || a.try - b.try || (eventKey(a) < eventKey(b) ? -1 : 1);
}

/**
 * The union of sets of events: each event once, in the order of a record.
 * Commutative, associative, idempotent, and never smaller than any of its parts.
 */
export function mergeEvents(...sets: readonly (readonly ProgressEvent[])[]): ProgressEvent[] {
  const all = new Map<string, ProgressEvent>();
  for (const event of sets.flat()) all.set(eventKey(event), event);
  return [...all.values()].sort(compareEvents);
}

const blank = <Value>(): Record<string, Value> => Object.create(null);

/**
 * Folds events into progress. The order of arrival and repetitions make no difference.
 * Of several values of a setting the latest counts; tries are in the order of their numbers, because a clock may
 * have been set back between them.
 */
export function foldEvents(events: readonly ProgressEvent[]): Progress {
  const settings = blank<string>();
  const seen = blank<number>();
  const done = blank<number>();
  const answers = blank<Attempt[]>();
  const runs = blank<Attempt[]>();
  let last: Progress['last'] = null;
  for (const { kind, item, choice, at, try: nth } of mergeEvents(events)) {
    if (kind === 'set') settings[item] = choice[0] ?? '';
    else if (kind === 'done') done[item] ??= at;
    else if (kind === 'card') {
      seen[item] ??= at;
      last = { card: item, at };
    } else {
      const attempts = kind === 'answer' ? answers : runs;
      attempts[item] = [...(attempts[item] ?? []), { choice, at, try: nth }];
    }
  }
  for (const attempts of [...Object.values(answers), ...Object.values(runs)]) {
    attempts.sort((a, b) => a.try - b.try);
  }
  for (const [scene, steps] of Object.entries(runs)) {
    runs[scene] = steps.filter((step, index) => {
      const name = runName(step.choice);
      return !name || steps.findLastIndex(({ choice }) => runName(choice) === name) === index;
    });
  }
  return { settings, seen, last, done, answers, runs };
}

/**
 * The name of a run whose every step is recorded: its first value, if that holds a point. Of the steps with one name
 * the latest tells the whole run.
 */
export function runName([first = '']: readonly string[]): string | null {
  return first.includes('.') ? first : null;
}

/** The number of the next answer to a question, or of the next run of a scene. */
export function nextTry({ answers, runs }: Progress, item: string): number {
  const latest = (attempts?: readonly Attempt[]) => attempts?.at(-1)?.try ?? 0;
  return Math.max(latest(answers[item]), latest(runs[item])) + 1;
}

/**
 * The event that a action adds to a record.
 * A clock that was set back neither hides the card seen last nor undoes a setting: those never get an earlier time
 * than the one they follow.
 * @param events the record so far, as `mergeEvents` gives it
 * @param now minutes since 1970
 * @returns null when the record says as much already
 */
export function nextEvent(
  events: readonly ProgressEvent[],
  { kind, item, choice }: Action,
  now: number,
): ProgressEvent | null {
  const minute = Math.min(Math.max(Math.floor(now), 0), LATEST_MINUTE);
  const same = (other: ProgressEvent) => other.kind === kind && other.item === item;
  if (kind === 'answer' || kind === 'run') {
    const latest = events.reduce(
      (most, other) => (same(other) ? Math.max(most, other.try) : most),
      0,
    );
    return { kind, item, choice, at: minute, try: latest + 1 };
  }
  if (kind === 'done') return events.some(same) ? null : { kind, item, choice, at: minute, try: 1 };
  const before = events.findLast((other) => (kind === 'card' ? other.kind === kind : same(other)));
  if (before && same(before) && before.choice.join() === choice.join()) return null;
  const at = Math.max(minute, before?.at ?? 0);
  return { kind, item, choice, at, try: at === before?.at ? before.try + 1 : 1 };
}

/**
 * Events whose item was known by its short form only (an import from a newer edition of the course), told with the
 * item's id now that the course has it.
 * @param ids ids of the course, or those of one page
 * @returns new events only; the old ones stay in the record, where they do no harm
 */
export function resolveItems(
  events: readonly ProgressEvent[],
  ids: readonly string[],
): ProgressEvent[] {
  const unknown = events.filter(({ item }) => item.startsWith('#'));
  if (unknown.length === 0) return [];
  const byItem = new Map(ids.map((id) => [hashToItem(idHash20(id)), id]));
  return unknown.flatMap((event) => {
    const item = byItem.get(event.item);
    return item ? [{ ...event, item }] : [];
  });
}
