import { expect, test } from '@playwright/test';
import { storedEngine } from '../../src/store/engine.ts';
import { openKeptCertificates, textToKept } from '../../src/store/kept-certificate.ts';
import { memoryEngine } from '../../src/store/memory-engine.ts';
import { fakeStorage } from '../support/fake-engine.ts';
import { phone } from '../support/phone.ts';

const kept = { name: 'सुनीता मीणा', place: 'सूर्या हॉस्टल', credential: 'eyJh.eyJi.c2ln' };

test('a name for a certificate stands under the key of its profile, and no other profile has it', () => {
  const disk = fakeStorage();
  const engine = storedEngine(disk, 'dastak/');
  const certificates = openKeptCertificates(engine, engine);
  expect(certificates.keep('one', kept)).toBeNull();
  expect(certificates.of('one')).toEqual(kept);
  expect(certificates.of('two')).toEqual({ name: '', place: '', credential: '' });
  expect([...disk.values.keys()]).toEqual(['dastak/one.certificate']);
});

test('where there is no room the name lasts for the page, and that is said', () => {
  const disk = fakeStorage();
  disk.problems.room = 10;
  const certificates = openKeptCertificates(
    storedEngine(disk, 'dastak/'),
    memoryEngine('full', ''),
  );
  expect(certificates.keep('one', kept)).toBe('full');
  expect(certificates.of('one')).toEqual(kept);
});

test('an erased record takes the name for its certificate with it, and others keep theirs', async () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch({ kind: 'answer', item: 'two-changes', choice: ['a'] });
  disk.values.set('dastak/one.certificate', JSON.stringify(kept));
  disk.values.set('dastak/p1.certificate', JSON.stringify(kept));
  await store.erase('one');
  expect([...disk.values.keys()].filter((key) => key.endsWith('.certificate'))).toEqual([
    'dastak/p1.certificate',
  ]);
});

test('a name is in no code that takes a record to another phone', () => {
  const { disk, open } = phone();
  const store = open();
  store.dispatch({ kind: 'answer', item: 'two-changes', choice: ['a'] });
  disk.values.set('dastak/one.certificate', JSON.stringify(kept));
  expect(JSON.stringify(open().events())).not.toContain('सुनीता');
});

test('what was stored wrongly counts as empty', () => {
  for (const text of [null, '', '{', '[]', 'null', '{"name":7,"credential":"x"}'])
    expect(textToKept(text)).toEqual({ name: '', place: '', credential: '' });
  expect(textToKept(JSON.stringify({ ...kept, credential: '<b>' }))).toEqual({
    ...kept,
    credential: '',
  });
});
