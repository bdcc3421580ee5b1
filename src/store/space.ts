/**
 * What stands before every key of one copy of the course in the browser's storage. Copies of several hostels may lie
 * on one origin, each below a path of its own; none sees what another keeps.
 * @param base the path below which the copy lives, such as `/` or `/hostel-a/`
 */
export const spaceOf = (base: string): string => `dastak${base.replace(/\/*$/, '/')}`;

/** What stood before every key until each copy had a space of its own. */
export const OLD_SPACE = 'dastak.';

/** The keys of a space among the names in a storage, without what stands before them. */
export const keysOf = (space: string, names: readonly string[]): string[] =>
  names
    .filter((name) => name.startsWith(space))
    .map((name) => name.slice(space.length))
    // A copy at the root has a space with which those of all others begin.
    .filter((key) => !key.includes('/'));
