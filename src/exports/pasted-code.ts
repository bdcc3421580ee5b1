import { pasted } from '../domain/pasted.ts';

/** So many links of a text, and so many pieces of each, are looked at. */
const MOST = { links: 4, pieces: 40, decodings: 3 } as const;
/** A piece without its `c=` that is long enough to be a code. */
const BARE = /[\w-]{20,}/g;

/**
 * What may be the code that a text carries in a link, likeliest first: a link may be wrapped, quoted, broken into lines,
 * percent-encoded, without its `#`, or go on into the sentence. Whoever has a sum tries them all; without one none
 * is to be trusted.
 * @param name what stands before the code in a link, such as `c` in `#c=`
 */
export function payloadsIn(text: string, name: string): string[] {
  const plain = decoded(pasted(text));
  // Keyboards make one long dash of two.
  const spellings = ['-', '--'].map((dash) => plain.replace(/[\u2012-\u2015]/g, dash));
  const found = spellings.flatMap((spelling) =>
    named(spelling.replace(/\p{Pd}/gu, '-'), name).flatMap(cut),
  );
  return [...new Set(found)];
}

/** The same for a code whose link has lost everything before it. */
export const barePayloadsIn = (text: string): string[] => [
  ...new Set((decoded(pasted(text)).match(BARE) ?? []).slice(0, MOST.links)),
];

/** The text of a file, which some editors save with two bytes a letter. */
export function fileToText(bytes: Uint8Array): string {
  const [one, two] = bytes;
  const isLittle = (one === 0xff && two === 0xfe) || (one !== 0 && two === 0);
  const isBig = (one === 0xfe && two === 0xff) || (one === 0 && two !== 0);
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Signs that were percent-encoded, once or again and again on the way through other links. */
function decoded(text: string): string {
  let plain = text;
  for (let time = 0; time < MOST.decodings; time++) {
    plain = plain.replace(/%([2-7][\da-f])/gi, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
  return plain;
}

/** What follows a name and its equals sign, as pieces that spaces part. */
function named(text: string, name: string): string[][] {
  const start = new RegExp(`(?:^|[^\\p{L}\\p{N}])${name} ?= ?(?=[\\w-])`, 'giu');
  return [...text.matchAll(start)].slice(0, MOST.links).map(({ 0: { length }, index }) => {
    const [run = ''] = /^[\w-]+(?:=? [\w-]+)*/.exec(text.slice(index + length)) ?? [];
    return run.split(/=? /, MOST.pieces);
  });
}

/** Of pieces the first, the first two and so on, with and without what a mail or a sentence may have put to them. */
function cut(pieces: readonly string[]): string[] {
  return pieces.flatMap((_, last) => {
    const some = pieces.slice(0, last + 1);
    const hyphened = some.map((piece, at) => (at < last ? piece.replace(/-$/, '') : piece));
    const whole = [...new Set([some.join(''), hyphened.join('')])];
    return whole.flatMap((text) => [text, text.replace(/[-_]+$/, ''), text.replace(/^3D/, '')]);
  });
}

/** Refusals that say little, the least last; any other is told by a text whose sum is right. */
const UNSURE = ['damaged', 'not-a-code', 'not-a-link', 'not-a-claim'];

/**
 * Reads texts of which one may be a code.
 * @returns the one reading that succeeded, the surest refusal, `several` where two codes differ, or null for no text
 */
export function readOneOf<Reading extends { ok: true } | { ok: false; problem: string }>(
  payloads: readonly string[],
  read: (payload: string) => Reading,
): Reading | 'several' | null {
  const good = new Map<string, Reading>();
  let refusal: Reading | null = null;
  let rank = Number.POSITIVE_INFINITY;
  for (const payload of payloads) {
    const reading = read(payload);
    if (reading.ok) good.set(JSON.stringify(reading), reading);
    else if (UNSURE.indexOf(reading.problem) < rank) {
      refusal = reading;
      rank = UNSURE.indexOf(reading.problem);
    }
    if (good.size > 1) return 'several';
  }
  const [first] = good.values();
  return first ?? refusal;
}
