/** What stands before every key in the browser's storage. */
export const SPACE = 'dastak.';

/** The keys among the names in a storage, without what stands before them. */
export const keysOf = (names: readonly string[]): string[] =>
  names.filter((name) => name.startsWith(SPACE)).map((name) => name.slice(SPACE.length));
