/*
 * Which credentials of a key were withdrawn: a Bitstring Status List (W3C), signed like a credential. The institution
 * puts the file under `content/status/`, and the site serves it. A list says nothing about the time after it was made.
 */
import { gunzipSync, gzipSync } from 'fflate';
import { base64urlToBytes, bytesToBase64url } from '../domain/base64url.ts';
import type { PublicKey } from '../domain/issuer.ts';
import { keyName } from '../domain/issuer.ts';
import { statusPlaces } from './credential-fields.ts';
import { readJws, type Sign, signJws, thumbprintOf } from './jws.ts';

const CONTEXTS = ['https://www.w3.org/ns/credentials/v2'];
const BYTES = statusPlaces / 8;
/** A list that is older was perhaps forgotten; it is then said that it may not know of the latest withdrawals. */
export const LIST_DAYS = 90;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Whether a credential was withdrawn. Only `not-withdrawn` is good news; of the others `withdrawn` is bad, and the rest
 * say that it could not be found out: there is no list, it does not hold, or it is too old to know.
 */
export const withdrawals = [
  'withdrawn',
  'not-withdrawn',
  'no-list',
  'damaged-list',
  'old-list',
] as const;
export type Withdrawal = (typeof withdrawals)[number];

/**
 * Makes the list of a key.
 * @param serials of the credentials that are withdrawn
 * @returns the text of the file `<list>.jwt`; the list is named after the key whose credentials it is about
 */
export async function serialsToList(
  {
    address,
    serials,
    made,
    list,
  }: {
    /** Address of the site, ending in a slash. */
    readonly address: string;
    readonly serials: readonly number[];
    readonly made: Date;
    /** Name of an earlier key's list, where a later key of the same issuer signs it; left out, the own. */
    readonly list?: string;
  },
  sign: Sign,
  publicKey: PublicKey,
): Promise<string> {
  const bits = new Uint8Array(BYTES);
  for (const serial of serials) {
    if (!Number.isInteger(serial) || serial < 0 || serial >= statusPlaces)
      throw new RangeError(`${serial} is no place of a status list, which has ${statusPlaces}.`);
    bits[serial >> 3] = (bits[serial >> 3] ?? 0) | (128 >> (serial & 7));
  }
  const name = list ?? keyName(await thumbprintOf(publicKey));
  const id = `${address}status/${name}.jwt`;
  const validFrom = `${made.toISOString().slice(0, 19)}Z`;
  const payload = {
    '@context': CONTEXTS,
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: address,
    validFrom,
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      // The leading u says base64url (Multibase); no time of making in the gzip, so that the same list is the same text.
      encodedList: `u${bytesToBase64url(gzipSync(bits, { level: 9, mtime: 0 }))}`,
    },
    iss: address,
    sub: `${id}#list`,
    jti: id,
    nbf: Date.parse(validFrom) / 1000,
  };
  return signJws(payload, sign, publicKey);
}

/** What a list is read for. */
interface Asked {
  /** Name of the list. */
  readonly list: string;
  /** Thumbprints of the keys that may have signed it. */
  readonly keys: readonly string[];
  readonly serial: number;
  /** When the credential was signed. */
  readonly issued: string;
  readonly now: Date;
}

/** What a list says of a credential, and when it was made; empty where it does not hold. */
export interface ListReading {
  readonly withdrawal: Withdrawal;
  readonly listMade: string;
}

/** Looks a credential up in the text of a list. Never throws. */
export async function listToReading(text: string, asked: Asked): Promise<ListReading> {
  const { list, keys, serial, issued, now } = asked;
  const read = await readList(text);
  if (!read || read.list !== list || !keys.includes(read.key))
    return { withdrawal: 'damaged-list', listMade: '' };
  const { bits, made } = read;
  const withdrawal = (value: Withdrawal) => ({ withdrawal: value, listMade: made });
  // A withdrawal holds however old the list is.
  if (((bits[serial >> 3] ?? 0) & (128 >> (serial & 7))) !== 0) return withdrawal('withdrawn');
  const isOld = made < issued || now.getTime() - Date.parse(made) > LIST_DAYS * DAY;
  return withdrawal(isOld ? 'old-list' : 'not-withdrawn');
}

/** A list whose signature holds: whose it is, when it was made, who signed it, and its bits. */
export interface StatusList {
  readonly list: string;
  readonly made: string;
  /** Thumbprint of the key that signed it. */
  readonly key: string;
  readonly bits: Uint8Array;
}

/** @returns null for a text that is not a list, or whose signature does not hold */
export async function readList(text: string): Promise<StatusList | null> {
  const signed = await readJws(text.trim());
  if (!signed.ok) return null;
  const { id, validFrom, type, credentialSubject: subject } = signed.payload;
  const [, list = ''] = /\/status\/([0-9a-f]{16})\.jwt$/.exec(`${id}`) ?? [];
  const made = `${validFrom}`;
  if (list === '' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(made)) return null;
  if (!Array.isArray(type) || !type.includes('BitstringStatusListCredential')) return null;
  const { type: kind, statusPurpose, encodedList } = (subject ?? {}) as Record<string, unknown>;
  if (kind !== 'BitstringStatusList' || statusPurpose !== 'revocation') return null;
  const bits = bitsOf(`${encodedList}`);
  return bits && { list, made, key: signed.thumbprint, bits };
}

function bitsOf(encoded: string): Uint8Array | null {
  const packed = encoded.startsWith('u') ? base64urlToBytes(encoded.slice(1)) : null;
  if (!packed) return null;
  try {
    // A room of its own, one byte too large, keeps a small text from growing without end.
    const bits = gunzipSync(packed, { out: new Uint8Array(BYTES + 1) });
    return bits.length === BYTES ? bits : null;
  } catch {
    return null;
  }
}
