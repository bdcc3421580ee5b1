// What is signed or locked and comes in from outside, as hostile as it can be; see borders.spec.ts.
import fc from 'fast-check';
import { bytesToBase64url } from '../../src/domain/base64url.ts';
import { credentialToReading } from '../../src/exports/credential.ts';
import { credentialToFragment } from '../../src/exports/credential-code.ts';
import { readList, serialsToList } from '../../src/exports/status-list.ts';
import { backupToKey, keyToBackup } from '../../src/store/key-backup.ts';
import { anyText } from '../support/any-text.ts';
import { awaitedBorder, mangled } from '../support/border.ts';
import { issuerOf, NOW, newSigner, signed, toSign, trustIn } from '../support/signer.ts';

const signer = await newSigner();
const credential = await signed(signer);
const fragment = credentialToFragment(credential) ?? '';
const list = await serialsToList(
  { address: toSign.address, serials: [17], made: NOW },
  signer.sign,
  signer.publicKey,
);
const part = (text: string) => bytesToBase64url(new TextEncoder().encode(text));
const json = fc.json({ maxDepth: 4 });
/** A header that asks for something, before any claims. */
const headed = fc
  .tuple(
    fc.record({
      alg: fc.constantFrom('ES256', 'none', 'HS256', 'ES384', 'RS256', ''),
      typ: fc.constantFrom('JWT', 'vc+jwt'),
      jwk: fc.oneof(
        fc.constantFrom(signer.publicKey, { ...signer.publicKey, crv: 'P-521' }, null, []),
        fc.constantFrom({ ...signer.secret }, { kty: 'EC', crv: 'P-256', x: 1, y: {} }),
        fc.anything(),
      ),
    }),
    json,
  )
  .map(([header, claims]) => `${part(JSON.stringify(header))}.${part(claims)}.${'A'.repeat(86)}`);
const trust = trustIn([issuerOf(signer)], list);

awaitedBorder(
  'a credential',
  fc.oneof(
    anyText,
    mangled(credential),
    headed,
    mangled(`https://dastak.example/hi/verify/${fragment}`),
    fc.uint8Array({ maxLength: 600 }),
    fc.constant('eyJ'.repeat(20_000)),
  ),
  async (input) => {
    const { state, facts } = await credentialToReading(input, trust);
    // Whatever is let through is the one that was signed.
    return facts && facts.name !== toSign.claim.name ? 'not well-formed' : state;
  },
  ['revoked', 'altered', 'not-a-credential', 'oversized', 'algorithm', 'curve', 'private-key'],
);
awaitedBorder(
  'a list of withdrawn credentials',
  fc.oneof(anyText, mangled(list), headed),
  async (text) => {
    const read = await readList(text);
    return read ? (read.bits[2] === 64 ? 'read' : 'not well-formed') : 'refused';
  },
  ['read', 'refused'],
);

const pair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
  'sign',
  'verify',
])) as CryptoKeyPair;
const backup = await keyToBackup(
  pair.privateKey,
  signer.publicKey,
  '2026-12-01T06:00:00Z',
  'a b c',
);
awaitedBorder(
  'the backup of a key',
  fc.oneof(
    anyText,
    json,
    // Opening a sound one takes half a second; desk-keys.spec.ts does.
    mangled(backup).filter((text) => text.trim() !== backup.trim()),
    fc.constant(backup.replace('"format":1', '"format":9')),
    fc.constant(backup.replace('600000', '6e99')),
  ),
  async (text) => {
    const opened = await backupToKey(text, 'a b c');
    return opened.ok ? 'ok' : opened.problem;
  },
  ['not-a-backup', 'damaged', 'newer'],
);
