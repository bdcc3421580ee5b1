/*
 * What a credential says, as an Open Badges 3.0 `OpenBadgeCredential` (1EdTech), which is a Verifiable Credential 2.0
 * (W3C) whose members are the claims of a JWT. The English words in it are for other programs that show badges; pages
 * of the course say what a credential holds in their own words.
 */
import { type Claim, isClaim, type PractisedTruth } from '../domain/claim.ts';
import { leads } from '../domain/outcome.ts';

const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
];
const NAME = 'Dastak';
const DESCRIPTION =
  'Practice of noticing distress, asking about suicide, persuading and connecting to help. Prepares for training by professionals and refreshes it; does not replace it.';
const CRITERIA =
  'Performed in the practice of the course; the evidence lists what. A web page cannot prove who sat at the phone.';
/** A name of an issuer may be as long as this. */
export const longestIssuer = 80;
/** Places in a status list, its least number by the specification. */
export const statusPlaces = 131_072;

/** What the claim of a credential holds: the claim without the place, which stays with the desk. */
export type Attested = Omit<Claim, 'place'>;

/** All that a credential says. */
export interface CredentialFacts extends Attested {
  /** Address of the site for which it was signed, ending in a slash. */
  readonly address: string;
  /** What its signer calls itself; only `site.yml` can say whether that is so. */
  readonly signer: string;
  /** Id of the course. */
  readonly course: string;
  /** Its place in the status list of its key, from 0. */
  readonly serial: number;
  /** Moment of signing, to the second, `2026-11-30T09:30:00Z`. */
  readonly issued: string;
  /** Last day on which it counts, `2027-05-30`. */
  readonly until: string;
  /** Name of its status list, see `keyName`. */
  readonly list: string;
}

/** Facts as the claims of a JWT. The order is part of the format: `credential-code.ts` rests on it. */
export function factsToPayload(facts: CredentialFacts): object {
  const { address, course, serial, issued, until, list, learner } = facts;
  const id = `${address}#credential-${list}-${serial}`;
  const subject = `${address}#learner-${learner}`;
  const validUntil = `${until}T23:59:59Z`;
  const statusList = `${address}status/${list}.jwt`;
  return {
    '@context': CONTEXTS,
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: address, type: ['Profile'], name: facts.signer },
    validFrom: issued,
    validUntil,
    name: NAME,
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: false,
          identityHash: facts.name,
          identityType: 'name',
        },
      ],
      activityEndDate: `${facts.on}T00:00:00Z`,
      ...(facts.role === '' ? {} : { role: facts.role }),
      achievement: {
        id: `${address}#course-${course}`,
        type: ['Achievement'],
        achievementType: 'Course',
        name: NAME,
        description: DESCRIPTION,
        criteria: { narrative: CRITERIA },
        version: facts.release,
      },
    },
    evidence: [
      ...facts.met.map((lead) => evidence('performed', lead)),
      ...facts.truths.map((truth) => evidence('truth', truth)),
      ...(facts.refreshed === '' ? [] : [evidence('refreshed', facts.refreshed)]),
    ],
    credentialStatus: {
      id: `${statusList}#${serial}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: `${serial}`,
      statusListCredential: statusList,
    },
    iss: address,
    sub: subject,
    jti: id,
    nbf: Date.parse(issued) / 1000,
    exp: Date.parse(validUntil) / 1000,
  };
}

const evidence = (genre: string, name: string) => ({ type: ['Evidence'], name, genre });

/**
 * Reads the claims of a JWT. What is read is written again and must come out the same, so that nothing stands in a
 * credential beside what is shown of it.
 * @returns null for anything that `factsToPayload` does not write
 */
export function payloadToFacts(payload: Readonly<Record<string, unknown>>): CredentialFacts | null {
  try {
    const facts = looseFacts(payload);
    if (!isSound(facts)) return null;
    return JSON.stringify(factsToPayload(facts)) === JSON.stringify(payload) ? facts : null;
  } catch {
    return null;
  }
}

/** Whether claims are those of a badge of some other course or of another program. */
export function isOtherBadge({ type, credentialSubject }: Readonly<Record<string, unknown>>) {
  const types = Array.isArray(type) ? type : [type];
  const isBadge = types.includes('OpenBadgeCredential') || types.includes('AchievementCredential');
  return isBadge && typeof credentialSubject === 'object';
}

// biome-ignore lint/suspicious/noExplicitAny: whatever is not as expected throws or is refused by the comparison.
function looseFacts(payload: any): CredentialFacts {
  const { issuer, credentialSubject: subject, evidence: all, credentialStatus: status } = payload;
  const named = (genre: string): string[] =>
    all
      .filter((one: { genre: unknown }) => one.genre === genre)
      .map(({ name }: { name: string }) => name);
  const after = (text: string, mark: string) => text.slice(text.indexOf(mark) + mark.length);
  return {
    address: issuer.id,
    signer: issuer.name,
    course: after(subject.achievement.id, '#course-'),
    learner: after(subject.id, '#learner-'),
    name: subject.identifier[0].identityHash,
    role: subject.role ?? '',
    release: subject.achievement.version,
    on: subject.activityEndDate.slice(0, 10),
    met: leads.filter((lead) => named('performed').includes(lead)),
    truths: named('truth') as PractisedTruth[],
    refreshed: named('refreshed')[0] ?? '',
    serial: Number(status.statusListIndex),
    issued: payload.validFrom,
    until: payload.validUntil.slice(0, 10),
    list: after(status.statusListCredential, '/status/').replace(/\.jwt$/, ''),
  };
}

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
const isMoment = (text: string) =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) &&
  new Date(text).toISOString() === text.replace('Z', '.000Z');
/** One line of visible letters, neither empty nor longer than may be. */
const isLine = (text: string, most: number) =>
  typeof text === 'string' &&
  text.trim() === text &&
  [...text].length <= most &&
  /^[^\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+$/u.test(
    text,
  );

function isSound({
  address,
  signer,
  course,
  serial,
  issued,
  until,
  list,
  ...claim
}: CredentialFacts) {
  return (
    isClaim({ ...claim, place: '' }) &&
    /^https?:\/\/[^\s#?]+\/$/.test(address) &&
    address.length <= 200 &&
    isLine(signer, longestIssuer) &&
    /^[a-z][a-z0-9-]{0,39}$/.test(course) &&
    Number.isInteger(serial) &&
    serial >= 0 &&
    serial < statusPlaces &&
    isDay(until) &&
    isMoment(issued) &&
    /^[0-9a-f]{16}$/.test(list)
  );
}
