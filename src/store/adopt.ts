import { type Engine, openEngine, type StorageLike, storedEngine } from './engine.ts';
import { OLD_SPACE, spaceOf } from './space.ts';

/**
 * Opens the storage of one copy of the course. What an earlier edition kept under names that all copies on an origin
 * shared goes to the copy that finds it first, text by text as it is.
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
    const hasAdopted = storage !== null && adopt(engine, storedEngine(storage, OLD_SPACE));
    if (hasAdopted) return { ...engine, hasAdopted };
  } catch {
    // A storage that fails in the middle is tried again by the next page; what was not moved stands where it was.
  }
  return engine;
}

/** Moves all that it can. @returns whether something was there that a learner sees: a record or numbers */
function adopt(engine: Engine, old: Engine): boolean {
  const keys = old.keys();
  if (keys.length === 0) return false;
  let isSeen = false;
  const gone = `${engine.get('gone') ?? ''} ${old.get('gone') ?? ''}`.trim();
  if (gone) engine.set('gone', gone);
  for (const key of keys) {
    const isOver = key === 'gone' || gone.split(' ').includes(key.split('.')[0] ?? '');
    if (!isOver && !isMoved(engine, old, key)) return isSeen;
    isSeen ||= !isOver && /\.[ab]$|^our-numbers/.test(key);
    old.remove(key);
  }
  return isSeen;
}

/** Moves one text. @returns false where there is no room for it */
function isMoved(engine: Engine, old: Engine, key: string): boolean {
  const value = old.get(key);
  const [id, slot] = key.split('.');
  // Where this copy has a slot of its own, the old one is put aside; what is put aside is read with the slots.
  const places = slot ? [key, ...[1, 2, 3, 4].map((place) => `${id}.kept-${place}`)] : [key];
  const place = places.find((one) => [null, value].includes(engine.get(one)));
  if (value === null || place === undefined || !engine.set(place, value)) return true;
  // Where there is no room for it twice, a slot gives up its own: its twin holds the same.
  if (!slot) return false;
  old.remove(key);
  if (!engine.set(place, value)) return true;
  old.set(key, value);
  return false;
}
