import type { Claim } from '../../src/domain/claim.ts';
import type { Issuer, PublicKey } from '../../src/domain/issuer.ts';
import { leads } from '../../src/domain/outcome.ts';
import { claimToCredential, type ToSign, type Trust } from '../../src/exports/credential.ts';
import { type Sign, thumbprintOf } from '../../src/exports/jws.ts';

/** A key as tests sign with it. */
export interface Signer {
  readonly publicKey: PublicKey;
  readonly thumbprint: string;
  readonly sign: Sign;
  /** Its secret part, for libraries that are not ours. */
  readonly secret: JsonWebKey;
}

/** Makes a key. */
export async function newSigner(): Promise<Signer> {
  const how = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const pair = (await crypto.subtle.generateKey(how, true, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as PublicKey;
  return {
    publicKey,
    thumbprint: await thumbprintOf(publicKey),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign(how, pair.privateKey, bytes)),
    secret: await crypto.subtle.exportKey('jwk', pair.privateKey),
  };
}

/** A claim of somebody who has finished the course. */
export const madeClaim: Claim = {
  learner: 'ABCDEFGHJKMN',
  name: 'सुनीता देवी मीणा',
  place: 'सूर्या हॉस्टल, कोटा',
  role: 'warden',
  release: '0.1.0',
  on: '2026-11-28',
  met: leads,
  truths: ['none', 'thoughts', 'danger'],
  refreshed: '',
};

/** The hour at which tests read. */
export const NOW = new Date('2026-12-01T06:00:00Z');

/** What a desk signs, by default soundly and shortly before `NOW`. */
export const toSign: ToSign = {
  claim: madeClaim,
  course: 'dastak',
  address: 'https://dastak.example/',
  signer: 'Surya Hostels, Kota',
  serial: 17,
  issued: new Date('2026-11-30T04:00:00Z'),
  until: '2026-12-20',
};

/** A credential of a key, with some things otherwise. */
export const signed = (signer: Signer, other: Partial<ToSign> = {}): Promise<string> =>
  claimToCredential({ ...toSign, ...other }, signer.sign, signer.publicKey);

/** An entry of `site.yml` for a key. */
export const issuerOf = (signer: Signer, other: Partial<Issuer> = {}): Issuer => ({
  id: 'surya',
  name: 'Surya Hostels',
  names: { hi: 'सूर्या हॉस्टल', en: 'Surya Hostels' },
  key: signer.thumbprint,
  from: '2026-11-01',
  until: '',
  lost: '',
  ...other,
});

/** A site that trusts these and hosts one status file for whatever is asked, or none. */
export const trustIn = (issuers: readonly Issuer[], file: string | null = null): Trust => ({
  issuers,
  course: 'dastak',
  now: NOW,
  statusFile: async () => file,
});
