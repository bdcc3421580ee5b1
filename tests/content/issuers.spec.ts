import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { statusListProblems } from '../../src/build/status-lists.ts';
import { inNewFolder } from '../../src/cli/tools.ts';
import { keyName } from '../../src/domain/issuer.ts';
import { serialsToList } from '../../src/exports/status-list.ts';
import { problemToText } from '../../src/rules/problem.ts';
import { newSigner, type Signer } from '../support/signer.ts';
import { problemTexts, put, told } from './tiny-course.ts';

const SITE = 'content/site.yml';
const KEY = '0wUty46mAOQCnEafK01ZWZIfnfX_nEyDyIQC-fV1QGA';
const whyKey =
  'A key that is written wrongly trusts nobody: everything that the issuer signs is then called unknown.';
const entry = (more: string, id = 'surya') =>
  `\n  - { id: ${id}, name: { hi: सूर्या, en: Surya }, ${more} }`;
const problems = (...issuers: string[]) =>
  problemTexts({ [SITE]: put('issuers: []', `issuers:${issuers.join('')}`) });

test('Issuers of a site: two keys of one, one that is over, one that is lost', () => {
  const other = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
  expect(
    problems(
      entry(`key: "${KEY}", from: "2026-11-01", until: "2027-03-31"`),
      entry(`key: "${other}", from: "2027-04-01", lost: "2027-05-02"`),
    ),
  ).toEqual([]);
});

test('A key that is none is said, and mended where it only has signs too many', () => {
  const line =
    'Copy the line of the register desk once more, with all 43 letters, digits, hyphens and underscores of the key. It never is the backup file, which stays secret.';
  const all: [string, string][] = [
    [`${KEY}=`, `Write key: "${KEY}"`],
    [KEY.slice(1), line],
    [`${KEY.slice(0, -1)}B`, line],
    ['our key', line],
  ];
  for (const [key, instead] of all)
    expect(problems(entry(`key: "${key}", from: "2026-11-01"`))).toEqual([
      told(`${SITE}:8`, `“${key}” of the issuer “surya” is no key.`, instead, whyKey),
    ]);
});

test('A key of two issuers, and days in the wrong order, are said', () => {
  expect(
    problems(
      entry(`key: "${KEY}", from: "2026-11-01", until: "2026-10-01"`),
      entry(`key: "${KEY}", from: "2026-11-01"`, 'moon'),
    ),
  ).toEqual([
    told(
      `${SITE}:8`,
      'The last day of the key of “surya”, 2026-10-01, lies before its first, 2026-11-01.',
      'Write from: "2026-10-01" and until: "2026-11-01" if the two were taken for each other, else the days on which the key really signed.',
      'A signature from a day on which its key did not sign is refused; with these days every one is.',
    ),
    told(
      `${SITE}:9`,
      `The key “${KEY}” stands twice, for “surya” and for “moon”.`,
      'Keep the entry of whoever holds the key, and take the other one out.',
      'A signature tells one issuer from another by the key alone.',
    ),
  ]);
});

/** Problems of one list in a content folder whose site has these issuers. */
function listProblems(name: string, text: string, issuers: readonly [Signer, string][]) {
  return inNewFolder(async (folder) => {
    mkdirSync(join(folder, 'status'));
    writeFileSync(join(folder, 'status', name), text);
    const rows = issuers.map(([{ thumbprint }, more]) =>
      entry(`key: "${thumbprint}", from: "2026-11-01"${more}`),
    );
    writeFileSync(join(folder, 'site.yml'), `issuers:${rows.join('') || ' []'}\n`);
    return (await statusListProblems('2026-12-01', folder)).map(problemToText);
  });
}

test('A list of withdrawn credentials holds, has its name, and is signed by its issuer', async () => {
  const [signer, other] = [await newSigner(), await newSigner()];
  const made = new Date('2026-11-30T05:00:00Z');
  const address = 'https://example.org/dastak/';
  const listOf = (by: Signer, more = {}) =>
    serialsToList({ address, serials: [3], made, ...more }, by.sign, by.publicKey);
  const name = keyName(signer.thumbprint);
  const file = `${name}.jwt`;
  const place = `content/status/${file}:1`;
  const text = await listOf(signer);
  const whyHolds =
    'A list that does not hold tells nobody what was withdrawn; the check then says that it could not find out.';
  const whyTrust =
    'Anybody can sign a list. Only a key of the issuer may say what the issuer has withdrawn.';
  expect(await listProblems(file, text, [[signer, '']])).toEqual([]);
  expect(await listProblems(file, `${text}\n`, [[signer, ', until: "2026-11-30"']])).toEqual([]);
  expect(await listProblems(file, text.slice(0, -2), [[signer, '']])).toEqual([
    told(
      place,
      'This is no list of withdrawn credentials, or it was changed after it was signed.',
      'Put the file here as the register desk gave it, without opening it in between.',
      whyHolds,
    ),
  ]);
  expect(await listProblems('0123456789abcdef.jwt', text, [[signer, '']])).toEqual([
    told(
      'content/status/0123456789abcdef.jwt:1',
      `This is the list of the key ${name}, and its name is that of another.`,
      `Name the file ${file}`,
      whyHolds,
    ),
  ]);
  expect(await listProblems(file, text, [])).toEqual([
    told(
      place,
      `This list is about the key ${name}, which no issuer in content/site.yml has.`,
      'Write the issuer into content/site.yml with the line of its register desk, or take the file out.',
      whyTrust,
    ),
  ]);
  expect(await listProblems(file, await listOf(other, { list: name }), [[signer, '']])).toEqual([
    told(
      place,
      'This list is about a key of “surya”, and no key of that issuer has signed it.',
      'Ask “surya” for a list that its own desk has signed, or take the file out.',
      whyTrust,
    ),
  ]);
  expect(await listProblems(file, text, [[signer, ', lost: "2026-11-29"']])).toEqual([
    told(
      place,
      'This list is signed with a key of “surya” that is lost since 2026-11-29.',
      'Let the desk sign the list with its new key, or take the file out.',
      whyTrust,
    ),
  ]);
  const old = await listOf(signer, { made: new Date('2026-08-31T05:00:00Z') });
  expect(await listProblems(file, old, [[signer, '']])).toEqual([
    told(
      place,
      'This list was made on 2026-08-31, 91 days ago; after 90 it counts as old.',
      'Let the register desk write it afresh, even where nothing was withdrawn, and put it here.',
      'An old list knows nothing of what was withdrawn since, so the check no longer relies on it.',
    ),
  ]);
});
