/*
 * The life story of a signing key
 *
 * Birth. A coordinator's desk makes a key (ES256) in the browser. In that moment, and never again, its secret part can be
 * taken out: it goes into a backup file that a passphrase locks (`key-backup.ts`). Then it is kept as a key that signs and
 * cannot be read, not even by the pages of this site.
 *
 * Keeping. Keys lie in IndexedDB, one entry per thumbprint, with their public part and the moment of making. The latest
 * signs credentials; earlier ones stay, since only they or a later key of the same issuer can withdraw what they signed.
 *
 * Change. A new key is made beside the old one, and its thumbprint is written into `site.yml` under the same `id`, the old
 * entry with `until`. Death. A device that is gone for good: restore from the backup. Where the backup is gone too, nobody
 * can sign with the key any more, and `until` ends it. Where somebody else may hold device or backup with its passphrase,
 * `lost` voids all that it ever signed, since a thief writes any day he likes.
 */
import { bytesToBase64url } from '../domain/base64url.ts';
import { type PublicKey, publicPart, thumbprintText } from '../domain/issuer.ts';
import { completed, openDatabase } from './database.ts';
import { type BackupProblem, backupToKey, keyToBackup, type Opened } from './key-backup.ts';

const KEYS = 'keys';
const ES256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** A key of this device. */
export interface DeskKey {
  /** What `site.yml` lists it by (RFC 7638). */
  readonly thumbprint: string;
  readonly publicKey: PublicKey;
  /** Moment of making, `2026-11-30T09:30:00Z`. */
  readonly made: string;
  /** Signs bytes with ES256. @returns the 64 bytes of r and s */
  readonly sign: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

/** Why a device can keep no key: no https, no WebCrypto, no database (a private window, blocked site data). */
export type KeyTrouble = 'insecure' | 'no-crypto' | 'blocked';

/** The signing keys of one device. */
export interface DeskKeys {
  /** Whether keys can be made and kept here; null where they can. Tries it out. */
  trouble(): Promise<KeyTrouble | null>;
  /** Every key, latest first. */
  all(): Promise<readonly DeskKey[]>;
  /**
   * Makes a key and its backup. The key is kept, so hand the backup over at once: it cannot be made again.
   * @param passphrase see `passphraseProblem`
   */
  make(passphrase: string, now: Date): Promise<{ key: DeskKey; backup: string }>;
  /** Takes a key over from its backup; one that is here already stays as it is. */
  restore(
    backup: string,
    passphrase: string,
  ): Promise<{ ok: true; key: DeskKey } | { ok: false; problem: BackupProblem }>;
  /** Takes a key off this device; its backup still holds it. */
  remove(thumbprint: string): Promise<void>;
}

/**
 * Opens the signing keys of this browser.
 * @param factory gives the browser's `indexedDB`; it may throw or give nothing
 * @param name of the database, one for each copy of the course on a host
 */
export function openDeskKeys(factory: () => IDBFactory | undefined, name: string): DeskKeys {
  /** Does some work in one transaction and gives what its request came to. */
  async function transact<Result>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<Result>,
  ): Promise<Result> {
    const database = await openDatabase(factory(), name, [KEYS]);
    try {
      const transaction = database.transaction(KEYS, mode);
      const request = work(transaction.objectStore(KEYS));
      await completed(transaction);
      return request.result;
    } finally {
      database.close();
    }
  }

  async function keep({ publicKey, privateKey, made }: Opened): Promise<DeskKey> {
    const thumbprint = await thumbprintOf(publicKey);
    await transact('readwrite', (store) =>
      store.put({ publicKey, privateKey, made } satisfies Opened, thumbprint),
    );
    // Some browsers keep an empty thing in the place of a key, and say nothing.
    const kept = await transact<unknown>('readonly', (store) => store.get(thumbprint));
    if (!isKept(kept)) throw new Error('The browser does not keep keys.');
    return toDeskKey(thumbprint, kept);
  }

  const all = async () => {
    const [names, values] = await Promise.all([
      transact('readonly', (store) => store.getAllKeys()),
      transact<unknown[]>('readonly', (store) => store.getAll()),
    ]);
    return names
      .flatMap((thumbprint, at) => {
        const value = values[at];
        return isKept(value) ? [toDeskKey(`${thumbprint}`, value)] : [];
      })
      .sort((a, b) => (a.made < b.made ? 1 : -1));
  };

  return {
    async trouble() {
      if (!globalThis.crypto?.subtle)
        return globalThis.isSecureContext === false ? 'insecure' : 'no-crypto';
      try {
        const { privateKey } = await generated(false);
        await transact('readwrite', (store) => store.put({ privateKey }, 'probe'));
        const kept = await transact<unknown>('readonly', (store) => store.get('probe'));
        await transact('readwrite', (store) => store.delete('probe'));
        return isPrivateKey(Object(kept).privateKey) ? null : 'blocked';
      } catch {
        return 'blocked';
      }
    },
    all,
    async make(passphrase, now) {
      const pair = await generated(true);
      const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
      const made = `${now.toISOString().slice(0, 19)}Z`;
      const backup = await keyToBackup(pair.privateKey, publicPart({ x, y }), made, passphrase);
      // What is kept comes out of the backup, so that a backup which cannot be opened is noticed while there is time.
      const opened = await backupToKey(backup, passphrase);
      if (!opened.ok)
        throw new Error(`The backup of a new key could not be read: ${opened.problem}.`);
      return { key: await keep(opened.opened), backup };
    },
    async restore(backup, passphrase) {
      const opened = await backupToKey(backup, passphrase);
      return opened.ok ? { ok: true, key: await keep(opened.opened) } : opened;
    },
    async remove(thumbprint) {
      await transact('readwrite', (store) => store.delete(thumbprint));
    },
  };
}

const generated = (isExtractable: boolean) =>
  crypto.subtle.generateKey(ES256, isExtractable, ['sign', 'verify']) as Promise<CryptoKeyPair>;

async function thumbprintOf(key: PublicKey): Promise<string> {
  const bytes = new TextEncoder().encode(thumbprintText(key));
  return bytesToBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

const isPrivateKey = (value: unknown): value is CryptoKey =>
  Object(value).type === 'private' && Object(value).extractable === false;
const isKept = (value: unknown): value is Opened => isPrivateKey(Object(value).privateKey);

const toDeskKey = (thumbprint: string, { publicKey, privateKey, made }: Opened): DeskKey => ({
  thumbprint,
  publicKey,
  made,
  async sign(bytes) {
    const how = { name: 'ECDSA', hash: 'SHA-256' };
    return new Uint8Array(await crypto.subtle.sign(how, privateKey, bytes));
  },
});
