import type { Engine, Trouble } from './engine.ts';

/** Whose record it is; label and colour are settings of the record and may be empty. */
export interface Profile {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
}

/**
 * The first profile has the same id everywhere, so that two tabs that begin at once begin the same one, and a page whose
 * storage is behind its second copy goes on with the one in the copy. The next first one, after an erasure, likewise.
 */
const FIRST = 'one';
const ACTIVE = 'active';
const SHARED = 'shared';
const GONE = 'gone';
/** In the place of a profile: somebody has to be chosen before a record is used. */
const NOBODY = '-';

/** Who uses this phone: profiles that have slots, who was chosen, whether it is shared, and who was erased. */
export interface Profiles {
  /** Ids of the profiles that have slots, erased ones among them. */
  stored(): string[];
  /** The profile that was chosen, if it is among `ids`; alone it need not be chosen. */
  chosen(ids: readonly string[]): string | null;
  choose(id: string | null): void;
  isShared(): boolean;
  /** @returns the text by which a second copy remembers it */
  setShared(isOn: boolean): string;
  /** Takes what a second copy remembers if it is later. @returns whether that changed anything */
  restoreShared(text: string): boolean;
  isErased(id: string): boolean;
  /** Whether slots of this profile stand in the storage, erased or not. */
  has(id: string): boolean;
  /** Puts a profile among the erased. @returns null when that was stored, else why not */
  markErased(id: string): Trouble | null;
  /** The id of a profile to be made. */
  nextId(ids: readonly string[], newId: () => string): string;
  /** Ids of all who were erased. */
  erased(): string[];
}

/**
 * Opens what a phone remembers of its profiles.
 * @param spill where it lives while it must not outlive the tab
 */
export function openProfiles(engine: Engine, spill: Engine): Profiles {
  const erased = () => (engine.get(GONE) ?? '').split(' ').filter(Boolean);
  const isErased = (id: string) => erased().includes(id);
  /** `<changes>:yes` or `<changes>:no`, so that of two copies the later one counts; `yes` alone was the first shape. */
  const shared = (text = engine.get(SHARED)) => {
    const [, changes = '0', value] = /^(?:(\d{1,9}):)?(yes|no)$/.exec(text ?? '') ?? [];
    return { changes: Number(changes), isOn: value === 'yes' };
  };
  const isShared = () => shared().isOn;
  const pointer = () => (isShared() ? spill : engine);
  return {
    stored: () =>
      [...engine.keys(), ...spill.keys()].flatMap(
        (key) => /^([a-z0-9]+)\.[ab]$/.exec(key)?.slice(1) ?? [],
      ),
    chosen(ids) {
      const wanted = pointer().get(ACTIVE);
      if (wanted && ids.includes(wanted)) return wanted;
      // A lost pointer is no loss where there is one record only; after an erasure the next one is never guessed.
      const isLost = !wanted || (wanted !== NOBODY && !isErased(wanted));
      return isLost && !isShared() && ids.length === 1 ? (ids[0] ?? null) : null;
    },
    choose: (id) => void pointer().set(ACTIVE, id ?? NOBODY),
    isShared,
    setShared(isOn) {
      const text = `${shared().changes + 1}:${isOn ? 'yes' : 'no'}`;
      pointer().remove(ACTIVE);
      engine.set(SHARED, text);
      return text;
    },
    restoreShared(text) {
      const wasOn = isShared();
      if (shared(text).changes <= shared().changes) return false;
      engine.set(SHARED, text);
      // Who was chosen on the phone was chosen before that.
      if (!wasOn && isShared()) engine.remove(ACTIVE);
      return wasOn !== isShared();
    },
    isErased,
    has: (id) => engine.keys().some((key) => key.startsWith(`${id}.`)),
    markErased: (id) => engine.set(GONE, [...new Set([...erased(), id])].join(' ')),
    nextId(ids, newId) {
      if (ids.length > 0) return newId();
      let id = FIRST;
      for (let next = 2; isErased(id); next += 1) id = `${FIRST}${next}`;
      return id;
    },
    erased,
  };
}
