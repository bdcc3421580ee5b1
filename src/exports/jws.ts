/*
 * Signed texts: a JWS in compact form (RFC 7515), signed with ES256, its public key in the header.
 *
 * Read strictly. One spelling of each part is read, the header is the one that `signJws` writes, and the key is built from
 * its two coordinates alone. So no letter of a signed text can be changed, no member doubled, and no other algorithm
 * slipped in (RFC 8725).
 */
import { base64urlToBytes, bytesToBase64url } from '../domain/base64url.ts';
import { type PublicKey, publicPart, thumbprintText } from '../domain/issuer.ts';

/** Signs bytes with ES256. @returns the 64 bytes of r and s */
export type Sign = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/** A longer text is not looked at. */
const LONGEST_JWS = 60_000;

/** Why a signed text does not hold. */
export type JwsProblem =
  | 'none' // not a signed text
  | 'oversized'
  | 'algorithm'
  | 'curve'
  | 'private-key' // its header gives away the secret part of its key
  | 'altered'
  | 'no-crypto'; // this browser cannot check it, or not on a page without https

export type JwsReading =
  | {
      readonly ok: true;
      readonly payload: Readonly<Record<string, unknown>>;
      readonly key: PublicKey;
      readonly thumbprint: string;
    }
  | { readonly ok: false; readonly problem: JwsProblem };

const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const textToBytes = (text: string) => new TextEncoder().encode(text);
const jsonToPart = (value: unknown) => bytesToBase64url(textToBytes(JSON.stringify(value)));

/** Signs an object. */
export async function signJws(payload: object, sign: Sign, publicKey: PublicKey): Promise<string> {
  const header = { alg: 'ES256', typ: 'JWT', jwk: publicPart(publicKey) };
  const signed = `${jsonToPart(header)}.${jsonToPart(payload)}`;
  return `${signed}.${bytesToBase64url(await sign(textToBytes(signed)))}`;
}

/** The thumbprint of a key (RFC 7638). */
export async function thumbprintOf(key: PublicKey): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', textToBytes(thumbprintText(key)));
  return bytesToBase64url(new Uint8Array(digest));
}

/** Reads a signed text and checks it against the key in its header; whose key that is, the caller asks. Never throws. */
export async function readJws(text: string): Promise<JwsReading> {
  if (text.length > LONGEST_JWS) return refuse('oversized');
  const parts = text.split('.');
  const [head = '', body = '', tail = ''] = parts;
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]*$/.test(part))) return refuse('none');
  const header = partToObject(head);
  if (!header) return refuse('altered');
  const problem = headerProblem(header);
  if (problem) return refuse(problem);
  const key = publicPart(header['jwk'] as PublicKey);
  const signature = base64urlToBytes(tail);
  if (
    !signature ||
    JSON.stringify(header) !== JSON.stringify({ alg: 'ES256', typ: 'JWT', jwk: key })
  )
    return refuse('altered');
  // Absent on a page that came without https.
  if (!globalThis.crypto?.subtle) return refuse('no-crypto');
  try {
    const checker = await crypto.subtle.importKey('jwk', { ...key }, ES256, true, ['verify']);
    const signed = textToBytes(`${head}.${body}`);
    if (!(await crypto.subtle.verify(ES256, checker, signature, signed))) return refuse('altered');
    const payload = partToObject(body);
    return payload
      ? { ok: true, payload, key, thumbprint: await thumbprintOf(key) }
      : refuse('none');
  } catch {
    // The coordinates are no point of the curve.
    return refuse('altered');
  }
}

const refuse = (problem: JwsProblem): JwsReading => ({ ok: false, problem });

/** What a header asks for that is never done, or null. */
function headerProblem({ alg, crit, jwk }: Record<string, unknown>): JwsProblem | null {
  if (alg !== 'ES256' || crit !== undefined) return 'algorithm';
  if (!isObject(jwk)) return 'algorithm';
  if ('d' in jwk) return 'private-key';
  return jwk['kty'] === 'EC' && jwk['crv'] === 'P-256' ? null : 'curve';
}

/** @returns null where a part is not the JSON text of an object, or is another spelling of it than ours */
function partToObject(part: string): Record<string, unknown> | null {
  const bytes = base64urlToBytes(part);
  if (!bytes) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return isObject(value) && JSON.stringify(value) === text ? value : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
