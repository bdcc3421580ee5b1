import { eventKey, type ProgressEvent } from '../../src/domain/progress.ts';
import { eventToRow } from '../../src/store/migrate.ts';
import { openStore, type Store } from '../../src/store/progress-store.ts';
import type { Saved } from '../../src/store/record.ts';
import { fakeStorage } from './fake-engine.ts';
import { readSlot } from './slots.ts';

/** How often a rule is tried; `DASTAK_RUNS` raises it. */
export const runs = (usual: number): number =>
  Math.max(usual, Number(process.env.DASTAK_RUNS ?? 0));

interface Tab {
  store: Store;
  window: { name: string };
}

/** One thing that happens to a phone; every number is taken modulo what there is to choose from. */
export type Happening =
  | { does: 'answer'; tab: number; item: number; choice: number }
  | { does: 'read'; tab: number; card: number }
  | { does: 'import'; tab: number; events: ProgressEvent[] }
  | { does: 'reload' | 'open' | 'hear'; tab: number }
  | { does: 'kill'; tab: number; after: number; torn: number | null; item: number }
  | { does: 'flip'; side: 'a' | 'b'; place: number; bit: number }
  | { does: 'tear'; side: 'a' | 'b'; place: number }
  | { does: 'room'; left: number | null }
  | { does: 'garble' }
  | { does: 'clock'; by: number };

/** A phone with one profile, one storage and up to three tabs, to which anything may happen. */
export function device() {
  const disk = fakeStorage();
  const tabs: Tab[] = [];
  const acknowledged = new Map<string, ProgressEvent>();
  const saidUnwritten: string[] = [];
  const made = new Set<string>();
  let minutes = 29_000_000;
  let born = 0;

  const open = (window = { name: '' }): Tab => {
    disk.revive();
    const store = openStore({
      storage: () => disk,
      clock: () => minutes * 60_000,
      newId: () => `p${born++}`,
      tab: window,
    });
    return { store, window };
  };
  const tabAt = (index: number): Tab => {
    const tab = tabs[index % Math.max(tabs.length, 1)];
    if (tab) return tab;
    tabs.push(open());
    return tabAt(0);
  };
  const texts = () => [...disk.values].filter(([key]) => /\.[ab]$/.test(key));
  const isWritten = (key: string) =>
    texts().some(([, text]) => {
      const slot = readSlot(text);
      return slot.state === 'valid' && slot.entries.some((event) => eventKey(event) === key);
    });

  /** Does something in a tab and, if the store says saved, holds it to that. */
  function does(tab: Tab, work: (store: Store) => Saved): void {
    const { saved } = work(tab.store);
    for (const event of tab.store.events()) made.add(eventKey(event));
    // A page that died in the middle has told nobody anything.
    if (disk.isDead || !saved) return;
    for (const event of tab.store.events()) {
      const key = eventKey(event);
      if (!acknowledged.has(key) && !isWritten(key)) saidUnwritten.push(key);
      acknowledged.set(key, event);
    }
  }

  /** Damage from outside excuses the loss of what stood nowhere else, and of nothing more. */
  function damage(side: 'a' | 'b', change: (text: string) => string): void {
    const [key, text] = texts().find(([name]) => name.endsWith(`.${side}`)) ?? [];
    if (key === undefined || text === undefined) return;
    disk.values.set(key, change(text));
    const all = [...disk.values.values()].join('\n');
    for (const [id, event] of acknowledged) {
      if (!all.includes(eventToRow(event))) acknowledged.delete(id);
    }
  }

  function happens(event: Happening): void {
    switch (event.does) {
      case 'answer':
        does(tabAt(event.tab), (store) =>
          store.dispatch({
            kind: 'answer',
            item: `item-${event.item}`,
            choice: ['abcdef'.charAt(event.choice)],
          }),
        );
        break;
      case 'read':
        does(tabAt(event.tab), (store) =>
          store.dispatch({ kind: 'card', item: `card-${event.card}`, choice: [] }),
        );
        break;
      case 'import':
        does(tabAt(event.tab), (store) => store.importEvents(event.events));
        break;
      case 'kill': {
        const tab = tabAt(event.tab);
        disk.problems.killIn = event.after;
        disk.problems.torn = event.torn;
        does(tab, (store) =>
          store.dispatch({ kind: 'answer', item: `item-${event.item}`, choice: ['k'] }),
        );
        tabs.splice(tabs.indexOf(tab), 1);
        disk.revive();
        break;
      }
      case 'reload': {
        const tab = tabAt(event.tab);
        tabs[tabs.indexOf(tab)] = open(tab.window);
        break;
      }
      case 'open':
        if (tabs.length < 3) tabs.push(open());
        break;
      case 'hear':
        tabAt(event.tab).store.refresh();
        break;
      case 'flip':
        damage(event.side, (text) => {
          const at = event.place % text.length;
          const flipped = String.fromCharCode(text.charCodeAt(at) ^ (1 << event.bit));
          return text.slice(0, at) + flipped + text.slice(at + 1);
        });
        break;
      case 'tear':
        damage(event.side, (text) => text.slice(0, event.place % text.length));
        break;
      case 'room': {
        const used = [...disk.values].reduce(
          (sum, [key, value]) => sum + key.length + value.length,
          0,
        );
        disk.problems.room = event.left === null ? Number.POSITIVE_INFINITY : used + event.left;
        break;
      }
      case 'garble':
        disk.problems.garble = 1;
        break;
      case 'clock':
        minutes = Math.max(1, minutes + event.by);
        break;
    }
  }

  return {
    disk,
    happens,
    /** What a page opened now has too little (acknowledged events) and too much (events that nobody made). */
    problems(): string[] {
      const there = new Set(open().store.events().map(eventKey));
      const lost = [...acknowledged.keys()].filter((key) => !there.has(key));
      const invented = [...there].filter((key) => !made.has(key));
      return [...lost.map((key) => `lost: ${key}`), ...invented.map((key) => `invented: ${key}`)];
    },
    /** Events that a page called saved though no readable slot held them. */
    saidUnwritten,
    acknowledged: () => acknowledged.size,
  };
}
