import type { Page } from '@playwright/test';
import type { PublicKey } from '../domain/issuer.ts';
import { leads } from '../domain/outcome.ts';
import { claimToCredential } from '../exports/credential.ts';
import { press } from './state-steps.ts';

/** Pastes a text on the page that checks credentials, and has it checked. */
export async function showCredential(page: Page, text: string): Promise<void> {
  await page.locator('[name=text]').fill(text);
  await press(page, 'dastak-verify form [type=submit]');
  await page.locator('.result').waitFor();
}

/** A credential that somebody signed whom no site knows. */
export async function strangersCredential(): Promise<string> {
  const how = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const pair = (await crypto.subtle.generateKey(how, true, ['sign', 'verify'])) as CryptoKeyPair;
  const publicKey = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as PublicKey;
  const claim = {
    ...{ learner: 'ABCDEFGHJKMN', name: 'सुनीता देवी मीणा', place: '', role: 'warden' },
    ...{ release: '0.1.0', on: '2026-11-28', met: leads, refreshed: '' },
    truths: ['none', 'thoughts', 'danger'] as const,
  };
  const signing = {
    ...{ claim, course: 'dastak', address: 'https://dastak.example/', serial: 1 },
    ...{ signer: 'Moon Hostels', issued: new Date('2026-11-30T04:00:00Z'), until: '2027-05-30' },
  };
  const sign = async (bytes: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await crypto.subtle.sign(how, pair.privateKey, bytes));
  return claimToCredential(signing, sign, publicKey);
}
