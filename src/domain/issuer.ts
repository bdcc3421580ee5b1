import { base64urlToBytes } from './base64url.ts';

/** The public part of a signing key: a point of the curve P-256, as RFC 7517 writes it. */
export interface PublicKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** Somebody whose signatures a site trusts: an entry of `issuers` in `content/site.yml`. */
export interface Issuer {
  /** Stays the same when the key changes: several entries with one id are the keys of one issuer. */
  readonly id: string;
  readonly name: string;
  /** What it is called in each language of the course. */
  readonly names: Readonly<Record<string, string>>;
  /** Thumbprint of the key, see `thumbprintText`. */
  readonly key: string;
  /** First day on which it may have signed, `2026-11-30`. */
  readonly from: string;
  /** Last day on which it may have signed, or empty. */
  readonly until: string;
  /** Day since which nobody knows who holds the key, or empty; then nothing that it has signed counts. */
  readonly lost: string;
}

/** Only the members that name the key, in the order in which they are hashed; anything else about it is dropped. */
export const publicPart = ({ x, y }: Pick<PublicKey, 'x' | 'y'>): PublicKey => ({
  kty: 'EC',
  crv: 'P-256',
  x,
  y,
});

/** The text whose SHA-256, in base64url, is the thumbprint of a key (RFC 7638). */
export const thumbprintText = ({ x, y }: PublicKey): string =>
  JSON.stringify({ crv: 'P-256', kty: 'EC', x, y });

/** Whether a text is a thumbprint, 32 bytes in base64url. */
export const isThumbprint = (text: string): boolean => base64urlToBytes(text)?.length === 32;

/**
 * What a key is called in addresses and names of files: the first eight bytes of its thumbprint in hexadecimal digits,
 * since some disks take capitals and small letters for the same.
 */
export function keyName(thumbprint: string): string {
  const bytes = [...(base64urlToBytes(thumbprint) ?? [])].slice(0, 8);
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
