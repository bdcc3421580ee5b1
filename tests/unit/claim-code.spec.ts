import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import type { Claim } from '../../src/domain/claim.ts';
import { bytesToFragment, fragmentToBytes } from '../../src/exports/base32.ts';
import {
  claimToGroups,
  claimToQr,
  claimToText,
  LONGEST_CLAIM_QR,
  textToClaim,
} from '../../src/exports/claim-code.ts';
import { textToClaims } from '../../src/exports/claims-in-text.ts';
import { anyClaim, longest, sunita } from '../support/claims.ts';

const ADDRESS = 'https://dastak.example/hi/certificate/';
const LONG_ADDRESS = 'https://kota-hostel-association.github.io/dastak/hi/certificate/';

test('a claim is read back as it was, in every form, and has one code only', () => {
  fc.assert(
    fc.property(anyClaim, (claim) => {
      assert.deepEqual(textToClaim(claimToText(claim)), { ok: true, claim });
      assert.deepEqual(textToClaim(claimToGroups(claim)), { ok: true, claim });
      assert.equal(claimToText({ ...claim }), claimToText(claim));
    }),
  );
});

test('the QR of the longest name and place in Devanagari has at most 300 characters with the address', () => {
  const qr = claimToQr(longest, ADDRESS);
  const usual = claimToQr(sunita, ADDRESS);
  console.log(
    `QR of a claim: ${qr.length} characters at most, ${usual.length} as a rule; read aloud: ${claimToGroups(longest).split(' ').length} groups at most, ${claimToGroups(sunita).split(' ').length} as a rule`,
  );
  expect(qr.startsWith(ADDRESS)).toBe(true);
  expect(qr.length).toBeLessThanOrEqual(LONGEST_CLAIM_QR);
  const long = claimToQr(longest, LONG_ADDRESS);
  expect(long.startsWith(LONG_ADDRESS)).toBe(true);
  expect(long.length).toBeLessThanOrEqual(LONGEST_CLAIM_QR);
});

test('a QR that would grow too long leaves the address out', () => {
  const far = (from: number) =>
    String.fromCodePoint(...Array.from({ length: 40 }, (_, at) => from + at * 397));
  const piled = { ...sunita, name: far(0x4e00), place: far(0x4f00) };
  expect(claimToQr(piled, ADDRESS)).toBe(claimToText(piled));
  expect(textToClaim(claimToQr(piled, ADDRESS))).toEqual({ ok: true, claim: piled });
});

test('a claim with one wrong letter is refused or read as it was, never as another', () => {
  const link = claimToText(sunita);
  const wrong: string[] = [];
  for (let at = 3; at < link.length; at++) {
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      const reading = textToClaim(link.slice(0, at) + letter + link.slice(at + 1));
      if (reading.ok && claimToText(reading.claim) !== link) wrong.push(`${at} ${letter}`);
    }
  }
  const groups = claimToGroups(sunita);
  for (let at = 0; at < groups.length; at++) {
    for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      const reading = textToClaim(groups.slice(0, at) + letter + groups.slice(at + 1));
      if (reading.ok && claimToText(reading.claim) !== link) wrong.push(`group ${at} ${letter}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('every byte of a claim changed to every other is refused', () => {
  const bytes = fragmentToBytes(claimToText(sunita).slice(3)) ?? new Uint8Array();
  const read = [...bytes.keys()].flatMap((at) =>
    Array.from({ length: 255 }, (_, by) => {
      const changed = bytes.with(at, ((bytes[at] ?? 0) + by + 1) % 256);
      return textToClaim(`#z=${bytesToFragment(changed)}`).ok;
    }),
  );
  expect(read.filter(Boolean)).toEqual([]);
});

test('a mistyped group is named', () => {
  const groups = claimToGroups(sunita).split(' ');
  const typed = groups.with(3, 'AAAAAA').join(' ');
  expect(textToClaim(typed)).toEqual({
    ok: false,
    problem: 'mistyped',
    slip: { group: 4, text: 'AAAAAA' },
  });
});

test('a claim survives what messengers, mails and people do to it', () => {
  const link = ADDRESS + claimToText(sunita);
  for (const text of [
    `मेरा प्रमाणपत्र: ${link}.`,
    `[29/11/26, 10:15 pm] Sunita: ${link}`,
    `<${link}>`,
    encodeURIComponent(link),
    `${link.slice(0, 76)}=\n${link.slice(76)}`,
    `> ${link}`,
    claimToGroups(sunita).toLowerCase().replaceAll('0', 'o').replaceAll(' ', '-'),
    claimToGroups(sunita).replaceAll(' ', '\n'),
    `Mera code: ${claimToGroups(sunita)} dhanyavaad`,
  ])
    expect(textToClaim(text), text).toEqual({ ok: true, claim: sunita });
  const file = new TextEncoder().encode(link);
  expect(textToClaim(file)).toEqual({ ok: true, claim: sunita });
});

test('of two different claims in one text none is taken for the right one', () => {
  expect(textToClaim(claimToText(sunita) + claimToText(longest))).toEqual({
    ok: false,
    problem: 'several',
  });
});

/** Claims of several people. */
const people = (count: number): Claim[] =>
  Array.from({ length: count }, (_, at) => ({
    ...sunita,
    learner: `${at}`.padStart(12, 'A'),
    name: `रवि ${at}`,
  }));

test('every claim of a chat is found once, and what cannot be read is counted', () => {
  const [one, two, three, four, five] = people(5) as [Claim, Claim, Claim, Claim, Claim];
  const chat = [
    '29/11/2026, 22:15 - Messages and calls are end-to-end encrypted.',
    `29/11/2026, 22:16 - Ravi 1: ${ADDRESS}${claimToText(one)}`,
    `29/11/2026, 22:17 - Ravi 2: नमस्ते मैम, मेरा लिंक`,
    `${ADDRESS}${claimToText(two)}`,
    '29/11/2026, 22:18 - Warden: z=5 ka matlab? Sabka link aa gaya kya, please check karke batao',
    `29/11/2026, 22:19 - Ravi 3: ${claimToGroups(three)}`,
    `29/11/2026, 22:20 - Ravi 1: ${ADDRESS}${claimToText(one)} dobara bheja`,
    `29/11/2026, 22:21 - Ravi 4: ${ADDRESS}${claimToText(four).slice(0, -9)}`,
    `29/11/2026, 22:22 - Ravi 4: ${claimToGroups(four).replace(/.(?= )/, '*')}`,
    `29/11/2026, 22:23 - Ravi 5: ${ADDRESS}${claimToText(five).replace('=', '%3D')}`,
  ].join('\n');
  for (const text of [chat, chat.replaceAll('\n', '\r\n')]) {
    const found = textToClaims(text);
    expect(found.claims.map(({ name }) => name).toSorted()).toEqual(
      [one, two, three, five].map(({ name }) => name),
    );
    expect([found.damaged, found.isCut]).toEqual([2, false]);
  }
  expect(textToClaims(new TextEncoder().encode(chat)).claims).toHaveLength(4);
  expect(textToClaims('')).toEqual({ claims: [], damaged: 0, isCut: false });
});

test('a list of typed claims is found line by line', () => {
  const all = people(3);
  const list = all.map((claim, at) => `${at + 1}. ${claimToGroups(claim)}`).join('\n');
  expect(textToClaims(list).claims).toEqual(all);
});

test('a chat of a whole district is read in the order of its length', () => {
  const chat = people(500)
    .map(
      (claim, at) => `29/11/2026, 22:${10 + (at % 50)} - R ${at}: ${ADDRESS}${claimToText(claim)}`,
    )
    .join('\nhello, aap sab ka code aa gaya?\n');
  const started = process.cpuUsage();
  expect(textToClaims(chat).claims).toHaveLength(500);
  const { user, system } = process.cpuUsage(started);
  console.log(
    `500 claims in a chat of ${chat.length} characters: ${Math.round((user + system) / 1000)} ms`,
  );
});
