import type { StorageLike } from './engine.ts';
import type { SecondCopy } from './second-copy.ts';

/** What the store needs of the world around it. */
export interface World {
  /** Gives the storage; may throw or give null. */
  readonly storage: () => StorageLike | null;
  /** The path below which this copy of the course lives; `/` unless told. */
  readonly base?: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A new profile id: lower-case letters and digits. */
  readonly newId: () => string;
  /** Names this tab among those that are open at once; without it, tabs share their slots only. */
  readonly tabId?: string;
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

/** Where a second copy of records is kept; each promise gives true once that is on disk. */
export type Copy = Pick<SecondCopy, 'keep' | 'erase' | 'share'>;
