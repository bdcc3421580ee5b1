import { type Claim, isClaim } from './claim.ts';
import { sum32 } from './id-hash.ts';
import {
  type Attestation,
  type Entry,
  entryText,
  type Issued,
  joinEntries,
  mostOf,
} from './register.ts';

/** An entry with everything that it may have is shorter by far. */
const LONGEST_ROW = 64_000;
/** Letters of a name and post, as `attestedBy` leaves them. */
const LONGEST_BY = 60;

/** An entry as a line of text with its own sum first, for the store and for files. */
export function entryToRow(entry: Entry): string {
  const text = entryText(entry);
  return `${sum32(text).toString(36)} ${text}`;
}

/** Reads a line that `entryToRow` wrote. Never throws. @returns null where it is damaged, or no entry at all */
export function rowToEntry(row: unknown): Entry | null {
  if (typeof row !== 'string' || row.length > LONGEST_ROW) return null;
  const [, sum = '', text = ''] = /^([0-9a-z]{1,7}) (\[.*\])$/s.exec(row) ?? [];
  if (!text || sum32(text).toString(36) !== sum) return null;
  try {
    return valueToEntry(JSON.parse(text));
  } catch {
    return null;
  }
}

const LEARNER = /^[0-9A-HJKMNP-TV-Z]{12}$/;
const DAY = /^20[2-9]\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** One line of letters without unseen signs. */
const BY = new RegExp(`^[^\\p{Cc}\\p{Co}\\p{Cn}<>]{1,${LONGEST_BY}}$`, 'u');
const KEY = /^[\w-]{1,80}$/;
/** Places of a status list. */
const MOST_SERIAL = 131_072;
const MOST_TIMES = 1_000_000;

const isText = (value: unknown, rule: RegExp): value is string =>
  typeof value === 'string' && rule.test(value);
const isDay = (value: unknown) => isText(value, DAY);
const isList = (value: unknown, most: number): value is unknown[] =>
  Array.isArray(value) && value.length <= most;
const isTimes = (value: unknown, from: number): value is number =>
  Number.isInteger(value) && Number(value) >= from && Number(value) <= MOST_TIMES;

function valueToEntry(value: unknown): Entry | null {
  if (!isList(value, 7)) return null;
  const [learner, fields, received, attested, issued, same, removed] = value;
  if (!isText(learner, LEARNER) || !isTimes(removed, 0)) return null;
  if (!isList(attested, mostOf.attested) || !isList(issued, mostOf.issued)) return null;
  if (!isList(same, mostOf.same)) return null;
  const claim = fieldsToClaim(learner, fields);
  // Of a removed person nothing may have come back.
  const isRemoved = removed % 2 === 1;
  if (isRemoved !== (fields === null) || (!isRemoved && !claim)) return null;
  if (isRemoved ? received !== '' || attested.length + same.length > 0 : !isDay(received))
    return null;
  const entry = {
    ...{ learner, claim, received: `${received}`, removed },
    attested: attested.flatMap((one) => toAttestation(one) ?? []),
    issued: issued.flatMap((one) => toIssued(one) ?? []),
    same: Object.fromEntries(same.flatMap(toDecision)),
  };
  const isWhole =
    entry.attested.length === attested.length &&
    entry.issued.length === issued.length &&
    Object.keys(entry.same).length === same.length;
  if (!isWhole) return null;
  // Lists of several are put in their order; most people have none.
  return Math.max(attested.length, issued.length, same.length) > 1
    ? joinEntries(entry, entry)
    : entry;
}

function fieldsToClaim(learner: string, fields: unknown): Claim | null {
  if (!isList(fields, 8)) return null;
  const [name, place, role, release, on, met, had, refreshed] = fields;
  const claim = { learner, name, place, role, release, on, met, truths: had, refreshed };
  return isClaim(claim) ? claim : null;
}

function toAttestation(value: unknown): Attestation | null {
  if (!isList(value, 3)) return null;
  const [by, on, of] = value;
  return isText(by, BY) && isDay(on) && isDay(of) ? ({ by, on, of } as Attestation) : null;
}

function toIssued(value: unknown): Issued | null {
  if (!isList(value, 6)) return null;
  const [serial, key, on, until, of, revoked] = value;
  const areDays = [on, until, of].every(isDay) && (revoked === '' || isDay(revoked));
  const isSerial = isTimes(serial, 0) && serial < MOST_SERIAL;
  if (!isSerial || !isText(key, KEY) || !areDays) return null;
  return { serial, key, on, until, of, revoked } as Issued;
}

function toDecision(value: unknown): [string, number][] {
  if (!isList(value, 2)) return [];
  const [id, times] = value;
  return isText(id, LEARNER) && isTimes(times, 1) ? [[id, times]] : [];
}
