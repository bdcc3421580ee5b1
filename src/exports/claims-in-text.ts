import type { Claim } from '../domain/claim.ts';
import { MESSAGE } from '../domain/pasted.ts';
import { groupsToBytes } from './base32.ts';
import { claimToText, isWhole, payloadToClaim, textToClaim } from './claim-code.ts';
import { fileToText } from './pasted-code.ts';

/** A chat of a whole district, with all that was said around the claims, has fewer characters. */
const LONGEST = 2 ** 25;
/** What follows the name of a claim in a link, up to what a mail may have put into it. */
const REACH = 600;
/** A payload with fewer letters is no claim; it may be a sum that somebody typed. */
const LEAST_PAYLOAD = 20;
/** So many groups of six make a code that somebody typed or that an SMS carried. */
const LEAST_GROUPS = 4;

/** What a long text holds. */
export interface FoundClaims {
  /** Each claim once, in the order of the text. */
  readonly claims: readonly Claim[];
  /** How many could not be read: cut off, mistyped, or from a newer release of the course. */
  readonly damaged: number;
  /** Whether the text was longer than is read. */
  readonly isCut: boolean;
}

/**
 * Finds every claim in a long text, such as a chat that was exported from WhatsApp. Never throws.
 * @param input the text, or the bytes of its file
 */
export function textToClaims(input: string | Uint8Array): FoundClaims {
  const whole = typeof input === 'string' ? input : fileToText(input.slice(0, LONGEST));
  const text = whole.slice(0, LONGEST);
  const found = new Map<string, Claim>();
  let damaged = 0;
  for (const reading of [...linksIn(text), ...groupsIn(text)]) {
    if (reading.ok) found.set(claimToText(reading.claim), reading.claim);
    else damaged += 1;
  }
  return { claims: [...found.values()], damaged, isCut: input.length > LONGEST };
}

function linksIn(text: string) {
  const starts = [...text.matchAll(/(?:^|[^\p{L}\p{N}])z ?(?:=|%3D) ?/giu)];
  return starts.flatMap(({ 0: { length }, index }, at) => {
    const next = starts[at + 1]?.index ?? text.length;
    const after = text.slice(index + length, Math.min(next, index + REACH));
    const [payload = ''] = /^[\w-]*/.exec(after) ?? [];
    const reading = payloadToClaim(payload);
    // Most links stand as they were sent; the others are looked at with care.
    if (reading.ok) return [reading];
    if (payload.length < LEAST_PAYLOAD) return [];
    return [textToClaim(`#z=${after}`)];
  });
}

/** Claims that were typed, one in a message, a paragraph or a line. */
function groupsIn(text: string) {
  const paragraphs = text.split(/\n\s*\n|\r\n\r\n/).flatMap(messagesIn);
  return paragraphs.filter(hasGroups).flatMap((paragraph) => {
    const lines = paragraph.split(/[\r\n]+/).filter(hasGroups);
    const whole = lines.filter((line) => groupsToBytes(line, isWhole).bytes);
    const readings = (whole.length > 0 ? whole : [paragraph]).map(textToClaim);
    return readings.filter((reading) => reading.ok || reading.problem !== 'not-a-claim');
  });
}

/** Messages of a chat: each begins with its day, hour and sender. */
function messagesIn(paragraph: string): string[] {
  const messages: string[] = [];
  for (const line of paragraph.split(/\r?\n/)) {
    if (messages.length === 0 || MESSAGE.test(line.trimStart())) messages.push(line);
    else messages.push(`${messages.pop()}\n${line}`);
  }
  return messages;
}

/** Whether somebody may have typed a code there; a link has been looked at already. */
const hasGroups = (text: string): boolean =>
  text.length < 16_384 &&
  !/z ?(=|%3D)/i.test(text) &&
  text.split(/[^0-9a-z]+/i).filter((word) => /^(?=.*\d).{6}$/.test(word)).length >= LEAST_GROUPS;
