import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { idHash20, sum32 } from '../../src/domain/id-hash.ts';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import { bytesToFragment } from '../../src/exports/base32.ts';
import {
  bytesToFile,
  bytesToLink,
  bytesToText,
  codeProblems,
  eventsToBytes,
  readCode,
} from '../../src/exports/code.ts';
import { runs } from '../support/device.ts';
import { finishedRecord, madeCourse } from '../support/finished.ts';

const { ids } = madeCourse();
const whole = finishedRecord(7);
const bytes = eventsToBytes(whole, 'dastak');
const text = bytesToText(bytes);
const groups = text.split(' ');
const read = (input: string | Uint8Array) => readCode(input, 'dastak', ids);

/** A code with a right sum and any version and body. */
function forged(version: number, course: string, body: readonly number[]): string {
  const head = version * 2 ** 20 + idHash20(course);
  const full = sum32(head + String.fromCharCode(...body));
  const sum = (full ^ (full >>> 24)) & 0xffffff;
  const all = [head >>> 16, head >>> 8, head, sum >>> 16, sum >>> 8, sum, ...body];
  return `#c=${bytesToFragment(Uint8Array.from(all, (byte) => byte & 255))}`;
}

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
      const slipped = groups.with(at, typed).join(' ');
      expect(read(slipped)).toEqual(
        letter === '*'
          ? { ok: false, problem: 'not-a-code' }
          : { ok: false, problem: 'mistyped', group: at + 1 },
      );
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
      group: at + 1,
    });
  }
});

test('swapped, forgotten and doubled groups are named where the order breaks', () => {
  const [one = '', two = ''] = [groups[2], groups[3]];
  const named = { ok: false, problem: 'mistyped', group: 3 };
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
  for (let bit = 0; bit < short.length * 8; bit += 1) {
    const at = start + Math.floor(bit / 8);
    const reading = read(file.with(at, (file[at] ?? 0) ^ (1 << (bit % 8))));
    expect(reading, `bit ${bit}`).toEqual({ ok: false, problem: 'damaged' });
  }
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
  expect(read(forged(3, 'dastak', [1, 2, 3]))).toEqual({ ok: false, problem: 'newer' });
  expect(read(forged(0, 'dastak', [1, 2, 3]))).toEqual({ ok: false, problem: 'older' });
});

test('hostile codes never do more than fail with a known problem or add well-formed events', () => {
  const mangled = fc
    .tuple(fc.nat(bytes.length - 1), fc.nat(255))
    .map(([at, byte]) => bytesToLink(bytes.with(at, byte)));
  const hostile = fc.oneof(
    fc.string({ maxLength: 400, unit: 'binary' }),
    fc.base64String({ maxLength: 400 }).map((code) => `#c=${code}`),
    fc.uint8Array({ maxLength: 400 }),
    fc.stringMatching(/^[0-9A-Z ]{12,200}$/),
    mangled,
    fc.array(fc.nat(255), { maxLength: 300 }).map((body) => forged(1, 'dastak', body)),
  );
  const seen = new Set<string>();
  fc.assert(
    fc.property(hostile, (input) => {
      const reading = read(input);
      if (!reading.ok) {
        seen.add(reading.problem);
        return codeProblems.includes(reading.problem);
      }
      seen.add('ok');
      return reading.events.every(isWellFormed);
    }),
    { numRuns: runs(10_000) },
  );
  expect([...seen].sort()).toEqual(
    expect.arrayContaining(['damaged', 'mistyped', 'not-a-code', 'ok']),
  );
});

function isWellFormed({ item, choice, at, try: nth }: ProgressEvent): boolean {
  return (
    /^(#[0-9a-z]{4}|[a-z][a-z0-9-]*)$/.test(item) &&
    choice.length <= 64 &&
    choice.every((value) => value.length <= 80) &&
    Number.isInteger(at) &&
    at >= 0 &&
    at < 2 ** 26 &&
    nth >= 1 &&
    nth <= 65_535
  );
}
