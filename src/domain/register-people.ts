import type { Claim } from './claim.ts';
import { hasAll } from './outcome.ts';
import { nextRefresher, refresherState } from './refresher.ts';
import {
  type Attestation,
  type Entry,
  type Issued,
  laterClaim,
  practisedOn,
  type Register,
} from './register.ts';
import { searchKey } from './search-key.ts';

/** How somebody stands: trained, refresher due, refresher overdue, or not everything practised yet. */
export const standingsOfPeople = ['trained', 'due', 'overdue', 'not-yet'] as const;
export type PersonState = (typeof standingsOfPeople)[number];

/** A person in the register: one entry, or several that a coordinator has joined. */
export interface Person {
  /** The first `learner` of its entries. */
  readonly id: string;
  readonly entries: readonly Entry[];
  readonly claim: Claim;
  readonly received: string;
  /** The latest attestation. */
  readonly attested: Attestation | undefined;
  /** The latest credential that is not revoked and has a place of a status list for itself. */
  readonly issued: Issued | undefined;
  /** Whether the only credentials share their place with somebody else's, so that to withdraw one withdraws both. */
  readonly isShared: boolean;
  /** Day of the latest revocation, or empty. */
  readonly revoked: string;
  readonly state: PersonState;
  /** Day of the next refresher. */
  readonly due: string;
}

/** Whether a person's credential tells of all that the latest claim tells of. */
export const isSigned = ({ claim, issued }: Person): boolean => issued?.of === practisedOn(claim);

/** All people of a register, as they stand on a day, those who were removed left out. */
export function peopleOf(register: Register, today: string): Person[] {
  const toPerson = personMaker(today, sharedPlaces(register));
  return groupsOf(register).flatMap((entries) => toPerson(entries) ?? []);
}

const placeOf = ({ key, serial }: Issued): string => `${key} ${serial}`;

/** Places that desks with one key drew for several records, since neither knew of the other. */
function sharedPlaces(register: Register): ReadonlySet<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const { learner, issued } of register.values()) {
    for (const one of issued) {
      const place = placeOf(one);
      if ((owners.get(place) ?? learner) !== learner) shared.add(place);
      owners.set(place, learner);
    }
  }
  return shared;
}

/** Entries of one person side by side. */
function groupsOf(register: Register): Entry[][] {
  const groups: Map<string, Entry[]> = new Map();
  for (const entry of register.values()) groups.set(entry.learner, [entry]);
  for (const { learner, same } of register.values()) {
    for (const [other, times] of Object.entries(same)) {
      const [here, there] = [groups.get(learner), groups.get(other)];
      if (times % 2 === 0 || !here || !there || here === there) continue;
      const both = [...here, ...there];
      for (const entry of both) groups.set(entry.learner, both);
    }
  }
  return [...new Set(groups.values())];
}

function personMaker(
  today: string,
  shared: ReadonlySet<string>,
): (entries: readonly Entry[]) => Person | null {
  // Thousands of people have practised on the same few days.
  const known = new Map<string, Pick<Person, 'state' | 'due'>>();
  const standing = ({ on, refreshed, met }: Claim) => {
    const isWhole = hasAll(met);
    const key = `${isWhole}${on}${refreshed}`;
    const before = known.get(key);
    if (before) return before;
    const fresh = refresherState(on, refreshed, today);
    const state: PersonState = !isWhole ? 'not-yet' : fresh === 'fresh' ? 'trained' : fresh;
    const found = { state, due: nextRefresher(on, refreshed) };
    known.set(key, found);
    return found;
  };
  return (group) => {
    const entries = group.length > 1 ? group.filter(({ claim }) => claim) : group;
    const sorted = entries.length > 1 ? [...entries].sort(byLearner) : entries;
    const claims = sorted.flatMap(({ claim }) => claim ?? []);
    const [first] = claims;
    if (!first) return null;
    const claim = claims.reduce(laterClaim, first);
    const days = sorted.map(({ received }) => received).sort();
    const issued = group.flatMap((entry) => entry.issued);
    const own = issued.filter((one) => one.revoked === '' && !shared.has(placeOf(one)));
    return {
      id: sorted[0]?.learner ?? '',
      entries: sorted,
      claim,
      received: days[0] ?? '',
      attested: last(sorted.flatMap(({ attested }) => attested)),
      issued: last(own),
      isShared: own.length === 0 && issued.some((one) => shared.has(placeOf(one))),
      revoked: issued.reduce((day, { revoked }) => (revoked > day ? revoked : day), ''),
      ...standing(claim),
    };
  };
}

const byLearner = (a: Entry, b: Entry) => (a.learner < b.learner ? -1 : 1);

/** The one with the latest day; of several on one day, the last. */
const last = <One extends { on: string }>(all: readonly One[]): One | undefined =>
  all.reduce<One | undefined>(
    (latest, one) => (latest && latest.on > one.on ? latest : one),
    undefined,
  );

/**
 * People who may be one and the same under two records: same name, place and day of practice. Nothing is done about
 * them before a coordinator has looked.
 * @returns pairs about which nobody has decided yet, at most `most`
 */
export function likelySame(people: readonly Person[], most = 50): [Person, Person][] {
  const alike = new Map<string, Person[]>();
  const pairs: [Person, Person][] = [];
  for (const person of people) {
    const { name, place, on } = person.claim;
    const key = JSON.stringify([searchKey(name), searchKey(place), on]);
    const others = alike.get(key) ?? [];
    for (const other of others) {
      if (pairs.length >= most) return pairs;
      if (!isDecided(person, other)) pairs.push([other, person]);
    }
    alike.set(key, [...others, person]);
  }
  return pairs;
}

const isDecided = (a: Person, b: Person): boolean =>
  a.entries.some((one) =>
    b.entries.some((other) => other.learner in one.same || one.learner in other.same),
  );
