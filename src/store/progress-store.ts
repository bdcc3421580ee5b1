/*
 * The life story of the record
 *
 * Shape. A record is a grow-only set of events (`src/domain/progress.ts`) of one profile: settings, cards seen, steps
 * finished, answers, practice runs, what the course has come to. Nothing else about a learner is stored; no free text but
 * the profile's label and, beside the record, the name for its certificate (`kept-certificate.ts`), which goes with it.
 *
 * Keys. `dastak.<profile>.a` and `.b` are two slots with the same events, each with a sum over all and a sum per
 * event; `.kept-1` to `.kept-4` hold what was found damaged, `.tab-<tab>` what one tab wrote and the third copy lacks. `dastak.active` names the profile in use, `dastak.shared`
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
import { openSpace } from './adopt.ts';
import { memoryEngine } from './memory-engine.ts';
import { eventsFormat } from './migrate.ts';
import { openProfiles, type Profile } from './profiles.ts';
import {
  type LearnerRecord,
  openRecord,
  type Saved,
  type Status,
  troubleToStatus,
} from './record.ts';
import type { Copied } from './second-copy.ts';
import { readSlot } from './slot.ts';
import { spaceOf } from './space.ts';
import type { Change, Copy, World } from './world.ts';

export type Store = ReturnType<typeof openStore>;

const NOTHING: readonly ProgressEvent[] = [];

/** Opens the learner's record and repairs what can be repaired. Nothing here throws. */
export function openStore(world: World) {
  const space = spaceOf(world.base ?? '/');
  const engine = openSpace(world.storage, world.base ?? '/', world.tab);
  const spill = engine.trouble ? engine : memoryEngine('full', space, world.tab);
  const profiles = openProfiles(engine, spill);
  const records = new Map<string, LearnerRecord>();
  const views = new Set<(change: Change) => void>();
  const copies = new Set<Copy>();
  /** Ends when everything that was given to the copies is on disk, or could not be written there. */
  let copying: Promise<unknown> = Promise.resolve();
  const blank = foldEvents([]);
  let current: string | null = null;
  /** The profile of which listeners were told last. */
  let told: string | null = null;

  /** Whether this page has seen keys in the storage; they do not all vanish of themselves. */
  let hadKeys = !engine.isEmpty();

  /** @returns whether a copy has it on disk; false where there is none */
  const inCopies = (work: (copy: Copy) => Promise<boolean>): Promise<boolean> => {
    const all = Promise.all([...copies].map((copy) => work(copy).catch(() => false)));
    // Without what they gave: each would keep all before it in memory.
    copying = Promise.all([copying, all]).then(() => undefined);
    return all.then((done) => done.includes(true));
  };
  const record = (id: string): LearnerRecord => {
    const known = records.get(id);
    if (known) return known;
    const opened = openRecord(id, {
      engine,
      spill,
      isErased: profiles.isErased,
      alone: world.alone ?? ((work) => work()),
      tab: engine.trouble ? undefined : world.tabId,
      wrote: (written, events) => inCopies((copy) => copy.keep(written, events)),
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
  /** Removes a profile from this page and the slots; no copy that comes later is taken for its record. */
  function bury(id: string): void {
    const trouble = profiles.markErased(id);
    record(id).erase();
    records.delete(id);
    for (const key of engine.keys()) if (key.startsWith(`${id}.`)) engine.remove(key);
    // With the record gone there may be room for its mark.
    if (trouble) profiles.markErased(id);
    if (current === id) point(null);
  }
  /** Data that the browser was told to clear are not put back from what this page remembers. */
  function noticeClearing(): void {
    const isCleared = hadKeys && !engine.trouble && engine.isEmpty();
    hadKeys = !engine.isEmpty();
    if (!isCleared) return;
    for (const id of [...records.keys()]) void store.erase(id);
  }
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
    noticeClearing();
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
    hadKeys = !engine.isEmpty();
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
    /** Turns the shared phone on or off; the profile in use stays in use in this tab. @returns as `erase` */
    share(isOn: boolean): Promise<boolean> {
      const text = profiles.setShared(isOn);
      point(current);
      tell();
      return inCopies((copy) => copy.share(text));
    },
    /** Uses another profile; null means that nobody is chosen. */
    use(id: string | null): void {
      point(id);
      inUse()?.heal('opened');
      tell();
    },
    /** Makes a new profile and uses it. @returns its id */
    create(): string {
      const id = begin();
      record(id).add(() => []);
      tell();
      return id;
    },
    /**
     * Erases one profile for good, here and in every copy.
     * @returns true once it is certain that nothing brings it back; false where no second copy could be told, so that
     *   the browser must stay open some seconds before the erasure is on disk
     */
    erase(id: string): Promise<boolean> {
      bury(id);
      tell();
      return inCopies((copy) => copy.erase(id));
    },
    /** Erases every profile and what the phone remembers beside them. @returns as `erase` */
    async eraseAll(): Promise<boolean> {
      const all = ids().map(store.erase);
      if (profiles.isShared()) all.push(store.share(false));
      point(null);
      engine.remove('active');
      tell();
      return (await Promise.all(all)).every(Boolean);
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
    /** Takes in what a second copy holds: who was erased, whether the phone is shared, and what slots have lost. */
    restore({ erased, shared, records: copied }: Omit<Copied, 'numbers'>): void {
      for (const id of erased) if (!profiles.isErased(id) || profiles.has(id)) bury(id);
      for (const id of profiles.erased()) {
        if (!erased.includes(id)) void inCopies((copy) => copy.erase(id));
      }
      if (shared !== null && profiles.restoreShared(shared)) current = profiles.chosen(ids());
      const next = ids().length === 0 && profiles.nextId([], world.newId);
      for (const [id, events] of copied) {
        // An empty copy is no record, and must not look like one.
        if (profiles.isErased(id) || events.length === 0) continue;
        if (record(id).lacks(events)) record(id).add(() => events);
      }
      // It was begun after the last erasure; that somebody has to be chosen dates from before it.
      if (next && ids().join() === next && !profiles.isShared()) profiles.choose(next);
      hadKeys = !engine.isEmpty();
      if (current) tell();
      else store.refresh();
    },
    /** Writes what other tabs have overwritten, in the last moment that a page has. */
    leave(): void {
      noticeClearing();
      for (const one of records.values()) one.heal('leaving');
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
    /** Follows every change with a second copy. */
    copyTo(copy: Copy): void {
      copies.add(copy);
    },
    /** Resolves once the copies have on disk what was recorded until now, or have failed to write it. */
    async copied(): Promise<void> {
      await copying;
    },
    status(): Status {
      const status = inUse()?.status() ?? troubleToStatus(engine.trouble) ?? 'saved';
      return status === 'saved' && engine.hasAdopted ? 'adopted' : status;
    },
    /** Every name under which the project keeps something in this browser's storage. */
    keys: (): string[] =>
      engine
        .keys()
        .map((key) => space + key)
        .sort(),
    /** Whether what stands under one of these names is the record of somebody who is not in use now. */
    isOfOther(name: string): boolean {
      const [id = ''] = name.slice(space.length).split('.');
      return id !== current && ids().includes(id);
    },
    /** What stands under one of these names, as it is. */
    stored: (name: string): string => engine.get(name.slice(space.length)) ?? '',
    /**
     * Takes in what another tab wrote. Where this tab wrote over it before it heard of that, and the other has gone, it
     * stands nowhere else.
     * @param name the name under which it was written
     */
    hear(name: string, text: string | null): void {
      const [id = '', side = ''] = name.slice(space.length).split('.');
      // A tab whose entries are on disk takes its key away, which changes nothing.
      if (text === null && side.startsWith('tab-')) return;
      const isRecord = /^([ab]$|tab-)/.test(side) && ids().includes(id);
      if (isRecord) record(id).hear(readSlot(eventsFormat, text).entries);
      if (isRecord && id !== current) record(id).heal('changed');
      store.refresh();
    },
    /** Reads again what other tabs have written, and writes what they have overwritten. */
    refresh(): void {
      noticeClearing();
      const known = ids();
      current = profiles.chosen(known) ?? (current && known.includes(current) ? current : null);
      inUse()?.heal('changed');
      tell();
    },
  };

  current = profiles.chosen(ids());
  told = current;
  inUse()?.heal('opened');
  return store;
}
