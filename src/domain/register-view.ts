import type { Claim } from './claim.ts';
import { isSigned, type Person, type PersonState } from './register-people.ts';
import { remembered } from './remembered.ts';
import { searchKey, searchWords } from './search-key.ts';

/** What of a register is shown; an empty text stands for all. */
export interface View {
  /** What was typed to look for. */
  readonly search: string;
  readonly role: string;
  readonly place: string;
  /** A state, or `unsigned`: practised what no credential tells of. */
  readonly state: PersonState | 'unsigned' | '';
  readonly sort: SortKey;
}

export const sortKeys = ['name', 'place', 'due', 'received'] as const;
export type SortKey = (typeof sortKeys)[number];

/** People in every order that was asked for, and what they are found by; made once for each state of a register. */
export interface PeopleIndex {
  readonly count: number;
  /** Those of a view, in its order. */
  find(view: View): readonly Person[];
  /** Places by their names, without those that differ in case, spaces or nukta only. */
  readonly places: readonly string[];
  /** How a place is called here, by its `placeKey`; empty where nobody wrote it. */
  placeOf(key: string): string;
}

/** A place as it is compared: hundreds of people write the same few. */
export const placeKey: (place: string) => string = remembered(searchKey);

/** What claims are found by: a claim never changes, and most of them stay when a register changes. */
const claimKey = remembered(
  // A name and a place are never found as one.
  ({ name, place }: Claim) => `${searchKey(name)} ${placeKey(place)}`,
  new WeakMap(),
);
const foundBy = ({ entries }: Person): string =>
  entries.map(({ claim }) => (claim ? claimKey(claim) : '')).join(' ');

/** Makes a register ready to be looked through. @param lang whose alphabet puts names in order */
export function indexPeople(people: readonly Person[], lang: string): PeopleIndex {
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const places = new Map<string, string>();
  for (const { claim } of people) {
    const key = placeKey(claim.place);
    if (key && !places.has(key)) places.set(key, claim.place);
  }
  const compares: Record<SortKey, (a: Person, b: Person) => number> = {
    name: (a, b) => compare(a.claim.name, b.claim.name),
    place: (a, b) => compare(a.claim.place, b.claim.place) || compares.name(a, b),
    due: (a, b) => urgency(a) - urgency(b) || byText(a.due, b.due),
    received: (a, b) => byText(b.received, a.received),
  };
  const inOrder = remembered((key: SortKey) =>
    [...people].sort((a, b) => compares[key](a, b) || byText(a.id, b.id)),
  );
  return {
    count: people.length,
    places: [...places.values()].sort(compare),
    placeOf: (key) => places.get(key) ?? '',
    find({ search, role, place, state, sort }) {
      const words = searchWords(search);
      const at = placeKey(place);
      return inOrder(sort).filter(
        (person) =>
          (role === '' || person.claim.role === role) &&
          (at === '' || placeKey(person.claim.place) === at) &&
          (state === '' || (state === 'unsigned' ? isUnsigned(person) : person.state === state)) &&
          (words.length === 0 || isFound(foundBy(person), words)),
      );
    },
  };
}

/** Whether somebody has practised everything and no credential tells of it. */
const isUnsigned = (person: Person): boolean => person.state !== 'not-yet' && !isSigned(person);

const isFound = (key: string, words: readonly string[]) =>
  words.every((word) => key.includes(word));
const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const ORDER: readonly PersonState[] = ['overdue', 'due', 'trained', 'not-yet'];
const urgency = ({ state }: Person) => ORDER.indexOf(state);
