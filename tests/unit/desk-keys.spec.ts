import { expect, test } from '@playwright/test';
import { IDBFactory } from 'fake-indexeddb';
import { type PassphraseProblem, passphraseProblem } from '../../src/domain/passphrase.ts';
import { credentialToReading } from '../../src/exports/credential.ts';
import { openDeskKeys } from '../../src/store/desk-keys.ts';
import { issuerOf, NOW, signed, trustIn } from '../support/signer.ts';

const WORDS = 'चार कुर्सी नीली रजाई';
const desk = (factory = new IDBFactory()) => openDeskKeys(() => factory, 'dastak/desk-keys');

test('A key signs, cannot be taken out, and is there again after the page was closed', async () => {
  const disk = new IDBFactory();
  const { key } = await desk(disk).make(WORDS, NOW);
  const [again, ...others] = await desk(disk).all();
  expect(others).toEqual([]);
  expect(again).toMatchObject({ thumbprint: key.thumbprint, made: '2026-12-01T06:00:00Z' });
  const credential = await signed({ ...key, ...again, secret: {} } as never);
  const trust = trustIn([issuerOf(key as never)]);
  expect((await credentialToReading(credential, trust)).state).toBe('valid');
  expect(await desk(disk).trouble()).toBeNull();
});

test('A backup brings the key to another device, where it signs the same and cannot be taken out', async () => {
  const { key, backup } = await desk().make(WORDS, NOW);
  const other = desk();
  // Typed by another keyboard, in letters that are two signs instead of one, with spaces of its own.
  const typed = `  ${WORDS.normalize('NFD').replace(' ', '  ')} `;
  const restored = await other.restore(backup, typed);
  expect(restored.ok && restored.key.thumbprint).toBe(key.thumbprint);
  const [kept] = await other.all();
  const credential = await signed({ ...key, ...kept, secret: {} } as never);
  const trust = trustIn([issuerOf(key as never)]);
  expect((await credentialToReading(credential, trust)).state).toBe('valid');
});

test('A new key signs first, and the old one stays until it is taken off the device', async () => {
  const keys = desk();
  const { key: old } = await keys.make(WORDS, NOW);
  const { key: young } = await keys.make(WORDS, new Date(NOW.getTime() + 60_000));
  const names = async () => (await keys.all()).map(({ thumbprint }) => thumbprint);
  expect(await names()).toEqual([young.thumbprint, old.thumbprint]);
  await keys.remove(old.thumbprint);
  expect(await names()).toEqual([young.thumbprint]);
});

test('What is no backup, a damaged one, a newer one and a wrong passphrase are told apart', async () => {
  const { backup } = await desk().make(WORDS, NOW);
  const read = async (text: string, passphrase = WORDS) => {
    const restored = await desk().restore(text, passphrase);
    return restored.ok ? 'ok' : restored.problem;
  };
  expect(await read('{}')).toBe('not-a-backup');
  expect(await read(backup.repeat(20))).toBe('not-a-backup');
  expect(await read(backup, 'चार कुर्सी नीली चादर')).toBe('wrong-passphrase');
  expect(await read(backup.replace('"format":1', '"format":2'))).toBe('newer');
  const { sum: _, ...parts } = JSON.parse(backup);
  for (const name of Object.keys(parts)) {
    const text = JSON.stringify(parts[name]);
    const at = text.length - 4;
    const swapped = text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1);
    const other = typeof parts[name] === 'number' ? '7' : swapped;
    expect([name, await read(backup.replace(text, other))]).not.toEqual([name, 'ok']);
  }
  const cut = backup.slice(0, -20);
  expect(await read(cut)).toBe('damaged');
});

test('The public part before a locked key cannot be exchanged', async () => {
  const { sum32 } = await import('../../src/domain/id-hash.ts');
  const [mine, other] = [await desk().make(WORDS, NOW), await desk().make(WORDS, NOW)];
  const { sum: _, ...body } = JSON.parse(mine.backup);
  const forged = { ...body, key: JSON.parse(other.backup).key };
  const text = JSON.stringify({ ...forged, sum: sum32(JSON.stringify(forged)).toString(36) });
  expect(await desk().restore(text, WORDS)).toEqual({ ok: false, problem: 'wrong-passphrase' });
});

test('Where nothing can be kept, that is said before a key is made', async () => {
  const blocked = openDeskKeys(() => {
    throw new Error('SecurityError');
  }, 'x');
  expect(await blocked.trouble()).toBe('blocked');
  expect(await openDeskKeys(() => undefined, 'x').trouble()).toBe('blocked');
});

test('A passphrase is asked to be long and typed the same twice, and nothing else', () => {
  const told: [string, string, PassphraseProblem | null][] = [
    ['Kota@2026', 'Kota@2026', 'short'],
    ['aaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaa', 'same-letters'],
    [WORDS, `${WORDS}.`, 'unlike'],
    [WORDS, WORDS, null],
    ['four chairs blue quilt', 'four chairs blue quilt', null],
  ];
  for (const [first, again, problem] of told) expect(passphraseProblem(first, again)).toBe(problem);
});
