/**
 * What a value is called in a link's fragment: a code, a hostel's own numbers, a claim, a round, a row of one, a signed
 * credential.
 */
export const CODE = 'c';
export const NUMBERS = 'n';
export const CLAIM = 'z';
export const ROUND = 'r';
export const ROW = 'w';
export const CREDENTIAL = 'v';

/** What stands before a value in a link. */
export const toFragment = (name: string, value: string): string => `#${name}=${value}`;

/**
 * Whether a link's fragment carries a value of this name; other apps encode its signs.
 * @param hash as a location gives it, with its `#`
 */
export const isNamed = (hash: string, name: string): boolean =>
  new RegExp(`^#${name}(=|%3D)`, 'i').test(hash);
