/** how far a language is stored on this phone. */
export interface Kept {
  lang: string;
  /** `full`: no room for all of it; `cut`: the net went away, or the host sent something else than was built. */
  state: 'none' | 'loading' | 'cut' | 'full' | 'whole';
  /** What was fetched of it, and all there is to fetch: bytes over the wire. */
  bytes: number;
  total: number;
  /** Whether *Help now* and *Whom do I ring now?* are here. */
  hasHelp: boolean;
  /** Ids of the modules that are here. */
  modules: readonly string[];
  /** Whether somebody was told that it is whole; a worker of an earlier release does not know. */
  isSaid?: boolean;
}

/** What a page asks of the worker. `keep` without `isAsked` never begins a second language. */
export type PageRequest =
  | { does: 'tell' }
  | { does: 'said'; lang: string }
  | { does: 'keep'; lang: string; at: string; isAsked: boolean }
  | { does: 'switch' };

/** Why a worker that was to be the first of its site could not be installed, sent to its pages. */
export interface InstallFailure {
  failed: 'cut' | 'full';
}

/** How much a worker keeps, sent to its pages whenever something has changed or a page asks. */
export interface CacheReport {
  kept: readonly Kept[];
  /** Whether a newer release is here and waits for consent. */
  hasNewer: boolean;
}
