/*
 * The backup file of a signing key: the secret part, locked with a passphrase. It is one line of JSON, so that it goes
 * through mail and messengers. The head says how it was locked; a sum over all tells a damaged file from a wrong passphrase.
 */
import { base64urlToBytes, bytesToBase64url } from '../domain/base64url.ts';
import { sum32 } from '../domain/id-hash.ts';
import { type PublicKey, publicPart } from '../domain/issuer.ts';

const KIND = 'dastak-desk-key';
const FORMAT = 1;
/** As OWASP asks of PBKDF2 with SHA-256; a file may ask for more, within what a phone does in some seconds. */
const ROUNDS = 600_000;
const MOST_ROUNDS = 3_000_000;
const LONGEST = 4_000;

/** Why a backup could not be opened; each has its sentence in the `desk` group of `content/ui`. */
const backupProblems = ['not-a-backup', 'damaged', 'newer', 'wrong-passphrase'] as const;
export type BackupProblem = (typeof backupProblems)[number];

interface Head {
  readonly kind: string;
  readonly format: number;
  /** Moment of making. */
  readonly made: string;
  readonly key: PublicKey;
  readonly rounds: number;
  readonly salt: string;
  readonly nonce: string;
}

/** What a backup holds: the key as it may be signed with, but not taken out, and when it was made. */
export interface Opened {
  readonly publicKey: PublicKey;
  readonly privateKey: CryptoKey;
  readonly made: string;
}

const ES256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const textToBytes = (text: string) => new TextEncoder().encode(text);

/** Locks a key. @param privateKey one that may be taken out */
export async function keyToBackup(
  privateKey: CryptoKey,
  publicKey: PublicKey,
  made: string,
  passphrase: string,
): Promise<string> {
  const { subtle } = crypto;
  const [salt, nonce] = [16, 12].map((size) =>
    bytesToBase64url(crypto.getRandomValues(new Uint8Array(size))),
  ) as [string, string];
  const key = publicPart(publicKey);
  const head: Head = { kind: KIND, format: FORMAT, made, key, rounds: ROUNDS, salt, nonce };
  const lock = await lockOf(head, passphrase);
  const secret = await subtle.exportKey('pkcs8', privateKey);
  const locked = await subtle.encrypt(lock.how, lock.key, secret);
  const body = { ...head, locked: bytesToBase64url(new Uint8Array(locked)) };
  return `${JSON.stringify({ ...body, sum: sumOf(body) })}\n`;
}

/** Unlocks a backup. Never throws. */
export async function backupToKey(
  text: string,
  passphrase: string,
): Promise<{ ok: true; opened: Opened } | { ok: false; problem: BackupProblem }> {
  const read = readBackup(text);
  if (typeof read === 'string') return { ok: false, problem: read };
  const { head, locked } = read;
  const { subtle } = crypto;
  let secret: ArrayBuffer;
  try {
    const lock = await lockOf(head, passphrase);
    secret = await subtle.decrypt(lock.how, lock.key, locked);
  } catch {
    return { ok: false, problem: 'wrong-passphrase' };
  }
  try {
    const privateKey = await subtle.importKey('pkcs8', secret, ES256, false, ['sign']);
    return { ok: true, opened: { publicKey: head.key, privateKey, made: head.made } };
  } catch {
    return { ok: false, problem: 'damaged' };
  }
}

/** The key of the lock, and how it locks: the head is bound in, so that no other public part can be put before it. */
async function lockOf(head: Head, passphrase: string) {
  const { subtle } = crypto;
  const bytes = (text: string) => base64urlToBytes(text) ?? new Uint8Array();
  // Keyboards spell one letter in several ways, and put spaces of their own.
  const typed = textToBytes(passphrase.normalize('NFKC').trim().replace(/\s+/g, ' '));
  const source = await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const key = await subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(head.salt), iterations: head.rounds },
    source,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  const additionalData = textToBytes(JSON.stringify(head));
  return { key, how: { name: 'AES-GCM', iv: bytes(head.nonce), additionalData } };
}

function readBackup(
  text: string,
): { head: Head; locked: Uint8Array<ArrayBuffer> } | Exclude<BackupProblem, 'wrong-passphrase'> {
  if (text.length > LONGEST || !text.includes(KIND)) return 'not-a-backup';
  try {
    const { sum, ...body } = JSON.parse(text.trim());
    if (body.kind !== KIND) return 'not-a-backup';
    if (Number.isInteger(body.format) && body.format > FORMAT) return 'newer';
    if (sumOf(body) !== sum) return 'damaged';
    const { kind, format, made, rounds, salt, nonce } = body;
    const key = publicPart(body.key);
    const head: Head = { kind, format, made, key, rounds, salt, nonce };
    const locked = base64urlToBytes(body.locked);
    const sizes = [key.x, key.y, salt, nonce].map((part) => base64urlToBytes(part)?.length);
    const isSound =
      `${sizes}` === '32,32,16,12' &&
      Number.isInteger(rounds) &&
      rounds >= ROUNDS &&
      rounds <= MOST_ROUNDS &&
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(made);
    return isSound && locked ? { head, locked } : 'damaged';
  } catch {
    return 'damaged';
  }
}

const sumOf = (body: object): string => sum32(JSON.stringify(body)).toString(36);
