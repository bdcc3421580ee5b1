/*
 * The resume code: what a record comes to, as few bytes as they can be, in three forms.
 *
 * Bytes: 4 bits format version, 20 bits short form of the course's id, 24 bits sum over all the rest, then the events
 * as `serialise.ts` writes them. The first 48 bits mean the same in every version, so that an old page knows a newer code
 * from a damaged one. A sum guards against damage and slips, not against forgery: a forged code can only add
 * well-formed events to the forger's own record.
 */
import { settingNames } from '../domain/actions.ts';
import { hashToItem, idHash20, sum32 } from '../domain/id-hash.ts';
import { OUTCOME } from '../domain/outcome-event.ts';
import { mergeEvents, type ProgressEvent, REFRESHER, runName } from '../domain/progress.ts';
import {
  bytesToFragment,
  bytesToGroups,
  fragmentToBytes,
  groupsToBytes,
  type Slip,
} from './base32.ts';
import { CODE, toFragment } from './fragment.ts';
import { barePayloadsIn, fileToText, payloadsIn, readOneOf } from './pasted-code.ts';
import { bitReader, bitWriter, withoutZeros } from './range-coder.ts';
import { codeEvents, formatFor } from './serialise.ts';

/** The newest format that is read; `formatFor` chooses the one that is written. */
const FORMAT = 2;
const HEAD = 6;
const LONGEST = 16_384;
/** A record of the whole course takes 900 bytes; reading far more than that would keep a phone busy for seconds. */
const MOST_BYTES = 6_000;
/** The first bytes of a code's file. */
const MAGIC = 'DASTAK';

/** What a code may name beside the ids of the course. */
const ownNames = [...settingNames, OUTCOME, REFRESHER];

/** Why a code could not be read; each has its sentence in the `moves` group of `content/ui`. */
export const codeProblems = [
  'not-a-code',
  'mistyped',
  'damaged',
  'newer',
  'older',
  'other-course',
  'several',
] as const;
export type CodeProblem = (typeof codeProblems)[number];

/** The events of a code, or why there are none. */
export type CodeReading =
  | { readonly ok: true; readonly events: readonly ProgressEvent[] }
  | { readonly ok: false; readonly problem: CodeProblem; readonly slip?: Slip };

/** A step as a code needs it: its id and its cards. */
export interface CodeStep {
  readonly id: string;
  readonly cards: readonly string[];
}

/**
 * The events that a code carries: settings as they are now, finished steps, answers, runs as far as they went, and of
 * each unfinished step the card seen last. What the course has come to is carried each time that it changed, and
 * every refresher.
 */
export function carriedEvents(
  events: readonly ProgressEvent[],
  steps: readonly CodeStep[],
): readonly ProgressEvent[] {
  const all = mergeEvents(events);
  const finished = new Set(all.filter(({ kind }) => kind === 'done').map(({ item }) => item));
  const stepOf = new Map(
    steps
      .filter(({ id }) => !finished.has(id))
      .flatMap(({ id, cards }) => cards.map((card) => [card, id])),
  );
  // Of events that tell of the same thing the latest is carried; null is not carried at all.
  const thingOf = (event: ProgressEvent, index: number): string | null => {
    const { kind, item, choice } = event;
    if (kind === 'set') return `set ${item}`;
    if (kind === 'card') return stepOf.has(item) ? `card ${stepOf.get(item)}` : null;
    const name = kind === 'run' ? runName(choice) : null;
    return name ? `run ${item} ${name}` : `${index}`;
  };
  const latest = new Map<string, ProgressEvent>();
  for (const [index, event] of all.entries()) {
    const thing = thingOf(event, index);
    const before = thing && latest.get(thing);
    // A clock may have been set back in the middle of a run; its steps are numbered.
    const isOlder = before && event.kind === 'run' && before.try > event.try;
    if (thing && !isOlder) latest.set(thing, event);
  }
  return mergeEvents([...latest.values()]);
}

/**
 * Packs events into the bytes that all forms show.
 * @param course the course's id
 */
export function eventsToBytes(events: readonly ProgressEvent[], course: string): Uint8Array {
  const coder = bitWriter();
  const format = formatFor(events);
  codeEvents(coder, format, mergeEvents(events), hashToItem);
  const body = coder.bytes();
  const head = format * 2 ** 20 + idHash20(course);
  const sum = sumOf(head, body);
  const bytes = [head >>> 16, head >>> 8, head, sum >>> 16, sum >>> 8, sum, ...body];
  return withoutZeros(Uint8Array.from(bytes, (byte) => byte & 255));
}

function sumOf(head: number, body: Uint8Array): number {
  const sum = sum32(`${head}${String.fromCharCode(...body)}`);
  return (sum ^ (sum >>> 24)) & 0xffffff;
}

/** The code to read out or to type: groups of six letters and digits. */
export const bytesToText = bytesToGroups;

/** The code as the last part of a link, with the `#`. */
export const bytesToLink = (bytes: Uint8Array): string => toFragment(CODE, bytesToFragment(bytes));

/** More characters than this make a QR code too fine for the camera of a cheap phone. */
const LONGEST_QR = 1200;

/**
 * What a QR code shows: the address of the page that reads codes with the code as its fragment, or, if that grew too
 * long, the fragment alone, which can be pasted there.
 */
export function bytesToQr(bytes: Uint8Array, address: string): string {
  const link = bytesToLink(bytes);
  return address.length + link.length > LONGEST_QR ? link : address + link;
}

/** The code as the bytes of a file. */
export function bytesToFile(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from([...new TextEncoder().encode(MAGIC), ...bytes]);
}

/**
 * Reads a code in any of its forms. Never throws.
 * @param input typed text, a link, a text with either in it, or the bytes of a file
 * @param course the id of this course
 * @param ids every id of the course that an event may name; an item not among them keeps its short form, `#` and four
 *   letters or digits, until a page knows it
 */
export function readCode(
  input: string | Uint8Array,
  course: string,
  ids: Iterable<string>,
): CodeReading {
  if (input.length > LONGEST) return { ok: false, problem: 'not-a-code' };
  const toEvents = (bytes: Uint8Array | null) => bytesToEvents(bytes, course, ids);
  if (typeof input !== 'string') {
    const isCode = new TextDecoder().decode(input.slice(0, MAGIC.length)) === MAGIC;
    return isCode ? toEvents(input.slice(MAGIC.length)) : readCode(fileToText(input), course, ids);
  }
  const read = (payload: string) => toEvents(fragmentToBytes(payload));
  const named = readOneOf(payloadsIn(input, CODE), read);
  if (named === 'several') return { ok: false, problem: named };
  if (named && (named.ok || named.problem !== 'not-a-code')) return named;
  const groups = groupsToBytes(input, isWhole);
  if (groups.bytes) return toEvents(groups.bytes);
  if (named) return named;
  const bare = readOneOf(barePayloadsIn(input), read);
  if (bare && bare !== 'several' && bare.ok) return bare;
  if (groups.slip) return { ok: false, problem: 'mistyped', slip: groups.slip };
  return { ok: false, problem: 'not-a-code' };
}

/** The first 24 bits, the sum that follows, and the rest as it was when the sum was taken. */
function partsOf(bytes: Uint8Array) {
  const [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0] = bytes;
  const head = one * 65_536 + two * 256 + three;
  const body = withoutZeros(bytes.slice(HEAD));
  return { head, body, isWhole: sumOf(head, body) === four * 65_536 + five * 256 + six };
}

/** Whether bytes are a code, of whatever course and version, from its first to its last. */
const isWhole = (bytes: Uint8Array): boolean =>
  bytes.length >= HEAD - 2 && bytes.length <= MOST_BYTES && partsOf(bytes).isWhole;

function bytesToEvents(
  bytes: Uint8Array | null,
  course: string,
  ids: Iterable<string>,
): CodeReading {
  if (!bytes || bytes.length < HEAD - 2 || bytes.length > MOST_BYTES)
    return { ok: false, problem: 'not-a-code' };
  const { head, body, isWhole } = partsOf(bytes);
  if (!isWhole) return { ok: false, problem: 'damaged' };
  const version = head >>> 20;
  if (version > FORMAT) return { ok: false, problem: 'newer' };
  if (version < 1) return { ok: false, problem: 'older' };
  if (idHash20(course) !== (head & 0xfffff)) return { ok: false, problem: 'other-course' };
  const byHash = new Map([...ownNames, ...ids].map((id) => [idHash20(id), id]));
  try {
    const toItem = (hash: number) => byHash.get(hash) ?? hashToItem(hash);
    const events = codeEvents(bitReader(body), version, [], toItem);
    return { ok: true, events: mergeEvents(events) };
  } catch {
    // The sum is right, so somebody made this on purpose; it is told like any other damage.
    return { ok: false, problem: 'damaged' };
  }
}
