import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { codeInGroups, codeToRound, roundToCode } from '../../src/exports/round-code.ts';
import {
  payloadToRow,
  roundToFragment,
  rowToFragment,
  rowToPayload,
  textToRows,
} from '../../src/exports/round-rows.ts';
import { assertSame } from '../support/compare.ts';
import { runs } from '../support/device.ts';
import { anyRound, anyRow, personOf, round, rowOf, score } from '../support/rounds.ts';

const SITE = 'https://dastak.example/hi/round/';
const full = rowOf(personOf(7), {
  passed: true,
  scores: {
    ...{ start: score(2, 4), 'start-short': score(1, 4), finish: score(5, 9) },
    'weeks-3': score(4, 8),
    ...{ 'months-3': score(3, 8), 'months-6': score(3, 7) },
  },
  acts: { asked: 3, handedOver: 1, followedUp: 2 },
});

test('a round comes back from its code, however it is typed', () => {
  const code = roundToCode(round);
  expect(code).toHaveLength(12);
  const typings = [
    ...[code, code.toLowerCase(), codeInGroups(code), codeInGroups(code).replaceAll(' ', '-')],
    ...[code.replaceAll('0', 'o'), code.replaceAll('1', 'l'), `"${code}"`],
    code.replace(/\d/g, (digit) => '०१२३४५६७८९'.charAt(Number(digit))),
  ];
  for (const typed of typings) expect(codeToRound(typed), typed).toEqual(round);
  fc.assert(
    fc.property(anyRound, (one) => {
      assertSame(codeToRound(roundToCode(one)), one);
    }),
    { numRuns: runs(500) },
  );
});

test('a code with one wrong letter is refused nearly always, and a code too short or too long always', () => {
  const code = roundToCode(round);
  const wrong = [...code].flatMap((letter, at) =>
    [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
      .filter((other) => other !== letter)
      .map((other) => code.slice(0, at) + other + code.slice(at + 1)),
  );
  expect(wrong.filter((one) => codeToRound(one) !== null).length).toBeLessThanOrEqual(1);
  expect(codeToRound(code.slice(1))).toBeNull();
  expect(codeToRound(`${code}0`)).toBeNull();
  expect(() => roundToCode({ ...round, starts: '2019-12-31' })).toThrow(
    'A code names days of 2020 to 2199, not "2019-12-31".',
  );
});

test('a row comes back from its text, always by the same letters', () => {
  fc.assert(
    fc.property(anyRow, (row) => {
      const payload = rowToPayload(row);
      assertSame(payloadToRow(payload), row);
      assert.equal(rowToPayload({ ...row }), payload);
    }),
    { numRuns: runs(500) },
  );
});

test('every row fits into a QR code that a cheap phone reads', () => {
  expect((SITE + rowToFragment(full)).length).toBeLessThanOrEqual(110);
});

test('a row with any one byte changed is not read', () => {
  const bytes = Buffer.from(rowToPayload(full), 'base64url');
  const read: unknown[] = [];
  for (const [at] of bytes.entries()) {
    for (const change of [1, 0x10, 0x80, 0xff]) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ change;
      const payload = Buffer.from(changed).toString('base64url');
      const row = payloadToRow(payload);
      if (row !== null) read.push({ byte: at, change, row });
    }
  }
  expect(read).toEqual([]);
});

test('a chat gives every row and the invitation, and says how many rows were damaged', () => {
  const all = Array.from({ length: 40 }, (_, at) =>
    rowOf(personOf(at), { scores: { start: score(at % 6, 4) } }),
  );
  const chat = [
    `01/12/2026, 10:02 - Owner: Please join ${SITE}${roundToFragment(round)} by Friday`,
    ...all.map((row, at) => `02/12/2026, 21:${10 + at} - +91 x: ${SITE}${rowToFragment(row)}`),
    `03/12/2026, 08:00 - +91 x: ${SITE}${rowToFragment(full).slice(0, -6)}`,
    '03/12/2026, 08:01 - +91 x: see https://maps.example/?w=400&r=2 or w=abc',
  ].join('\n');
  expect(textToRows(chat)).toEqual({ rows: all, rounds: [round], damaged: 1 });
});

test('a link survives a line break, percent signs, quotes and a sentence around it', () => {
  const link = SITE + rowToFragment(full);
  const texts = [
    `${link.slice(0, 60)}\n${link.slice(60)}`,
    encodeURIComponent(link),
    `> "${link}"`,
    `My row: ${link}. Thank you`,
    `${link}\n${link}`,
  ];
  for (const text of texts) {
    const { rows, damaged } = textToRows(text);
    expect({ rows: [...new Set(rows.map(rowToPayload))], damaged }, text).toEqual({
      ...{ rows: [rowToPayload(full)], damaged: 0 },
    });
  }
});
