import { expect, test } from '@playwright/test';
import { gunzipSync, gzipSync } from 'fflate';
import { base64urlToBytes, bytesToBase64url } from '../../src/domain/base64url.ts';
import { keyName } from '../../src/domain/issuer.ts';
import { credentialToReading } from '../../src/exports/credential.ts';
import { signJws } from '../../src/exports/jws.ts';
import { readList, serialsToList, type Withdrawal } from '../../src/exports/status-list.ts';
import { issuerOf, NOW, newSigner, type Signer, signed, trustIn } from '../support/signer.ts';

const signer = await newSigner();
const credential = await signed(signer);
const MADE = new Date('2026-12-01T05:00:00Z');
const address = 'https://dastak.example/';
const listOf = (serials: readonly number[], made = MADE, by: Signer = signer, list?: string) =>
  serialsToList(
    { address, serials, made, ...(list !== undefined && { list }) },
    by.sign,
    by.publicKey,
  );
const payloadOf = (text: string) =>
  JSON.parse(new TextDecoder().decode(base64urlToBytes(text.split('.')[1] ?? '') ?? undefined));

async function found(file: string | null, issuers = [issuerOf(signer)], now = NOW) {
  const reading = await credentialToReading(credential, { ...trustIn(issuers, file), now });
  return [reading.state, 'withdrawal' in reading && reading.withdrawal];
}

test('A list of at least 131,072 places names the withdrawn, first and last among them', async () => {
  const text = await listOf([0, 17, 131_071]);
  const { credentialSubject } = payloadOf(text);
  expect(credentialSubject.encodedList).toMatch(/^u[\w-]+$/);
  const bits = gunzipSync(
    base64urlToBytes(credentialSubject.encodedList.slice(1)) ?? new Uint8Array(),
  );
  // The first place is the highest bit of the first byte.
  expect([bits.length * 8, bits[0], bits[2], bits[16_383]]).toEqual([131_072, 128, 64, 1]);
  expect(bits.reduce((sum, byte) => sum + byte, 0)).toBe(128 + 64 + 1);
  expect(text.length).toBeLessThan(2_000);
  expect(await listOf([0, 17, 131_071])).not.toBe(text);
  expect(payloadOf(await listOf([0, 17, 131_071]))).toEqual(payloadOf(text));
  await expect(listOf([131_072])).rejects.toThrow(
    '131072 is no place of a status list, which has 131072.',
  );
});

test('A credential is withdrawn, not withdrawn, or it could not be found out', async () => {
  const day = 24 * 60 * 60 * 1000;
  const old = new Date(NOW.getTime() - 91 * day);
  const other = await newSigner();
  const good = await listOf([16, 18]);
  const cases: [Withdrawal, string | null][] = [
    ['withdrawn', await listOf([17])],
    ['withdrawn', await listOf([17], old)],
    ['not-withdrawn', good],
    ['not-withdrawn', `${good}\n`],
    ['no-list', null],
    ['old-list', await listOf([], new Date('2026-11-30T03:59:59Z'))],
    ['damaged-list', good.slice(0, -1)],
    ['damaged-list', good.replace(/.$/, (letter) => (letter === 'A' ? 'B' : 'A'))],
    ['damaged-list', '<html>Sign in to the network</html>'],
    ['damaged-list', ''],
    ['damaged-list', credential],
    // Signed by somebody else, or the list of another key.
    ['damaged-list', await listOf([], MADE, other, keyName(signer.thumbprint))],
    ['damaged-list', await listOf([], MADE, other)],
  ];
  for (const [withdrawal, file] of cases)
    expect(await found(file)).toEqual([
      withdrawal === 'withdrawn' ? 'revoked' : 'valid',
      withdrawal,
    ]);
});

test('A list that fell silent is old after 90 days, while a credential may still run', async () => {
  const long = await signed(signer, { until: '2027-06-01' });
  const now = new Date(MADE.getTime() + 91 * 24 * 60 * 60 * 1000);
  const trust = { ...trustIn([issuerOf(signer)], await listOf([])), now };
  expect(await credentialToReading(long, trust)).toMatchObject({
    state: 'valid',
    withdrawal: 'old-list',
    listMade: '2026-12-01T05:00:00Z',
  });
});

test('After a change of keys the later key withdraws what the earlier one signed; a lost one does not', async () => {
  const later = await newSigner();
  const list = await listOf([17], MADE, later, keyName(signer.thumbprint));
  const old = issuerOf(signer, { until: '2026-11-30' });
  expect(await found(list, [old, issuerOf(later)])).toEqual(['revoked', 'withdrawn']);
  const lost = issuerOf(later, { lost: '2026-12-01' });
  expect(await found(list, [old, lost])).toEqual(['valid', 'damaged-list']);
  const stranger = issuerOf(later, { id: 'moon' });
  expect(await found(list, [old, stranger])).toEqual(['valid', 'damaged-list']);
});

test('A list that cannot be fetched is no list', async () => {
  const statusFile = () => Promise.reject(new Error('offline'));
  const reading = await credentialToReading(credential, {
    ...trustIn([issuerOf(signer)]),
    statusFile,
  });
  expect(reading).toMatchObject({ state: 'valid', withdrawal: 'no-list' });
});

test('Bits of another number, of another coding, or without end are no list', async () => {
  const base = payloadOf(await listOf([]));
  const withBits = (encodedList: string) =>
    signJws(
      { ...base, credentialSubject: { ...base.credentialSubject, encodedList } },
      signer.sign,
      signer.publicKey,
    );
  const packed = (size: number) => `u${bytesToBase64url(gzipSync(new Uint8Array(size)))}`;
  expect(await readList(await withBits(packed(16_384)))).not.toBeNull();
  for (const odd of [
    packed(16_383),
    packed(16_385),
    packed(40_000),
    packed(16_384).slice(1),
    'u',
    'uAAAA',
  ])
    expect(await readList(await withBits(odd))).toBeNull();
});
