import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import {
  bytesToFile,
  bytesToLink,
  bytesToText,
  eventsToBytes,
  readCode,
} from '../../src/exports/code.ts';
import { finishedRecord, madeCourse } from '../support/finished.ts';
import { forgedLink } from '../support/forged.ts';

const { ids } = madeCourse();
const whole = finishedRecord(7);
const bytes = eventsToBytes(whole, 'dastak');
const text = bytesToText(bytes);
const groups = text.split(' ');
const read = (input: string | Uint8Array) => readCode(input, 'dastak', ids);

test('a code can be typed as people type', () => {
  const short = bytesToText(eventsToBytes(whole.slice(0, 9), 'dastak'));
  const right = read(short);
  expect(right.ok).toBe(true);
  for (const typed of [
    short.toLowerCase(),
    short.replaceAll(' ', ''),
    short.replaceAll(' ', '-'),
    short.replaceAll(' ', '\n'),
    `  ${short}  `,
    short.replaceAll('0', 'O').replaceAll('1', 'l'),
    short.replaceAll(/\d/g, (digit) => '०१२३४५६७८९'.charAt(Number(digit))),
  ]) {
    expect(read(typed), typed).toEqual(right);
  }
});

test('a mistyped group is named by its number, whatever the slip', () => {
  const group = fc.nat(groups.length - 1);
  const slip = fc.tuple(group, fc.nat(5), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ*U'));
  fc.assert(
    fc.property(slip, ([at, place, letter]) => {
      const old = groups[at] ?? '';
      fc.pre(old.charAt(place) !== letter);
      const typed = old.slice(0, place) + letter + old.slice(place + 1);
      const reading = read(groups.with(at, typed).join(' '));
      const told = reading.ok ? [] : [reading.problem, reading.slip?.group];
      assert.deepEqual(told, ['mistyped', at + 1]);
    }),
    { numRuns: 300 },
  );
});

test('swapped letters, a letter too few and one too many spoil only their own group', () => {
  const at = 4;
  const old = groups[at] ?? '';
  const swapped = old.charAt(1) + old.charAt(0) + old.slice(2);
  for (const typed of [old.slice(1), `${old}A`, swapped === old ? `${old}B` : swapped]) {
    expect(read(groups.with(at, typed).join(' '))).toEqual({
      ok: false,
      problem: 'mistyped',
      slip: { group: at + 1, text: typed },
    });
  }
});

test('swapped, forgotten and doubled groups are named where the order breaks', () => {
  const [one = '', two = ''] = [groups[2], groups[3]];
  const named = { ok: false, problem: 'mistyped', slip: { group: 3, text: two } };
  expect(read(groups.with(2, two).with(3, one).join(' '))).toEqual(named);
  expect(read(groups.toSpliced(2, 1).join(' '))).toEqual(named);
  expect(read(groups.toSpliced(2, 0, one).join(' ')).ok).toBe(false);
});

test('a code that ends too early, or whose link was cut, counts as damaged', () => {
  expect(read(groups.slice(0, 20).join(' '))).toEqual({ ok: false, problem: 'damaged' });
  expect(read(bytesToLink(bytes).slice(0, 300))).toEqual({ ok: false, problem: 'damaged' });
  expect(read(bytesToFile(bytes).slice(0, 90))).toEqual({ ok: false, problem: 'damaged' });
});

test('one bit that is other than it was, of the sum or of what it covers, counts as damaged', () => {
  const short = eventsToBytes(whole.slice(0, 9), 'dastak');
  const file = bytesToFile(short);
  const start = file.length - short.length;
  const missed: unknown[] = [];
  for (let bit = 0; bit < short.length * 8; bit += 1) {
    const at = start + Math.floor(bit / 8);
    const reading = read(file.with(at, (file[at] ?? 0) ^ (1 << (bit % 8))));
    if (!isDeepStrictEqual(reading, { ok: false, problem: 'damaged' }))
      missed.push({ bit, reading });
  }
  expect(missed).toEqual([]);
});

test('what never was a code is told apart from a damaged one', () => {
  const picture = Uint8Array.from({ length: 3000 }, (_, index) => (index * 73) % 256);
  for (const other of [
    '',
    'नमस्ते',
    '123',
    'hello there',
    'Please come to the hostel office tomorrow morning',
    'https://hostel.example/hi/',
    '#erase',
    '#c=',
    '#c=!!',
    picture,
    'A'.repeat(20_000),
  ]) {
    expect(read(other), `${other}`).toEqual({ ok: false, problem: 'not-a-code' });
  }
});

test('codes of another course, of a newer and of an unknown older version each say so', () => {
  expect(read(bytesToLink(eventsToBytes(whole, 'another-course')))).toEqual({
    ok: false,
    problem: 'other-course',
  });
  expect(read(forgedLink(3, 'dastak', [1, 2, 3]))).toEqual({ ok: false, problem: 'newer' });
  expect(read(forgedLink(0, 'dastak', [1, 2, 3]))).toEqual({ ok: false, problem: 'older' });
});
