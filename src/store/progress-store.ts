/*
 * The life story of the record
 *
 * Shape. A record is a grow-only set of events (`src/domain/progress.ts`) of one profile: settings, cards seen, steps
 * finished, answers, practice runs. Nothing else about a learner is stored; no free text but the profile's label.
 *
 * Keys. `dastak.<profile>.a` and `.b` are two slots with the same events, each with a sum over all and a sum per
 * event; `.kept-1` to `.kept-4` hold what was found damaged. `dastak.active` names the profile in use, `dastak.shared`
 * says that several people use the phone, `dastak.gone` lists erased profiles so that no copy brings them back.
 *
 * Life. The first action makes a profile silently; a name may follow. Each action is merged with what the slots hold by
 * then (another tab may have written), put into the older slot, read back, and only then called saved; the other slot
 * follows. So an acknowledged answer stands twice, and one torn or damaged slot loses nothing. On opening, all valid
 * slots are united; from a damaged one every event whose own sum holds is taken, and its text is kept aside.
 * A slot written by a newer version of the course is shown as far as it can be read and never written over.
 * A third copy in IndexedDB (`second-copy.ts`) follows each write and is merged when a page opens, because browsers put
 * localStorage on disk some seconds late.
 * Where nothing can be stored, the record lives as long as the tab, in the tab's own name, and the store says so.
 *
 * Change of the course. Events carry ids and letters only, never positions or texts. Reworded, moved and reordered
 * items keep their answers; those of a removed item stay in the record and count again if the item comes back.
 *
 * Change of the shape. A version number, one pure step per version in `migrate.ts`, one stored example of each.
 */

import { profileColours } from '../domain/profile.ts';
import {
  type Action,
  foldEvents,
  mergeEvents,
  nextEvent,
  type Progress,
  type ProgressEvent,
  resolveItems,
} from '../domain/progress.ts';
import { memoryEngine, openEngine, type StorageLike, type Trouble } from './engine.ts';
import { type Journal, openJournal } from './journal.ts';

const ACTIVE = 'dastak.active';
const SHARED = 'dastak.shared';
const GONE = 'dastak.gone';
/** In the place of a profile: somebody has to be chosen before a record is used. */
const NOBODY = '-';
/** The first profile has the same id everywhere, so that two tabs that begin at once begin the same one. */
const FIRST = 'one';

/** What became of a action: kept for good, or why only until the tab is closed. */
export type Saved =
  | { readonly saved: true }
  | { readonly saved: false; readonly why: Trouble | 'newer' };

/** `saved`, or what a learner must be told: kept in this tab only (`memory`, `full`), left alone, or repaired. */
export type Status = 'saved' | 'memory' | 'full' | 'newer' | 'damaged';

/** Whose record it is; label and colour are settings of the record and may be empty. */
export interface Profile {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
}

/** What the store needs of the world around it. */
export interface World {
  /** Gives the storage; may throw or give null. */
  readonly storage: () => StorageLike | null;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A new profile id: lower-case letters and digits. */
  readonly newId: () => string;
  /** Where the record lives if it cannot be stored: `window`, whose name goes from page to page. */
  readonly tab?: { name: string };
  /** Runs work while no other tab does; without it work runs at once. */
  readonly alone?: (work: () => void) => void;
  /** Told each time after a record was written or erased (then `events` is null). */
  readonly wrote?: (profile: string, events: readonly ProgressEvent[] | null) => void;
}

export type Store = ReturnType<typeof openStore>;

/** Opens the learner's record and repairs what can be repaired. Nothing here throws. */
export function openStore(world: World) {
  const engine = openEngine(world.storage, world.tab);
  const spill = engine.trouble ? engine : memoryEngine('full', world.tab);
  const listeners = new Set<() => void>();
  const journals = new Map<string, { main: Journal; spilt: Journal }>();
  /** What this page knows of each profile; a slot that another tab wrote over is healed from it. */
  const held = new Map<string, readonly ProgressEvent[]>();
  let trouble: Trouble | 'newer' | null = engine.trouble;
  let wasDamaged = false;
  let current: string | null = null;
  let folded: { events: readonly ProgressEvent[]; progress: Progress } | undefined;

  const journalsOf = (id: string) => {
    const known = journals.get(id);
    if (known) return known;
    const prefix = `dastak.${id}`;
    const opened = { main: openJournal(engine, prefix), spilt: openJournal(spill, prefix) };
    journals.set(id, opened);
    return opened;
  };
  const gone = () => (engine.get(GONE) ?? '').split(' ').filter(Boolean);
  const isShared = () => engine.get(SHARED) !== null;
  const pointer = () => (isShared() ? spill : engine);

  function profileIds(): string[] {
    const erased = gone();
    const ids = [
      ...engine.keys(),
      ...spill.keys(),
      ...[...held.keys()].map((id) => `dastak.${id}.a`),
    ]
      .map((key) => /^dastak\.([a-z0-9]+)\.[ab]$/.exec(key)?.[1] ?? '')
      .filter((id) => id && !erased.includes(id));
    return [...new Set(ids)].sort();
  }

  /** Unites what is stored, spilt and held. */
  function read(id: string) {
    const { main, spilt } = journalsOf(id);
    const stored = main.read();
    const events = mergeEvents(stored.events, spilt.read().events, held.get(id) ?? []);
    held.set(id, events);
    wasDamaged ||= stored.state === 'damaged';
    return { stored, events };
  }

  function write(id: string, events: readonly ProgressEvent[]): Saved {
    const { main, spilt } = journalsOf(id);
    held.set(id, events);
    const failure = main.write(events);
    trouble = failure ?? engine.trouble;
    if (failure) spilt.write(events);
    else if (spill !== engine) spilt.erase();
    world.wrote?.(id, events);
    return trouble ? { saved: false, why: trouble } : { saved: true };
  }

  function activeId(): string | null {
    const ids = profileIds();
    const wanted = pointer().get(ACTIVE);
    if (wanted && ids.includes(wanted)) return wanted;
    // A lost pointer is no loss where there is one record only; after an erasure the next one is never guessed.
    const isLost = !wanted || (wanted !== NOBODY && !gone().includes(wanted));
    return isLost && !isShared() && ids.length === 1 ? (ids[0] ?? null) : null;
  }

  function point(id: string | null): void {
    current = id;
    pointer().set(ACTIVE, id ?? NOBODY);
  }

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const minute = () => world.clock() / 60_000;
  const eventsOf = (id: string) => held.get(id) ?? read(id).events;
  const settingsOf = (id: string) => foldEvents(eventsOf(id).filter(({ kind }) => kind === 'set'));

  /** The profile in use, made now if there is none. */
  function begun(isNew = false): string {
    const known = current && !gone().includes(current) ? current : activeId();
    if (known && !isNew) {
      current = known;
      return known;
    }
    const others = profileIds();
    const used = others.map((id) => settingsOf(id).settings['colour']);
    const colour = profileColours.find((one) => !used.includes(one)) ?? profileColours[0];
    const isFirst = others.length === 0 && !gone().includes(FIRST);
    const id = isFirst ? FIRST : world.newId();
    const set = nextEvent([], { kind: 'set', item: 'colour', choice: [colour] }, minute());
    held.set(id, set ? [set] : []);
    point(id);
    return id;
  }

  function add(id: string, added: (events: readonly ProgressEvent[]) => readonly ProgressEvent[]) {
    const { stored, events } = read(id);
    const all = mergeEvents(events, added(events));
    const isThere = stored.state === 'valid' && stored.events.length === all.length;
    const saved: Saved = isThere && !engine.trouble ? { saved: true } : write(id, all);
    if (isThere && !engine.trouble) trouble = null;
    tell();
    return saved;
  }

  const store = {
    /** All profiles of this phone. */
    profiles: (): Profile[] => profileIds().map((id) => profileOf(id)),
    /** The profile in use, or null before the first action or while somebody has to say who they are. */
    active: (): Profile | null => (current ? profileOf(current) : null),
    /** Whether it must be asked whose record is to be used. */
    asks: (): boolean => current === null && profileIds().length > 0,
    /** Whether several people use this phone, so that each visit begins with the question who it is. */
    isShared,
    /** Turns the shared phone on or off; the profile in use stays in use in this tab. */
    share(isOn: boolean): void {
      pointer().remove(ACTIVE);
      if (isOn) engine.set(SHARED, 'yes');
      else engine.remove(SHARED);
      point(current);
      tell();
    },
    /** Uses another profile; null means that nobody is chosen. */
    use(id: string | null): void {
      point(id);
      trouble = engine.trouble;
      if (id) heal(id, true);
      tell();
    },
    /** Makes a new profile and uses it. @returns its id */
    create(): string {
      const id = begun(true);
      add(id, () => []);
      return id;
    },
    /** Erases one profile for good, here and in every copy. */
    erase(id: string): void {
      const mark = () => engine.set(GONE, [...gone().slice(-19), id].join(' '));
      const hadNoRoom = mark();
      const { main, spilt } = journalsOf(id);
      main.erase();
      spilt.erase();
      if (hadNoRoom) mark();
      held.delete(id);
      world.wrote?.(id, null);
      if (current === id) point(null);
      tell();
    },
    /** Erases every profile and what the phone remembers beside them. */
    eraseAll(): void {
      for (const id of profileIds()) store.erase(id);
      store.share(false);
      engine.remove(ACTIVE);
    },
    /** Records a action. Synchronous: when it returns saved, the action was written and read back. */
    dispatch(action: Action): Saved {
      return add(begun(), (events) =>
        [nextEvent(events, action, minute())].filter((one) => one !== null),
      );
    },
    /** Merges events that came from elsewhere into the profile in use. */
    importEvents: (events: readonly ProgressEvent[]): Saved => add(begun(), () => events),
    /** Gives imported events of then unknown items their ids, once a page knows these. */
    know(ids: readonly string[]): void {
      const resolved = resolveItems(store.events(), ids);
      if (resolved.length > 0) store.importEvents(resolved);
    },
    /** Brings back what a second copy holds of a profile, unless that was erased. */
    restore(id: string, events: readonly ProgressEvent[]): void {
      if (gone().includes(id)) {
        world.wrote?.(id, null);
        return;
      }
      // An empty copy is no record, and must not look like one.
      if (events.length === 0) return;
      if (mergeEvents(eventsOf(id), events).length > eventsOf(id).length) add(id, () => events);
      if (!current) store.refresh();
    },
    /** All events of the profile in use, in the order of the record. */
    events: (): readonly ProgressEvent[] => (current ? eventsOf(current) : []),
    /** What they come to. */
    progress(): Progress {
      const events = store.events();
      if (folded?.events !== events) folded = { events, progress: foldEvents(events) };
      return folded.progress;
    },
    /** Calls a function after every change, whichever tab made it. @returns how to stop that */
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    status(): Status {
      if (trouble) return trouble === 'full' || trouble === 'newer' ? trouble : 'memory';
      return wasDamaged ? 'damaged' : 'saved';
    },
    /** Every key that the project has in this browser's storage. */
    keys: (): string[] => engine.keys().sort(),
    /** What stands under one of these keys, as it is. */
    stored: (key: string): string => engine.get(key) ?? '',
    /** Reads again what other tabs have written, and writes what they have overwritten. */
    refresh(): void {
      const id = activeId();
      current = id ?? (current && held.has(current) && !gone().includes(current) ? current : null);
      if (current) heal(current, false);
      tell();
    },
  };

  function profileOf(id: string): Profile {
    const { settings } = settingsOf(id);
    return { id, label: settings['label'] ?? '', colour: settings['colour'] ?? profileColours[0] };
  }

  /** Writes what the slots lack. @param isOpening whether slots that differ are made equal, too */
  function heal(id: string, isOpening: boolean): void {
    const { stored, events } = read(id);
    const isLess = events.length > stored.events.length;
    if (isLess || (isOpening && stored.state !== 'empty' && !stored.isDouble)) {
      // It may be erased while the work waits for its turn.
      const work = () => {
        if (!gone().includes(id)) write(id, read(id).events);
      };
      if (world.alone && !isOpening) world.alone(work);
      else work();
    }
  }

  current = activeId();
  if (current) heal(current, true);
  return store;
}
