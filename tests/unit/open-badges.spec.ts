// Whether others can check what a desk signs: by two libraries that are not ours, and by what the standards ask.
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import { keyName } from '../../src/domain/issuer.ts';
import { factsToPayload } from '../../src/exports/credential-fields.ts';
import { serialsToList } from '../../src/exports/status-list.ts';
import { madeClaim, NOW, newSigner, signed, toSign } from '../support/signer.ts';

const signer = await newSigner();
const credential = await signed(signer);
const schema = JSON.parse(readFileSync('tests/fixtures/open-badge.schema.json', 'utf8'));
const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictTuples: false });
addFormats.default(ajv);
const isBadge = ajv.compile(schema);
/** What is wrong with a badge, by place. */
const faults = (badge: unknown) => {
  isBadge(badge);
  return (isBadge.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
};

test('jose checks a credential and a status list by the key in their header, and knows the thumbprint', async () => {
  const list = await serialsToList(
    { address: 'https://dastak.example/', serials: [3], made: new Date('2026-12-01T05:00:00Z') },
    signer.sign,
    signer.publicKey,
  );
  for (const text of [credential, list]) {
    const options = { algorithms: ['ES256'], currentDate: NOW, issuer: 'https://dastak.example/' };
    const { payload, protectedHeader } = await jwtVerify(text, EmbeddedJWK, options);
    expect(protectedHeader).toEqual({
      alg: 'ES256',
      typ: 'JWT',
      jwk: { kty: 'EC', crv: 'P-256', x: signer.publicKey.x, y: signer.publicKey.y },
    });
    expect(await calculateJwkThumbprint(protectedHeader.jwk ?? {})).toBe(signer.thumbprint);
    expect(payload.jti).toBe(payload['id']);
    expect(payload.sub).toBe((payload['credentialSubject'] as { id: string }).id);
  }
  const late = { currentDate: new Date('2026-12-21T00:00:00Z') };
  await expect(jwtVerify(credential, EmbeddedJWK, late)).rejects.toThrow(
    '"exp" claim timestamp check failed',
  );
  const broken = credential.replace(/.{8}$/, 'AAAAAAAA');
  await expect(jwtVerify(broken, EmbeddedJWK, { currentDate: NOW })).rejects.toThrow(
    'signature verification failed',
  );
});

test('jsonwebtoken checks a credential', () => {
  const key = createPublicKey({ key: { ...signer.publicKey }, format: 'jwk' });
  const clockTimestamp = NOW.getTime() / 1000;
  const options = { algorithms: ['ES256' as const], clockTimestamp, complete: true as const };
  const { payload } = jsonwebtoken.verify(credential, key, options);
  expect(payload).toMatchObject({
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    credentialSubject: { identifier: [{ identityHash: madeClaim.name, identityType: 'name' }] },
  });
  const other = credential.replace(/\.(.)/, (_, letter) => `.${letter === 'e' ? 'f' : 'e'}`);
  expect(() => jsonwebtoken.verify(other, key, options)).toThrow();
});

test('A credential has what Open Badges 3.0 asks for, and each part that is asked for is missed', () => {
  const payload = JSON.parse(Buffer.from(credential.split('.')[1] ?? '', 'base64url').toString());
  expect(faults(payload)).toEqual([]);
  for (const path of [
    ...[
      '@context',
      'id',
      'name',
      'type',
      'issuer',
      'validFrom',
      'credentialSubject',
      'issuer.id',
      'issuer.type',
    ],
    ...[
      'credentialSubject.type',
      'credentialSubject.achievement',
      'credentialSubject.achievement.id',
    ],
    ...['name', 'description', 'criteria'].map((part) => `credentialSubject.achievement.${part}`),
    ...['type', 'hashed', 'identityHash', 'identityType'].map(
      (part) => `credentialSubject.identifier.0.${part}`,
    ),
    ...['id', 'type', 'statusPurpose', 'statusListIndex', 'statusListCredential'].map(
      (part) => `credentialStatus.${part}`,
    ),
    'evidence.0.type',
  ]) {
    const copy = structuredClone(payload);
    const parts = path.split('.');
    const last = parts.pop() ?? '';
    const place = parts.reduce((value, part) => value[part], copy);
    delete place[last];
    expect([path, faults(copy)]).not.toEqual([path, []]);
  }
});

test('The least that a claim can hold makes a sound badge, too', () => {
  const { place: _, ...attested } = { ...madeClaim, role: '', met: [], truths: [] };
  const { claim: __, issued: ___, ...rest } = toSign;
  const list = keyName(signer.thumbprint);
  expect(
    faults(factsToPayload({ ...attested, ...rest, issued: '2026-11-30T04:00:00Z', list })),
  ).toEqual([]);
});
