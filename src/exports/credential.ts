/*
 * Credentials: what a coordinator signs, and what anybody can find out about it without a server.
 */
import type { Claim } from '../domain/claim.ts';
import { type Issuer, keyName, type PublicKey } from '../domain/issuer.ts';
import { textToCredential } from './credential-code.ts';
import {
  type CredentialFacts,
  factsToPayload,
  isOtherBadge,
  payloadToFacts,
} from './credential-fields.ts';
import { type JwsProblem, readJws, type Sign, signJws, thumbprintOf } from './jws.ts';
import { type ListReading, listToReading, type Withdrawal } from './status-list.ts';

/** What a coordinator's desk signs. */
export interface ToSign {
  readonly claim: Claim;
  /** Id of the course, from `content/course.yml`. */
  readonly course: string;
  /** Address of the site, ending in a slash. */
  readonly address: string;
  /** What the desk's institution calls itself, at most `longestIssuer` letters. */
  readonly signer: string;
  /** A number that this key has given to no other credential, from 0 and below `statusPlaces`. */
  readonly serial: number;
  /** Now; kept to the second. */
  readonly issued: Date;
  /** Last day on which the credential counts: the day of the next refresher. */
  readonly until: string;
}

/**
 * Signs a claim.
 * @returns the credential as text: the bytes of its file, and what `credential-code.ts` packs for a link
 * @throws Error where the credential could not be read again, so that nothing is signed that nobody can check
 */
export async function claimToCredential(
  { claim, issued, ...rest }: ToSign,
  sign: Sign,
  publicKey: PublicKey,
): Promise<string> {
  const { place: _, ...attested } = claim;
  const moment = `${issued.toISOString().slice(0, 19)}Z`;
  const list = keyName(await thumbprintOf(publicKey));
  const payload = factsToPayload({ ...attested, ...rest, issued: moment, list });
  if (!payloadToFacts({ ...payload }))
    throw new Error('This claim has a value that no credential can carry; correct it first.');
  return signJws(payload, sign, publicKey);
}

/** What is trusted, and by whose clock. */
export interface Trust {
  readonly issuers: readonly Issuer[];
  readonly course: string;
  readonly now: Date;
  /** The text of a file below the site's `status/`, such as `0123456789abcdef.jwt`; null where there is none. */
  readonly statusFile: (name: string) => Promise<string | null>;
}

/** What a credential turns out to be, worst first; each has its sentence in the `verify` group of `content/ui`. */
const credentialStates = [
  ...(['not-a-credential', 'oversized', 'algorithm', 'curve', 'private-key', 'altered'] as const),
  ...(['no-crypto', 'other-course', 'wrong-key', 'unknown-issuer', 'lost-key'] as const),
  ...(['not-in-force', 'future', 'revoked', 'expired', 'valid'] as const),
] as const;
export type CredentialState = (typeof credentialStates)[number];

/** A credential whose signature holds, so that what it says can be shown. */
export interface IntactReading {
  readonly state: Exclude<CredentialState, JwsProblem | 'not-a-credential' | 'other-course'>;
  readonly facts: CredentialFacts;
  /** Thumbprint of the key that signed. */
  readonly key: string;
  /** Whose key `site.yml` says it is; null where it names none, and then anybody may have signed. */
  readonly issuer: Issuer | null;
  /** Whether it was withdrawn. Only `not-withdrawn` says that it was not. */
  readonly withdrawal: Withdrawal;
  /** Moment at which the list that says so was made, or empty. */
  readonly listMade: string;
}
export type Reading =
  | IntactReading
  | {
      readonly state: Exclude<CredentialState, IntactReading['state']>;
      readonly facts?: undefined;
    };

/** A clock that is wrong by less than this is not held against a credential. */
const CLOCK_SLACK = 24 * 60 * 60 * 1000;

/**
 * Finds out what a text is. Never throws.
 * @param input a credential, a link with one, a text with either in it, or the bytes of a file
 */
export async function credentialToReading(
  input: string | Uint8Array,
  trust: Trust,
): Promise<Reading> {
  const found = textToCredential(input);
  if (!found.ok) return { state: found.problem };
  const signed = await readJws(found.credential);
  if (!signed.ok) return { state: signed.problem === 'none' ? 'not-a-credential' : signed.problem };
  const { payload, thumbprint: key } = signed;
  const facts = payloadToFacts(payload);
  if (!facts) return { state: isOtherBadge(payload) ? 'other-course' : 'not-a-credential' };
  if (facts.course !== trust.course) return { state: 'other-course' };
  const issuer = trust.issuers.find((one) => one.key === key) ?? null;
  const list: ListReading = issuer
    ? await listOf(facts, key, issuer, trust)
    : { withdrawal: 'no-list', listMade: '' };
  const state = stateOf(facts, key, issuer, list.withdrawal, trust);
  return { state, facts, key, issuer, ...list };
}

function stateOf(
  { signer, issued, until, list }: CredentialFacts,
  key: string,
  issuer: Issuer | null,
  withdrawal: Withdrawal,
  { issuers, now }: Trust,
): IntactReading['state'] {
  const claimsKnown = issuers.some(
    (one) =>
      [one.name, ...Object.values(one.names)].some((name) => isSameName(name, signer)) ||
      keyName(one.key) === list,
  );
  if (!issuer) return claimsKnown ? 'wrong-key' : 'unknown-issuer';
  // A list of another key could never withdraw it.
  if (list !== keyName(key)) return 'wrong-key';
  if (issuer.lost !== '') return 'lost-key';
  const day = issued.slice(0, 10);
  if (day < issuer.from || (issuer.until !== '' && day > issuer.until)) return 'not-in-force';
  if (Date.parse(issued) > now.getTime() + CLOCK_SLACK) return 'future';
  if (withdrawal === 'withdrawn') return 'revoked';
  return Date.parse(`${until}T23:59:59Z`) < now.getTime() ? 'expired' : 'valid';
}

/** Whether two names look the same to a hasty eye. */
function isSameName(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return plain(one) === plain(other);
}

async function listOf(
  { serial, issued, list }: CredentialFacts,
  key: string,
  issuer: Issuer,
  { issuers, now, statusFile }: Trust,
): Promise<ListReading> {
  const text = await statusFile(`${list}.jwt`).catch(() => null);
  if (text === null) return { withdrawal: 'no-list', listMade: '' };
  // Whoever holds a later key of the same issuer may withdraw what an earlier one signed.
  const keys = issuers
    .filter(({ id, lost }) => id === issuer.id && lost === '')
    .map((one) => one.key);
  return listToReading(text, { list: keyName(key), keys, serial, issued, now });
}
