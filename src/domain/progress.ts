import { hashToItem, idHash20 } from './id-hash.ts';

/**
 * What an event tells: a setting, a card seen, a step finished, an answer given, a practice run, what the course has
 * come to. A code names a kind by its place in this list: never reordered, only added to together with a new format
 * of codes and a new version of slots.
 */
export const eventKinds = ['set', 'card', 'done', 'answer', 'run', 'outcome'] as const;
export type EventKind = (typeof eventKinds)[number];

/** The item of an outcome that tells of a refresher; every other one tells of the end of the course. */
export const REFRESHER = 'refresher';

/** The latest minute that a record holds (in the year 2097); a clock beyond it counts as this one. */
export const LATEST_MINUTE = 2 ** 26 - 1;

/** The highest try that a record holds; every later one counts as this one, in the order of time. */
export const MOST_TRIES = 65_535;

/**
 * What a learner did, before the record gives it a time and a number. `actions.ts` makes one of each kind.
 *
 * `choice` is a wire format: slots, codes and files hold it as it is, in this order, for ever.
 *
 * | kind | item | choice |
 * |---|---|---|
 * | `set` | name of a setting | its value, alone |
 * | `card` | card | empty |
 * | `done` | step, or practice that came to its end | empty |
 * | `answer` | question | letters of the options: as sorted for `order`, else in the order of the page; `keep` or `rewrite`; `1` to `5` |
 * | `run` | practice | `<hash>.<seed>` of what is practised, then the ids of what was chosen, first one first |
 * | `outcome` | `outcome`, `refresher` | `passed` or `failed`, release of the course, then the leads met in the order of `leads` |
 */
export interface Action {
  readonly kind: EventKind;
  readonly item: string;
  readonly choice: readonly string[];
}

/** One entry of the record. All five fields together are its identity. */
export interface ProgressEvent extends Action {
  /** Minutes since 1970 (UTC), an integer, as the phone's clock had it. */
  readonly at: number;
  /** 1, 2, … For answers and runs the try; for cards, settings and outcomes the place within one minute. */
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
  /** What the course has come to, each time that it changed; `outcome.ts` reads them. */
  readonly outcomes: readonly Attempt[];
  /** Every refresher that was finished, first one first; `refresher.ts` counts days by them. */
  readonly refreshers: readonly Attempt[];
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
 * Commutative, associative, idempotent, and never smaller than any of its parts. A set that holds all others already is
 * given back itself.
 */
export function mergeEvents(
  ...sets: readonly (readonly ProgressEvent[])[]
): readonly ProgressEvent[] {
  const different = [...new Set(sets.filter((set) => set.length > 0))];
  const whole = different.find((set) => different.every((other) => within.get(set)?.has(other)));
  if (whole) return whole;
  const all = new Map<string, ProgressEvent>();
  for (const event of different.flat()) all.set(eventKey(event), event);
  const union = [...all.values()].sort(compareEvents);
  const same = different.find((set) => set.length === union.length && within.has(set)) ?? union;
  const parts = within.get(same) ?? new WeakSet([same]);
  for (const set of different) parts.add(set);
  within.set(same, parts);
  return same;
}

/** For each union that was made, all that is known to be a part of it: each answer asks for the same ones several times. */
const within = new WeakMap<readonly ProgressEvent[], WeakSet<readonly ProgressEvent[]>>();

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
  const outcomes: Attempt[] = [];
  const refreshers: Attempt[] = [];
  let last: Progress['last'] = null;
  for (const { kind, item, choice, at, try: nth } of mergeEvents(events)) {
    if (kind === 'set') settings[item] = choice[0] ?? '';
    else if (kind === 'done') done[item] ??= at;
    else if (kind === 'outcome') {
      (item === REFRESHER ? refreshers : outcomes).push({ choice, at, try: nth });
    } else if (kind === 'card') {
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
    const latest = new Map(steps.map((step) => [runName(step.choice), step]));
    runs[scene] = steps.filter((step) => {
      const name = runName(step.choice);
      return !name || latest.get(name) === step;
    });
  }
  return { settings, seen, last, done, answers, runs, outcomes, refreshers };
}

/** The settings of a record alone, without folding all the rest. */
export const settingsOf = (events: readonly ProgressEvent[]): Progress['settings'] =>
  foldEvents(events.filter(({ kind }) => kind === 'set')).settings;

/**
 * The name of a run whose every step is recorded: its first value, if that holds a point. Of the steps with one name
 * the latest tells the whole run.
 */
export function runName([first = '']: readonly string[]): string | null {
  return first.includes('.') ? first : null;
}

/**
 * The event that an action adds to a record.
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
    let latest = 0;
    for (const other of events) if (same(other)) latest = Math.max(latest, other.try);
    return { kind, item, choice, at: minute, try: Math.min(latest + 1, MOST_TRIES) };
  }
  if (kind === 'done') return events.some(same) ? null : { kind, item, choice, at: minute, try: 1 };
  const before = events
    .filter((other) => (kind === 'card' ? other.kind === kind : same(other)))
    .pop();
  if (before && same(before) && before.choice.join() === choice.join()) return null;
  const at = Math.max(minute, before?.at ?? 0);
  const place = at === before?.at ? before.try + 1 : 1;
  return { kind, item, choice, at, try: Math.min(place, MOST_TRIES) };
}

/**
 * Events whose item was known by its short form only (an import from a newer release of the course), told with the
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
