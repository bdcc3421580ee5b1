/*
 * The register of a coordinator: who sent a claim, who attested it, what was signed.
 *
 * One entry per `claim.learner`. Entries of two desks are joined by `joinEntries`, a least upper bound: in whatever
 * order and how often files come in, the same register comes of it and nobody is counted twice. So nothing in an entry
 * is ever overwritten by what is older: a claim gives way to a later one, attestations and credentials are only added,
 * a revocation stays. What can be taken back (a person removed, two entries called one person) is a number that only
 * grows: odd for yes, even for no.
 */
import type { Claim } from './claim.ts';

/** A coordinator's word that this person is known to them and that the claim fits what they know. */
export interface Attestation {
  readonly by: string;
  /** Day of the attestation. */
  readonly on: string;
  /** Latest practice that it was about, see `practisedOn`. */
  readonly of: string;
}

/** A credential that was signed at a desk. */
export interface Issued {
  /** Its place in the status list of its key. */
  readonly serial: number;
  /** Thumbprint of the key that signed it. */
  readonly key: string;
  /** Day of signing. */
  readonly on: string;
  /** Last day on which it is valid. */
  readonly until: string;
  /** Latest practice that it tells of. */
  readonly of: string;
  /** Day on which it was revoked, or empty. */
  readonly revoked: string;
}

/** What a register holds of one learner's record. */
export interface Entry {
  readonly learner: string;
  /** The latest claim; null once the person was removed. */
  readonly claim: Claim | null;
  /** Day on which the first claim came in, empty once the person was removed. */
  readonly received: string;
  readonly attested: readonly Attestation[];
  /** Stays when a person is removed: without it a revocation could not be published. No name is in it. */
  readonly issued: readonly Issued[];
  /** Other records of the same person by their `learner`: odd where a coordinator joined them, even where told apart. */
  readonly same: Readonly<Record<string, number>>;
  /** How often the person was removed and taken in again: odd while removed. */
  readonly removed: number;
}

/** More than anybody comes to in thirty years of refreshers. */
export const mostOf = { attested: 64, issued: 256, same: 64 } as const;

/** Day of the latest practice that a claim tells of. */
export const practisedOn = ({ on, refreshed }: Claim): string => (refreshed > on ? refreshed : on);

/** Puts texts in the order of their letters, the same on every phone. */
const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Of two values the one that counts as later: by its days, and then by all that it holds, so that order never matters. */
function later<Value>(a: Value, b: Value, rank: (value: Value) => readonly string[]): Value {
  const [ofA, ofB] = [a, b].map((value) => JSON.stringify(rank(value)));
  return byText(ofA ?? '', ofB ?? '') < 0 ? b : a;
}

const claimRank = (claim: Claim): string[] => [
  practisedOn(claim),
  claim.on,
  claim.release,
  JSON.stringify(claimFields(claim)),
];

/** The fields of a claim in one order. */
const claimFields = (claim: Claim) => [
  ...[claim.name, claim.place, claim.role, claim.release, claim.on],
  ...[claim.met, claim.truths, claim.refreshed],
];

/** Whichever of two claims of one learner is later by its days. */
export const laterClaim = (a: Claim, b: Claim): Claim => later(a, b, claimRank);

function joinAttested(all: readonly Attestation[]): Attestation[] {
  const byKey = new Map(all.map((one) => [JSON.stringify([one.on, one.of, one.by]), one]));
  return [...byKey]
    .sort(([a], [b]) => byText(a, b))
    .map(([, one]) => one)
    .slice(-mostOf.attested);
}

function joinIssued(all: readonly Issued[]): Issued[] {
  const byKey = new Map<string, Issued>();
  for (const one of all) {
    const key = JSON.stringify([one.key, one.serial]);
    const other = byKey.get(key) ?? one;
    const facts = later(one, other, ({ on, until, of }) => [on, until, of]);
    const days = [one.revoked, other.revoked].filter(Boolean).sort(byText);
    byKey.set(key, { ...facts, revoked: days[0] ?? '' });
  }
  return [...byKey.entries()].sort(([a], [b]) => byText(a, b)).map(([, one]) => one);
}

function joinSame(a: Entry['same'], b: Entry['same']): Record<string, number> {
  const ids = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort(byText);
  return Object.fromEntries(ids.map((id) => [id, Math.max(a[id] ?? 0, b[id] ?? 0)]));
}

/**
 * What two entries of one learner come to together: commutative, associative, idempotent.
 * @returns `a` itself where `b` adds nothing
 */
export function joinEntries(a: Entry, b: Entry): Entry {
  const joined = joinBoth(a, b);
  return entryText(joined) === entryText(a) ? a : joined;
}

function joinBoth(a: Entry, b: Entry): Entry {
  const issued = joinIssued([...a.issued, ...b.issued]);
  // Whoever removed a person, or took them in again, did so later than what the other desk has.
  if (a.removed !== b.removed) return { ...(a.removed > b.removed ? a : b), issued };
  const claim = a.claim && b.claim ? laterClaim(a.claim, b.claim) : (a.claim ?? b.claim);
  return {
    learner: a.learner,
    claim,
    received: [a.received, b.received].filter(Boolean).sort(byText)[0] ?? '',
    attested: joinAttested([...a.attested, ...b.attested]),
    issued,
    same: joinSame(a.same, b.same),
    removed: a.removed,
  };
}

/** An entry as text in which equal entries are equal. */
export const entryText = ({ learner, claim, received, attested, issued, same, removed }: Entry) =>
  JSON.stringify([
    learner,
    claim && claimFields(claim),
    received,
    attested.map(({ by, on, of }) => [by, on, of]),
    issued.map(({ serial, key, on, until, of, revoked }) => [serial, key, on, until, of, revoked]),
    Object.entries(same),
    removed,
  ]);

/** The entries of a register by `learner`. */
export type Register = ReadonlyMap<string, Entry>;

/** What two registers come to together. @returns those entries that are new or changed, and the whole */
export function joinRegisters(
  register: Register,
  others: Iterable<Entry>,
): { all: Register; changed: Entry[] } {
  const all = new Map(register);
  const changed = new Map<string, Entry>();
  for (const other of others) {
    const known = all.get(other.learner);
    const joined = known ? joinEntries(known, other) : other;
    if (joined === known) continue;
    all.set(other.learner, joined);
    changed.set(other.learner, joined);
  }
  return { all, changed: [...changed.values()] };
}
