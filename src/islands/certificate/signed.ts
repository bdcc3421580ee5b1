import type { Issuer } from '../../domain/issuer.ts';
import { type CredentialState, credentialToReading } from '../../exports/credential.ts';
import { credentialToFragment, textToCredential } from '../../exports/credential-code.ts';
import { latestList } from '../../offline/latest-list.ts';
import { part } from '../dom.ts';
import { drawQr } from '../qr.ts';
import type { Sheet } from './sheet.ts';

/** What a page must know of its site to check a signature. */
export interface SignedFacts {
  readonly issuers: readonly Issuer[];
  readonly course: string;
  /** Address of the folder of status lists, and the files in it. */
  readonly status: { readonly address: string; readonly files: readonly string[] };
  /** The page that checks credentials. */
  readonly verify: string;
}

/** Why a signed text does not stand on a certificate, as the texts of the `certificate` group name it. */
const PROBLEMS: Partial<Record<CredentialState, string>> = {
  altered: 'changed',
  'no-crypto': 'newer',
  'other-course': 'course',
  'wrong-key': 'key',
  'lost-key': 'key',
  'not-in-force': 'key',
  revoked: 'revoked',
  future: 'future',
};

/** What a signed text puts on the certificate, or the key of the sentence that says why nothing. */
export type Signed =
  | { readonly ok: true; readonly credential: string; readonly sheet: Partial<Sheet> }
  | { readonly ok: false; readonly problem: string };

/**
 * Checks what came back from a coordinator. A signature by a key that the site does not know is an attestation, no more.
 * @param learner what stands for the record in use; a signature on any other is refused
 */
export async function readSigned(
  input: string | Uint8Array,
  site: SignedFacts,
  learner: string,
): Promise<Signed> {
  const found = textToCredential(input);
  const reading = await credentialToReading(input, {
    ...{ issuers: site.issuers, course: site.course, now: new Date() },
    statusFile: async (name) => {
      if (!site.status.files.includes(name)) return null;
      const address = new URL(site.status.address + name, location.href);
      return latestList(address.href, navigator.onLine);
    },
  });
  const { state, facts } = reading;
  const counts = state === 'valid' || state === 'expired' || state === 'unknown-issuer';
  if (!found.ok || !facts || !counts)
    return { ok: false, problem: `signed-${PROBLEMS[state] ?? 'unreadable'}` };
  if (facts.learner !== learner) return { ok: false, problem: 'signed-other' };
  const { name, role, release, on, met, truths, refreshed, until, signer } = facts;
  const level = state === 'unknown-issuer' ? 'attested' : 'signed';
  return {
    ok: true,
    credential: found.credential,
    sheet: {
      ...{ name, role, release, on, met, truths, refreshed, until, level },
      signer: reading.issuer?.name ?? signer,
      ...(reading.issuer && { signers: reading.issuer.names }),
    },
  };
}

/** Draws the code by which anybody can check a signature. */
export function drawSigned(host: HTMLElement, credential: string, site: SignedFacts): void {
  const fragment = credentialToFragment(credential);
  if (!fragment) return;
  const address = new URL(site.verify, location.href).href;
  drawQr(address + fragment, part<HTMLCanvasElement>(host, '.sheet canvas'));
}
