/*
 * A credential as the fragment of a link, short enough for one QR code, and how it is found in what people paste.
 *
 * Bytes: 1 format, 4 sum over the rest, 32 + 32 the point of the key, 64 the signature, then the claims, deflated with a
 * dictionary of what every credential says. Unpacked it is the signed text again, letter for letter. Deflated bytes have
 * bits that mean nothing; with the sum none of them can be changed either.
 */
import { deflateSync, inflateSync } from 'fflate';
import { base64urlToBytes, bytesToBase64url } from '../domain/base64url.ts';
import { sum32 } from '../domain/id-hash.ts';
import { publicPart } from '../domain/issuer.ts';
import { dictionary } from './credential-dictionary.ts';
import { CREDENTIAL, toFragment } from './fragment.ts';
import { payloadsIn } from './pasted-code.ts';

const FORMAT = 1;
const KEY = 5;
const SIGNATURE = 69;
const CLAIMS = 133;
/** The longest text that is looked through, and the longest credential in it. */
const LONGEST_TEXT = 40_000;
const LONGEST = 8_000;
/** A signed text within another; one of the algorithm `none` ends with a dot. */
const SIGNED = /(?:^|[^\w-])(eyJ[\w-]*\.[\w-]+\.[\w-]*)/;
/** What is left of one that was damaged. */
const REMAINS = /eyJ[\w-]{40}/;

/** A credential as the fragment of a link to the verify page, with its `#v=`; null for a text that is none of ours. */
export function credentialToFragment(credential: string): string | null {
  const bytes = credentialToBytes(credential);
  return bytes && toFragment(CREDENTIAL, bytesToBase64url(bytes));
}

/** @returns null for a text that would not come out again letter for letter */
function credentialToBytes(credential: string): Uint8Array | null {
  try {
    const parts = credential.split('.').map((part) => base64urlToBytes(part) ?? new Uint8Array());
    const [head, claims = new Uint8Array(), signature = new Uint8Array()] = parts;
    const { jwk } = JSON.parse(new TextDecoder().decode(head));
    const packed = deflateSync(claims, { level: 9, dictionary });
    const point = [jwk.x, jwk.y].flatMap((text) => [...(base64urlToBytes(text) ?? [])]);
    const rest = Uint8Array.from([...point, ...signature, ...packed]);
    const bytes = Uint8Array.from([FORMAT, ...sumOf(rest), ...rest]);
    return bytesToCredential(bytes) === credential ? bytes : null;
  } catch {
    return null;
  }
}

/** @returns null where the bytes are no packed credential; whether its signature holds is another question */
export function bytesToCredential(bytes: Uint8Array): string | null {
  if (bytes[0] !== FORMAT || bytes.length <= CLAIMS || bytes.length > LONGEST) return null;
  if (sumOf(bytes.subarray(KEY)).some((byte, at) => byte !== bytes[at + 1])) return null;
  const part = (from: number, to: number) => bytesToBase64url(bytes.subarray(from, to));
  const x = part(KEY, KEY + 32);
  const jwk = publicPart({ x, y: part(KEY + 32, SIGNATURE) });
  const header = new TextEncoder().encode(JSON.stringify({ alg: 'ES256', typ: 'JWT', jwk }));
  try {
    // A room of its own keeps few bytes from growing without end.
    const claims = inflateSync(bytes.subarray(CLAIMS), {
      dictionary,
      out: new Uint8Array(LONGEST),
    });
    if (claims.length === LONGEST) return null;
    const signature = part(SIGNATURE, CLAIMS);
    return `${bytesToBase64url(header)}.${bytesToBase64url(claims)}.${signature}`;
  } catch {
    return null;
  }
}

function sumOf(rest: Uint8Array): number[] {
  const sum = sum32(rest.join());
  return [sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255];
}

/** The one credential of a text, or why there is none. */
export type Found =
  | { readonly ok: true; readonly credential: string }
  | { readonly ok: false; readonly problem: 'not-a-credential' | 'oversized' | 'altered' };

/**
 * Finds a credential: a file, a link, or either within another text; the first where there are several. Nothing is said
 * of whether it holds.
 */
export function textToCredential(input: string | Uint8Array): Found {
  if (input.length > LONGEST_TEXT) return { ok: false, problem: 'oversized' };
  const text = typeof input === 'string' ? input : new TextDecoder().decode(input);
  const [, signed] = SIGNED.exec(text) ?? [];
  if (signed !== undefined && signed.length > LONGEST) return { ok: false, problem: 'oversized' };
  if (signed !== undefined) return { ok: true, credential: signed };
  const packed = payloadsIn(text, CREDENTIAL);
  for (const payload of packed) {
    const bytes = base64urlToBytes(payload);
    const credential = bytes && bytesToCredential(bytes);
    if (credential) return { ok: true, credential };
  }
  const isDamaged = packed.length > 0 || REMAINS.test(text);
  return { ok: false, problem: isDamaged ? 'altered' : 'not-a-credential' };
}
