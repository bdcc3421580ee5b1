/*
 * A claim as a code: to be shown as a QR code, sent as a link, written down or read out.
 *
 * Bytes: 1 format version, 4 sum over version and body, then the body as `claim-coder.ts` writes it. The first five
 * bytes mean the same in every version. Same claim, same bytes: a code whose body is not the one that its claim would be
 * given is refused. The sum guards against damage and slips, not against forgery: a claim is what a learner says.
 */
import { type Claim, isClaim } from '../domain/claim.ts';
import { sum32 } from '../domain/id-hash.ts';
import {
  bytesToFragment,
  bytesToGroups,
  fragmentToBytes,
  groupsToBytes,
  type Slip,
} from './base32.ts';
import { codeClaim } from './claim-coder.ts';
import { CLAIM, toFragment } from './fragment.ts';
import { chancesOfNames } from './name-coder.ts';
import { fileToText, payloadsIn, readOneOf } from './pasted-code.ts';
import { bitReader, bitWriter, withoutZeros } from './range-coder.ts';

const FORMAT = 1;
const HEAD = 5;
/** A claim has fewer bytes: two names of a hundred signs each of which costs as much as it can. */
const MOST_BYTES = 700;
const LEAST_BYTES = 16;
const LONGEST = 16_384;
/** A QR code with more characters is too fine for the camera of a cheap phone that looks at a cheap phone's screen. */
export const LONGEST_CLAIM_QR = 300;

/** Why a claim could not be read; `mistyped` is of a typed code alone. */
const claimProblems = ['not-a-claim', 'mistyped', 'damaged', 'newer', 'several'] as const;
export type ClaimProblem = (typeof claimProblems)[number];

/** A claim, or why there is none; `slip` is the group that was mistyped. */
export type ClaimReading =
  | { readonly ok: true; readonly claim: Claim }
  | { readonly ok: false; readonly problem: ClaimProblem; readonly slip?: Slip };

/** The claim as the last part of a link, with its `#`. */
export const claimToText = (claim: Claim): string =>
  toFragment(CLAIM, bytesToFragment(claimToBytes(claim)));

/** The claim in groups of letters and digits, to be read out or typed. */
export const claimToGroups = (claim: Claim): string => bytesToGroups(claimToBytes(claim));

/**
 * What a QR code shows: a link to the page that reads claims, or, if that grew too long, its fragment alone.
 * @param address the page's address, without a fragment
 */
export function claimToQr(claim: Claim, address: string): string {
  const text = claimToText(claim);
  return address.length + text.length > LONGEST_CLAIM_QR ? text : address + text;
}

/**
 * Reads a claim in any of its forms. Never throws. `claims-in-text.ts` finds the many of a chat.
 * @param input typed text, a link, a text with either in it, or the bytes of a text file
 */
export function textToClaim(input: string | Uint8Array): ClaimReading {
  if (input.length > LONGEST) return refuse('not-a-claim');
  if (typeof input !== 'string') return textToClaim(fileToText(input));
  const named = readOneOf(payloadsIn(input, CLAIM), payloadToClaim);
  if (named === 'several') return refuse(named);
  if (named && (named.ok || named.problem !== 'not-a-claim')) return named;
  const { bytes, ...groups } = groupsToBytes(input, isWhole);
  if (bytes) return bytesToClaim(bytes);
  const slip = 'slip' in groups && groups.slip;
  return slip ? { ...refuse('mistyped'), slip } : refuse('not-a-claim');
}

/** Reads what follows `z=` in a link. */
export const payloadToClaim = (payload: string): ClaimReading =>
  bytesToClaim(payload.length > MOST_BYTES * 2 ? null : fragmentToBytes(payload));

const refuse = (problem: ClaimProblem) => ({ ok: false, problem }) as const;

function claimToBytes(claim: Claim): Uint8Array {
  const coder = bitWriter(chancesOfNames());
  codeClaim(coder, claim);
  const body = coder.bytes();
  return withoutZeros(Uint8Array.from([FORMAT, ...sumOf(FORMAT, body), ...body]));
}

function sumOf(version: number, body: Uint8Array): number[] {
  const sum = sum32(`${version}${String.fromCharCode(...body)}`);
  return [sum >>> 24, sum >>> 16, sum >>> 8, sum].map((byte) => byte & 255);
}

/** Whether bytes are a claim of whatever version, from its first to its last. */
export function isWhole(bytes: Uint8Array): boolean {
  if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) return false;
  const sum = sumOf(bytes[0] ?? 0, withoutZeros(bytes.slice(HEAD)));
  return sum.every((byte, at) => byte === bytes[at + 1]);
}

function bytesToClaim(bytes: Uint8Array | null): ClaimReading {
  if (!bytes || bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES)
    return refuse('not-a-claim');
  if (!isWhole(bytes)) return refuse('damaged');
  const [version = 0] = bytes;
  if (version !== FORMAT) return refuse(version > FORMAT ? 'newer' : 'damaged');
  try {
    const claim = codeClaim(bitReader(bytes.slice(HEAD), chancesOfNames()), NONE);
    const isSame =
      isClaim(claim) &&
      claimToText(claim) === toFragment(CLAIM, bytesToFragment(withoutZeros(bytes)));
    // The sum is right, so somebody made this on purpose; it is told like any other damage.
    return isSame ? { ok: true, claim } : refuse('damaged');
  } catch {
    return refuse('damaged');
  }
}

/** Stands in for a claim where one is read. */
const NONE: Claim = {
  ...{ learner: '', name: '', place: '', role: '', release: '', on: '', refreshed: '' },
  ...{ met: [], truths: [] },
};
