import type { Claim } from './claim.ts';
import { daysAfter } from './refresher.ts';
import {
  type Attestation,
  type Entry,
  type Issued,
  joinEntries,
  laterClaim,
  practisedOn,
} from './register.ts';

/** What a claim is to a register; `future` where its practice lies beyond the desk's own day. */
export type Arrival = 'new' | 'newer' | 'same' | 'older' | 'future';

/**
 * Takes a claim in. A later claim takes the place of an earlier one and leaves attestations and credentials as they are.
 * @param before the entry of the same learner, if there is one
 * @param today the desk's own day
 * @returns what the claim was, and the entry as it is now; null where there is none
 */
export function takeClaim(
  before: Entry | undefined,
  claim: Claim,
  today: string,
): { arrival: Arrival; entry: Entry | null } {
  // A phone that is some hours ahead is no forger.
  if (practisedOn(claim) > daysAfter(today, 1)) return { arrival: 'future', entry: before ?? null };
  const { learner } = claim;
  const fresh = { learner, claim, received: today, attested: [], issued: [], same: {} };
  if (!before) return { arrival: 'new', entry: { ...fresh, removed: 0 } };
  if (!before.claim) {
    const { issued, removed } = before;
    return { arrival: 'new', entry: { ...fresh, issued, removed: removed + 1 } };
  }
  const entry = joinEntries(before, { ...fresh, removed: before.removed });
  if (entry !== before) return { arrival: 'newer', entry };
  const isSame = laterClaim(claim, before.claim) === claim;
  return { arrival: isSame ? 'same' : 'older', entry };
}

/** Adds the word of a coordinator. @param by name and post as typed */
export function attest(entry: Entry, by: string, today: string): Entry {
  if (!entry.claim) return entry;
  const attestation: Attestation = { by, on: today, of: practisedOn(entry.claim) };
  return joinEntries(entry, { ...entry, attested: [attestation] });
}

/** Adds a credential that was signed. */
export const addIssued = (entry: Entry, issued: Issued): Entry =>
  joinEntries(entry, { ...entry, issued: [issued] });

/** Revokes every credential of an entry that was signed with a key and is not revoked yet. */
export const revokeAll = (entry: Entry, key: string, today: string): Entry => ({
  ...entry,
  issued: entry.issued.map((one) =>
    one.key === key && one.revoked === '' ? { ...one, revoked: today } : one,
  ),
});

/** Takes a person out: name, place and days go, the numbers of credentials stay. */
export const removeEntry = (entry: Entry): Entry =>
  entry.claim
    ? {
        ...entry,
        ...{ claim: null, received: '', attested: [], same: {} },
        removed: entry.removed + 1,
      }
    : entry;

/** Calls two entries one person, or two; the entry whose id comes first keeps it. */
export function decideSame(a: Entry, b: Entry, isSame: boolean): Entry {
  const [first, second] = a.learner < b.learner ? [a, b] : [b, a];
  // Of whoever was removed nothing is decided.
  if (!a.claim || !b.claim) return first;
  const before = first.same[second.learner] ?? 0;
  const isDecided = before > 0 && (before % 2 === 1) === isSame;
  const next = before === 0 && !isSame ? 2 : before + 1;
  const same = isDecided ? first.same : { ...first.same, [second.learner]: next };
  return joinEntries(first, { ...first, same });
}
