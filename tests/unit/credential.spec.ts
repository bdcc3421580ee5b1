import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { base64urlToBytes, bytesToBase64url } from '../../src/domain/base64url.ts';
import { sum32 } from '../../src/domain/id-hash.ts';
import { keyName } from '../../src/domain/issuer.ts';
import { type CredentialState, credentialToReading } from '../../src/exports/credential.ts';
import { bytesToCredential, credentialToFragment } from '../../src/exports/credential-code.ts';
import { signJws } from '../../src/exports/jws.ts';
import { anyClaim } from '../support/claims.ts';
import {
  issuerOf,
  madeClaim,
  NOW,
  newSigner,
  type Signer,
  signed,
  toSign,
  trustIn,
} from '../support/signer.ts';

const signer = await newSigner();
const other = await newSigner();
const trust = trustIn([issuerOf(signer)]);
const credential = await signed(signer);
const [head = '', body = '', tail = ''] = credential.split('.');
const stateOf = async (text: string | Uint8Array, given = trust) =>
  (await credentialToReading(text, given)).state;
const part = (text: string) => bytesToBase64url(new TextEncoder().encode(text));
const textOf = (coded: string) => new TextDecoder().decode(base64urlToBytes(coded) ?? undefined);
const payload = JSON.parse(textOf(body));
/** Signs a text as it stands, whatever it is. */
async function signedText(header: string, claims: string, by: Signer = signer): Promise<string> {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${bytesToBase64url(await by.sign(new TextEncoder().encode(text)))}`;
}

test('A credential is read as what the desk signed, without the place', async () => {
  const { place: _, ...attested } = madeClaim;
  expect(await credentialToReading(credential, trust)).toEqual({
    state: 'valid',
    key: signer.thumbprint,
    issuer: issuerOf(signer),
    withdrawal: 'no-list',
    listMade: '',
    facts: {
      ...attested,
      address: 'https://dastak.example/',
      signer: 'Surya Hostels, Kota',
      course: 'dastak',
      serial: 17,
      issued: '2026-11-30T04:00:00Z',
      until: '2026-12-20',
      list: keyName(signer.thumbprint),
    },
  });
  expect(textOf(body)).not.toContain('हॉस्टल');
});

test('No byte of a credential can be changed', async () => {
  test.setTimeout(180_000);
  const bytes = new TextEncoder().encode(credential);
  const held: number[] = [];
  for (const at of bytes.keys()) {
    const changed = bytes.slice();
    // Another letter of base64url, or of what may not stand there at all.
    changed[at] = at % 5 === 0 ? 33 + (at % 90) : bytes[at] === 65 ? 66 : 65;
    if (changed[at] === bytes[at]) changed[at] = 95;
    const state = await stateOf(changed);
    if (!['altered', 'not-a-credential', 'algorithm', 'curve'].includes(state)) held.push(at);
  }
  expect(held).toEqual([]);
});

test('No bit of a link, of the last letters least of all, and no letter more or less holds', async () => {
  const fragment = credentialToFragment(credential) ?? '';
  expect(await stateOf(`https://dastak.example/hi/verify/${fragment}`)).toBe('valid');
  const held: string[] = [];
  for (let at = 3; at < fragment.length; at += 1) {
    const letter = fragment[at] === 'A' ? 'B' : 'A';
    const changed = fragment.slice(0, at) + letter + fragment.slice(at + 1);
    if ((await stateOf(changed)) === 'valid') held.push(changed);
  }
  for (const end of ['', 'A', 'AA', '='])
    for (const cut of [1, 2, 3])
      if (fragment.slice(0, -cut) + end !== fragment)
        if ((await stateOf(fragment.slice(0, -cut) + end)) === 'valid') held.push(`${end}${cut}`);
  // The same bytes, spelt otherwise: bits of the last letter that no byte uses.
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = letters.indexOf(tail.slice(-1));
  for (const bits of [1, 2, 3])
    if ((await stateOf(credential.slice(0, -1) + letters[last ^ bits])) === 'valid')
      held.push(`${bits}`);
  expect(held).toEqual([]);
});

test('Each way of not being valid has a name of its own', async () => {
  const jwk = signer.publicKey;
  const header = (
    more: object,
    alg = 'ES256',
    key: object = { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y },
  ) => JSON.stringify({ alg, typ: 'JWT', jwk: key, ...more });
  const claims = textOf(body);
  const cases: [CredentialState, string, typeof trust?][] = [
    ['not-a-credential', 'Dear all, the training is on Monday.'],
    ['oversized', `${credential} `.repeat(20)],
    ['oversized', `${head}.${'A'.repeat(9000)}.${tail}`],
    ['algorithm', `${part('{"alg":"none"}')}.${body}.`],
    ['algorithm', `${part(header({}, 'none'))}.${body}.`],
    ['algorithm', `${part(header({}, 'HS256'))}.${body}.${tail}`],
    ['algorithm', await signedText(header({ crit: ['exp'] }), claims)],
    ['algorithm', await signedText('{"alg":"ES256","kid":"1"}', claims)],
    [
      'curve',
      `${part(header({}, 'ES256', { kty: 'EC', crv: 'P-384', x: jwk.x, y: jwk.y }))}.${body}.${tail}`,
    ],
    [
      'curve',
      `${part(header({}, 'ES256', { kty: 'OKP', crv: 'Ed25519', x: jwk.x }))}.${body}.${tail}`,
    ],
    ['private-key', await signedText(header({}, 'ES256', { ...signer.secret }), claims)],
    ['altered', `${head}.${body}.${tail.slice(0, -4)}`],
    ['altered', `${head}.${body}.`],
    ['altered', `${head}.${part(claims.replace('सुनीता', 'अनीता'))}.${tail}`],
    [
      'altered',
      `${part(header({}, 'ES256', { ...jwk, x: part('A'.repeat(32)) }))}.${body}.${tail}`,
    ],
    ['altered', (await signed(other)).replace(/^[^.]+/, head)],
    ['other-course', await signed(signer, { course: 'first-aid' })],
    ['unknown-issuer', await signed(other, { signer: 'Moon Hostels' })],
    ['wrong-key', await signed(other, { signer: 'surya  HOSTELS' })],
    ['lost-key', credential, trustIn([issuerOf(signer, { lost: '2027-01-01' })])],
    ['not-in-force', credential, trustIn([issuerOf(signer, { from: '2026-12-01' })])],
    ['not-in-force', credential, trustIn([issuerOf(signer, { until: '2026-11-29' })])],
    ['future', await signed(signer, { issued: new Date('2026-12-02T06:00:01Z') })],
    ['valid', await signed(signer, { issued: new Date('2026-12-02T05:59:00Z') })],
    ['expired', await signed(signer, { until: '2026-11-30' })],
    ['valid', await signed(signer, { until: '2026-12-01' })],
  ];
  for (const [state, text, given] of cases)
    expect([text.slice(0, 60), await stateOf(text, given)]).toEqual([text.slice(0, 60), state]);
});

test('A sound signature over other texts than those that a desk writes is no credential', async () => {
  const header = textOf(head);
  const claims = textOf(body);
  const texts: [string, string][] = [
    ['doubled member', claims.replace('"name":"Dastak"', '"name":"Dastak","name":"Dastak"')],
    ['another name behind the first', claims.replace(/}$/, ',"credentialSubject":{}}')],
    ['space', claims.replace('{', '{ ')],
    ['mark before the text', `\ufeff${claims}`],
    ['another spelling of a letter', claims.replace('Dastak', '\\u0044astak')],
    ['a member more', claims.replace(/}$/, ',"admin":true}')],
    ['a prototype', claims.replace(/}$/, ',"__proto__":{}}')],
    ['an issuer of its own', claims.replace('"iss":"https:', '"iss":"http:')],
    [
      'another end in the claims than in the credential',
      claims.replace(/"exp":\d+/, '"exp":4102444800'),
    ],
    ['text from right to left', claims.replace('Surya', '\u202eSurya')],
    ['an unseen letter', claims.replace('Surya', 'Su\u200brya')],
    ['no object', '[1]'],
    ['no JSON', 'hello'],
  ];
  for (const [name, text] of texts) {
    const state = await stateOf(await signedText(header, text));
    expect([name, state]).toEqual([
      name,
      expect.stringMatching(/^(not-a-credential|other-course)$/),
    ]);
  }
  const odd = header.replace('"typ":"JWT"', '"typ":"JWT","typ":"JWT"');
  expect(await stateOf(await signedText(odd, claims))).toBe('altered');
  expect(await stateOf(await signedText(header.replace(',', ', '), claims))).toBe('altered');
});

test('A credential is found in what people paste', async () => {
  const link = `https://dastak.example/hi/verify/${credentialToFragment(credential)}`;
  for (const text of [
    ` ${credential}\n`,
    `नमस्ते, यह रहा:\n${credential}\nधन्यवाद`,
    `*${link}*`,
    link.replace('#v=', '%23v%3D'),
    `> ${link}`,
  ])
    expect(await stateOf(text)).toBe('valid');
});

test('A packed credential is the same text again, and fits into one QR code for a cheap camera', async () => {
  const long = await signed(signer, {
    claim: { ...madeClaim, name: 'क्षितिज'.repeat(6).slice(0, 40), refreshed: '2026-11-29' },
    signer: 'राजस्थान कोचिंग हॉस्टल संघ, कोटा ज़िला शाखा, तलवंडी',
    serial: 131_071,
  });
  for (const text of [credential, long]) {
    const fragment = credentialToFragment(text) ?? '';
    const bytes = base64urlToBytes(fragment.replace('#v=', ''));
    expect(bytes && bytesToCredential(bytes)).toBe(text);
    expect(`https://dastak.example/hi/verify/${fragment}`.length).toBeLessThan(700);
  }
  // What is not ours is not packed, since it would not come out the same.
  expect(credentialToFragment(`${head}.${body}.`)).toBeNull();
  expect(credentialToFragment('x')).toBeNull();
});

test('Nothing is signed that nobody could read', async () => {
  const odd = [
    { claim: { ...madeClaim, name: '' } },
    { claim: { ...madeClaim, name: 'a\nb' } },
    { claim: { ...madeClaim, learner: 'short' } },
    { signer: 'x'.repeat(81) },
    { address: 'https://dastak.example' },
    { serial: 131_072 },
    { until: '2027-02-30' },
  ];
  for (const one of odd)
    await expect(signed(signer, one)).rejects.toThrow(
      'This claim has a value that no credential can carry; correct it first.',
    );
});

test('Any claim comes back as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(anyClaim, async ({ place, ...claim }) => {
      const text = await signed(signer, { claim: { ...claim, place } });
      const { state, facts } = await credentialToReading(text, trust);
      assert.equal(state, 'valid');
      assert.deepEqual({ ...facts, ...claim }, facts);
      const fragment = credentialToFragment(text) ?? '';
      assert.equal(await stateOf(fragment), 'valid');
    }),
    { numRuns: 60 },
  );
});

test('Few bytes do not grow without end', async () => {
  const { deflateSync } = await import('fflate');
  const bomb = deflateSync(new Uint8Array(5_000_000));
  const rest = Uint8Array.from([...new Uint8Array(128), ...bomb]);
  const packed = (body: Uint8Array) => {
    const sum = sum32(body.join());
    return Uint8Array.from([1, ...[24, 16, 8, 0].map((by) => (sum >>> by) & 255), ...body]);
  };
  expect(bytesToCredential(packed(rest))).toBeNull();
  const small = Uint8Array.from([...new Uint8Array(128), ...deflateSync(new Uint8Array(7_000))]);
  expect(bytesToCredential(packed(small))).not.toBeNull();
});

test('Where the browser cannot check, that is said', async () => {
  const { crypto } = globalThis;
  Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
  try {
    expect(await stateOf(credential)).toBe('no-crypto');
  } finally {
    Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
  }
});

test('The clock decides, not the order in which things were signed', async () => {
  const later = { ...trust, now: new Date('2027-06-01T00:00:00Z') };
  expect(await stateOf(credential, later)).toBe('expired');
  expect(await stateOf(credential, { ...trust, now: NOW })).toBe('valid');
  expect(toSign.until).toBe('2026-12-20');
});

test('A signature of our key over something else is no credential', async () => {
  const text = await signJws({ hello: 'world' }, signer.sign, signer.publicKey);
  expect(await stateOf(text)).toBe('not-a-credential');
  const badge = { ...payload, '@context': payload['@context'].slice(0, 1) };
  expect(await stateOf(await signJws(badge, signer.sign, signer.publicKey))).toBe('other-course');
});
