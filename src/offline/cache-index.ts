import { filesOf, type Part, type Release } from '../domain/release.ts';

/** A list of files that a release keeps; `isFull` where the phone had no room for all of them. */
export type Listing = Release & { isFull?: boolean };

/** What a release keeps, by language; under `''` the page without net and what it needs. */
export type Note = Record<string, Listing>;

/** Whether every file of a part is here. */
export const isHere = ({ files }: Part, has: ReadonlySet<string>): boolean =>
  Object.values(files).every((hash) => has.has(hash));

/**
 * Content hashes that notes have a use for. Of a list for which the phone had no room these are its whole parts: a part
 * of which some files came takes room and opens no page. A list whose download was cut goes on where it ended.
 */
export function neededBy(notes: readonly Note[], has: ReadonlySet<string>): Set<string> {
  const lists = notes.flatMap((note) => Object.values(note));
  const parts = lists.flatMap(({ parts, isFull }) =>
    isFull ? parts.filter((part) => isHere(part, has)) : parts,
  );
  return new Set(parts.flatMap(({ files }) => Object.values(files)));
}

/** Every file that notes name, as address and content hash. */
export function filesOfNotes(notes: readonly Note[]): [string, string][] {
  return notes.flatMap((note) => Object.values(note).flatMap((list) => [...filesOf(list)]));
}
