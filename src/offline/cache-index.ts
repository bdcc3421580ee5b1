import { filesOf, type Release } from '../domain/release.ts';

/** A list of files that a release keeps; `isFull` where the phone had no room for all of them. */
export type Listing = Release & { isFull?: boolean };

/** What a release keeps, by language; under `''` the page without net and what it needs. */
export type Note = Record<string, Listing>;

/** Every file that notes name, as address and content hash. */
export function filesOfNotes(notes: readonly Note[]): [string, string][] {
  return notes.flatMap((note) => Object.values(note).flatMap((list) => [...filesOf(list)]));
}
