import type { Engine, Trouble } from './engine.ts';

/** Whose record it is; label and colour are settings of the record and may be empty. */
export interface Profile {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
}

/** The first profile has the same id everywhere, so that two tabs that begin at once begin the same one. */
const FIRST = 'one';
const ACTIVE = 'active';
const SHARED = 'shared';
const GONE = 'gone';
/** In the place of a profile: somebody has to be chosen before a record is used. */
const NOBODY = '-';

/** Who uses this phone: profiles that have slots, who was chosen, whether it is shared, and who was erased. */
export interface Profiles {
  /** Ids of the profiles that have slots, erased ones left out. */
  stored(): string[];
  /** The profile that was chosen, if it is among `ids`; alone it need not be chosen. */
  chosen(ids: readonly string[]): string | null;
  choose(id: string | null): void;
  isShared(): boolean;
  setShared(isOn: boolean): void;
  isErased(id: string): boolean;
  /** Puts a profile among the erased. @returns null when that was stored, else why not */
  markErased(id: string): Trouble | null;
  /** The id of a profile to be made. */
  nextId(ids: readonly string[], newId: () => string): string;
  /** Removes what is remembered beside the records, but not who was erased. */
  forget(): void;
}

/**
 * Opens what a phone remembers of its profiles.
 * @param spill where it lives while it must not outlive the tab
 */
export function openProfiles(engine: Engine, spill: Engine): Profiles {
  const erased = () => (engine.get(GONE) ?? '').split(' ').filter(Boolean);
  const isErased = (id: string) => erased().includes(id);
  const isShared = () => engine.get(SHARED) !== null;
  const pointer = () => (isShared() ? spill : engine);
  return {
    stored() {
      const gone = erased();
      return [...engine.keys(), ...spill.keys()]
        .map((key) => /^([a-z0-9]+)\.[ab]$/.exec(key)?.[1] ?? '')
        .filter((id) => id && !gone.includes(id));
    },
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
      pointer().remove(ACTIVE);
      if (isOn) engine.set(SHARED, 'yes');
      else engine.remove(SHARED);
    },
    isErased,
    markErased: (id) => engine.set(GONE, [...new Set([...erased(), id])].join(' ')),
    nextId: (ids, newId) => (ids.length === 0 && !isErased(FIRST) ? FIRST : newId()),
    forget() {
      pointer().remove(ACTIVE);
      engine.remove(SHARED);
      engine.remove(ACTIVE);
    },
  };
}
