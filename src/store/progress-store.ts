/*
 * The life story of the record
 *
 * Shape. A record is a grow-only set of events (`src/domain/progress.ts`) of one profile: settings, cards seen, steps
 * finished, answers, practice runs, what the course has come to. Nothing else about a learner is stored; no free text but the profile's label.
 *
 * Keys. `dastak.<profile>.a` and `.b` are two slots with the same events, each with a sum over all and a sum per
 * event; `.kept-1` to `.kept-4` hold what was found damaged. `dastak.active` names the profile in use, `dastak.shared`
 * says that several people use the phone, `dastak.gone` lists erased profiles so that no copy brings them back.
 *
 * Who. `profiles.ts` knows whose phone it is, `record.ts` the events of one profile; this file joins them. The first
 * action makes a profile silently; a name may follow. While several profiles are there and none is chosen, the store
 * refuses every action and says so: no page can begin a record that nobody has asked for.
 *
 * Life. Each action is merged with what the slots hold by
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

import { setting } from '../domain/actions.ts';
import { profileColours } from '../domain/profile.ts';
import {
  type Action,
  foldEvents,
  nextEvent,
  type Progress,
  type ProgressEvent,
  resolveItems,
} from '../domain/progress.ts';
import { openEngine, type StorageLike } from './engine.ts';
import { memoryEngine } from './memory-engine.ts';
import { openProfiles, type Profile } from './profiles.ts';
import {
  type LearnerRecord,
  openRecord,
  type Saved,
  type Status,
  troubleToStatus,
} from './record.ts';
import { SPACE } from './space.ts';

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
}

/**
 * What a listener is told. `changed`: the record in use, or what there is beside it. `switched`: another profile or
 * none is in use; whatever was drawn belongs to somebody else and must go, however alike it looks. `asked`: an action
 * was refused because nobody has said whose phone it is.
 */
export type Change = 'changed' | 'switched' | 'asked';

export type Store = ReturnType<typeof openStore>;

const NOTHING: readonly ProgressEvent[] = [];

/** Opens the learner's record and repairs what can be repaired. Nothing here throws. */
export function openStore(world: World) {
  const engine = openEngine(world.storage, world.tab);
  const spill = engine.trouble ? engine : memoryEngine('full', world.tab);
  const profiles = openProfiles(engine, spill);
  const records = new Map<string, LearnerRecord>();
  const views = new Set<(change: Change) => void>();
  const copies = new Set<(id: string, events: readonly ProgressEvent[] | null) => void>();
  const blank = foldEvents([]);
  let current: string | null = null;
  /** The profile of which listeners were told last. */
  let told: string | null = null;

  const toCopies = (id: string, events: readonly ProgressEvent[] | null) => {
    for (const copy of copies) copy(id, events);
  };
  const record = (id: string): LearnerRecord => {
    const known = records.get(id);
    if (known) return known;
    const opened = openRecord(id, {
      engine,
      spill,
      isErased: profiles.isErased,
      alone: world.alone ?? ((work) => work()),
      wrote: toCopies,
    });
    records.set(id, opened);
    return opened;
  };
  const ids = () => {
    const inMemory = [...records].filter(([, one]) => one.events().length > 0).map(([id]) => id);
    const alive = [...profiles.stored(), ...inMemory].filter((id) => !profiles.isErased(id));
    return [...new Set(alive)].sort();
  };
  const inUse = () => (current ? record(current) : null);
  const tell = (change: Change = current === told ? 'changed' : 'switched') => {
    told = current;
    for (const view of views) view(change);
  };
  const minute = () => world.clock() / 60_000;
  const point = (id: string | null) => {
    current = id;
    profiles.choose(id);
  };
  /** Begins a profile in a colour that nobody has yet. */
  function begin(): string {
    const others = ids();
    const used = others.map((id) => record(id).settings()['colour']);
    const colour = profileColours.find((one) => !used.includes(one)) ?? profileColours[0];
    const id = profiles.nextId(others, world.newId);
    const first = nextEvent([], setting('colour', colour), minute());
    record(id).begin(first ? [first] : []);
    point(id);
    return id;
  }

  /** Adds to the record in use, which begins now where there is none; while it is asked whose it is, nothing happens. */
  function add(added: (events: readonly ProgressEvent[]) => readonly ProgressEvent[]): Saved {
    if (!current || profiles.isErased(current)) current = profiles.chosen(ids());
    // Another tab has erased or chosen: what is drawn here goes before anything is added.
    if (current !== told) tell();
    if (store.asks()) {
      tell('asked');
      return { saved: false, why: 'asks' };
    }
    const isFirst = told === null && !current;
    const id = current ?? begin();
    // What stands on the page before anybody's record is there is the beginner's own.
    if (isFirst) told = id;
    const saved = record(id).add(added);
    tell();
    return saved;
  }

  const profileOf = (id: string): Profile => {
    const { label = '', colour = profileColours[0] } = record(id).settings();
    return { id, label, colour };
  };

  const store = {
    /** All profiles of this phone. */
    profiles: (): Profile[] => ids().map(profileOf),
    /** The profile in use, or null before the first action or while somebody has to say who they are. */
    active: (): Profile | null => (current ? profileOf(current) : null),
    /** Whether it must be asked whose record is to be used. Until it is answered no action is recorded. */
    asks: (): boolean => current === null && ids().length > 0,
    /** Whether several people use this phone, so that each visit begins with the question who it is. */
    isShared: profiles.isShared,
    /** Turns the shared phone on or off; the profile in use stays in use in this tab. */
    share(isOn: boolean): void {
      profiles.setShared(isOn);
      point(current);
      tell();
    },
    /** Uses another profile; null means that nobody is chosen. */
    use(id: string | null): void {
      point(id);
      inUse()?.heal(true);
      tell();
    },
    /** Makes a new profile and uses it. @returns its id */
    create(): string {
      const id = begin();
      record(id).add(() => []);
      tell();
      return id;
    },
    /** Erases one profile for good, here and in every copy. */
    erase(id: string): void {
      const trouble = profiles.markErased(id);
      record(id).erase();
      records.delete(id);
      if (trouble) profiles.markErased(id);
      toCopies(id, null);
      if (current === id) point(null);
      tell();
    },
    /** Erases every profile and what the phone remembers beside them. */
    eraseAll(): void {
      for (const id of ids()) store.erase(id);
      profiles.forget();
      tell();
    },
    /** Records an action. Synchronous: when it returns saved, the action was written and read back. */
    dispatch: (action: Action): Saved =>
      add((events) => [nextEvent(events, action, minute())].filter((one) => one !== null)),
    /** Merges events that came from elsewhere into the profile in use. */
    importEvents: (events: readonly ProgressEvent[]): Saved => add(() => events),
    /** Gives imported events of then unknown items their ids, once a page knows these. */
    know(ids: readonly string[]): void {
      const resolved = resolveItems(store.events(), ids);
      if (resolved.length > 0) store.importEvents(resolved);
    },
    /** Brings back what a second copy holds of a profile, unless that was erased. */
    restore(id: string, events: readonly ProgressEvent[]): void {
      if (profiles.isErased(id)) {
        toCopies(id, null);
        return;
      }
      // An empty copy is no record, and must not look like one.
      if (events.length === 0) return;
      if (record(id).lacks(events)) record(id).add(() => events);
      if (current) tell();
      else store.refresh();
    },
    /** All events of the profile in use, in the order of the record. */
    events: (): readonly ProgressEvent[] => inUse()?.events() ?? NOTHING,
    /** What they come to. */
    progress: (): Progress => inUse()?.progress() ?? blank,
    /** Calls a function after every change, whichever tab made it. @returns how to stop that */
    subscribe(listener: (change: Change) => void): () => void {
      views.add(listener);
      return () => views.delete(listener);
    },
    /** Calls a function with all events of a profile each time that they were written, and with null once it was erased. */
    copyTo(copy: (profile: string, events: readonly ProgressEvent[] | null) => void): void {
      copies.add(copy);
    },
    status: (): Status => inUse()?.status() ?? troubleToStatus(engine.trouble) ?? 'saved',
    /** Every name under which the project keeps something in this browser's storage. */
    keys: (): string[] =>
      engine
        .keys()
        .map((key) => SPACE + key)
        .sort(),
    /** What stands under one of these names, as it is. */
    stored: (name: string): string => engine.get(name.slice(SPACE.length)) ?? '',
    /** Reads again what other tabs have written, and writes what they have overwritten. */
    refresh(): void {
      const known = ids();
      current = profiles.chosen(known) ?? (current && known.includes(current) ? current : null);
      inUse()?.heal(false);
      tell();
    },
  };

  current = profiles.chosen(ids());
  told = current;
  inUse()?.heal(true);
  return store;
}
