import { knownSettings } from '../domain/profile.ts';
import {
  foldEvents,
  mergeEvents,
  type Progress,
  type ProgressEvent,
  settingsOf,
} from '../domain/progress.ts';
import type { Engine, Trouble } from './engine.ts';
import { openJournal } from './journal.ts';
import { eventsFormat, isReadable } from './migrate.ts';
import { openTabSlot } from './tab-slot.ts';

/** What became of an action: kept for good, or why not. `asks`: nobody has said yet whose record it is for. */
export type Saved =
  | { readonly saved: true }
  | { readonly saved: false; readonly why: Trouble | 'newer' | 'asks' };

/**
 * `saved`, or what a learner must be told: kept in this tab only (`memory`, `full`), left alone, repaired, or just taken
 * over from an earlier release (`adopted`).
 */
export type Status = 'saved' | 'memory' | 'full' | 'newer' | 'damaged' | 'adopted';

/** What a learner must be told of a trouble, if there is one. */
export function troubleToStatus(trouble: Trouble | 'newer' | null): Status | null {
  if (trouble === null || trouble === 'full' || trouble === 'newer') return trouble;
  return 'memory';
}

/** What all records of a phone have in common. */
export interface Surroundings {
  /** What the browser stores. */
  readonly engine: Engine;
  /** Where a record lives for which the browser has no room: the tab. */
  readonly spill: Engine;
  isErased(id: string): boolean;
  /** Runs work while no other tab does. */
  alone(work: () => void): void;
  /** Names this tab among those that are open at once. */
  readonly tab?: string | undefined;
  /** Is told after a record was written, with all of its events. @returns whether a second copy has them on disk */
  wrote(id: string, events: readonly ProgressEvent[]): Promise<boolean>;
}

/** The events of one profile. */
export interface LearnerRecord {
  /** All events in the order of the record, as far as this page knows them. */
  events(): readonly ProgressEvent[];
  progress(): Progress;
  settings(): Progress['settings'];
  status(): Status;
  /** Whether some of these events are none of its own. */
  lacks(events: readonly ProgressEvent[]): boolean;
  /** Reads again what other tabs have written, adds to it, and writes what the slots lack. */
  add(added: (events: readonly ProgressEvent[]) => readonly ProgressEvent[]): Saved;
  /**
   * Writes what the slots lack.
   * @param when `opened`: slots that differ are made equal, too, and what tabs left apart goes to the copies; `changed`: other tabs do the same, so each in its turn;
   *   `leaving`: at once, since the page has no other moment
   */
  heal(when: 'opened' | 'changed' | 'leaving'): void;
  /** Knows of events that another tab wrote, so that the next healing writes them. */
  hear(events: readonly ProgressEvent[]): void;
  /** Begins it in memory; the first write stores it. */
  begin(events: readonly ProgressEvent[]): void;
  /** Removes it from the phone and from memory. */
  erase(): void;
}

/** Opens the record of a profile. Nothing is read before it is asked for. */
export function openRecord(id: string, around: Surroundings): LearnerRecord {
  const { engine, spill } = around;
  const main = openJournal(engine, id, eventsFormat);
  const spilt = openJournal(spill, id, eventsFormat);
  const tabs = openTabSlot(engine, id, eventsFormat, around.tab);
  /** What this page knows; a slot that another tab wrote over is healed from it. */
  let held: readonly ProgressEvent[] | undefined;
  let folded: { events: readonly ProgressEvent[]; progress: Progress } | undefined;
  let trouble: Trouble | 'newer' | null = engine.trouble;
  let wasDamaged = false;

  /** Unites what is stored, spilt and held. */
  function read() {
    const stored = main.read();
    const events = mergeEvents(stored.entries, spilt.read().entries, held ?? tabs.read());
    held = events;
    wasDamaged ||= stored.state === 'damaged';
    return { stored, events };
  }

  function write(events: readonly ProgressEvent[]): Saved {
    held = events;
    const failure = main.write(events);
    trouble = failure ?? engine.trouble;
    if (failure) spilt.write(events);
    else if (spill !== engine) spilt.erase();
    void around.wrote(id, events).then((isOnDisk) => {
      if (isOnDisk) tabs.confirm(events);
      else tabs.settle(main.read().entries);
    });
    return trouble ? { saved: false, why: trouble } : { saved: true };
  }

  const events = () => held ?? read().events;
  return {
    events,
    progress() {
      const all = events();
      if (folded?.events !== all) {
        const progress = foldEvents(all);
        folded = {
          events: all,
          progress: { ...progress, settings: knownSettings(progress.settings) },
        };
      }
      return folded.progress;
    },
    settings: () => knownSettings(settingsOf(events())),
    status: () => troubleToStatus(trouble) ?? (wasDamaged ? 'damaged' : 'saved'),
    lacks: (others) => mergeEvents(events(), others).length > events().length,
    add(added) {
      const { stored, events: before } = read();
      const more = added(before);
      // What the next page could not read must neither be called saved nor be mixed with what it can.
      const sound = more.filter(isReadable);
      const all = mergeEvents(before, sound);
      tabs.add(sound);
      const isThere = stored.state === 'valid' && stored.entries.length === all.length;
      const saved = isThere && !engine.trouble ? ({ saved: true } as const) : write(all);
      if (saved.saved) trouble = null;
      return more.length === sound.length ? saved : { saved: false, why: 'unread' };
    },
    heal(when) {
      const { stored, events: all } = read();
      const isLess = all.length > stored.entries.length;
      const isUneven =
        when === 'opened' && stored.state !== 'empty' && (!stored.isDouble || tabs.isFilled());
      if (!isLess && !isUneven) return;
      // It may be erased while the work waits for its turn.
      const work = () => {
        if (!around.isErased(id)) write(read().events);
      };
      if (when === 'changed') around.alone(work);
      else work();
    },
    hear(heard) {
      held = mergeEvents(events(), heard.filter(isReadable));
    },
    begin(first) {
      held = first;
    },
    erase() {
      main.erase();
      spilt.erase();
      tabs.erase();
      held = [];
    },
  };
}
