import { mergeEvents } from '../domain/progress.ts';
import { type Engine, openEngine, type StorageLike, storedEngine } from './engine.ts';
import { openJournal } from './journal.ts';
import { eventsFormat } from './migrate.ts';
import { OLD_SPACE, spaceOf } from './space.ts';

/**
 * Opens the storage of one copy of the course. What an earlier edition kept under names that all copies on an origin
 * shared goes to the copy that finds it first.
 * @param base the path below which this copy lives
 */
export function openSpace(
  door: () => StorageLike | null,
  base: string,
  tab?: { name: string },
): Engine {
  const engine = openEngine(door, spaceOf(base), tab);
  if (engine.trouble) return engine;
  try {
    const storage = door();
    if (storage) adopt(engine, storedEngine(storage, OLD_SPACE));
  } catch {
    // A storage that fails in the middle is tried again by the next page; what was not moved stands where it was.
  }
  return engine;
}

function adopt(engine: Engine, old: Engine): void {
  const keys = old.keys();
  if (keys.length === 0) return;
  const list = (text: string | null) => (text ?? '').split(' ').filter(Boolean);
  const gone = list(old.get('gone'));
  if (gone.length > 0)
    engine.set('gone', [...new Set([...list(engine.get('gone')), ...gone])].join(' '));
  const ids = new Set(
    keys.flatMap((key) => /^([a-z0-9]+)\.(?:[ab]|kept-\d)$/.exec(key)?.[1] ?? []),
  );
  for (const id of ids) if (!moveRecord(engine, old, id, gone)) return;
  for (const key of ['active', 'shared', 'our-numbers']) {
    const value = old.get(key);
    if (value !== null && engine.get(key) === null && engine.set(key, value)) return;
  }
  for (const key of ['active', 'shared', 'our-numbers', 'gone', 'probe']) old.remove(key);
}

/** @returns whether nothing of it is left under the old name, or what is left belongs to a newer edition */
function moveRecord(engine: Engine, old: Engine, id: string, gone: readonly string[]): boolean {
  const from = openJournal(old, id, eventsFormat);
  const { state, entries } = from.read();
  if (state === 'newer') return true;
  if (!gone.includes(id)) {
    const to = openJournal(engine, id, eventsFormat);
    if (to.write(entries)) {
      // Where there is no room for a record twice, one of its old slots makes room for the first of the new ones.
      old.remove(`${id}.b`);
      if (to.write(entries)) return false;
    }
    if (mergeEvents(to.read().entries, entries).length !== to.read().entries.length) return false;
  }
  from.erase();
  return true;
}
