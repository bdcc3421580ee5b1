import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { toLatinDigits } from '../../src/domain/digits.ts';
import { tidyLabel } from '../../src/domain/label.ts';
import type { OwnNumber } from '../../src/domain/own-number.ts';
import { isLikelyNumber } from '../../src/domain/pasted-number.ts';
import { plainLine } from '../../src/domain/plain-line.ts';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import { typedToNumber } from '../../src/domain/typed-number.ts';
import { bytesToLink, bytesToText, eventsToBytes, readCode } from '../../src/exports/code.ts';
import { composeHandOver } from '../../src/exports/hand-over.ts';
import { fragmentToNumbers, numbersToFragment } from '../../src/exports/numbers-code.ts';
import { anyTextOf } from '../support/any-text.ts';
import { runs } from '../support/device.ts';

interface Slip {
  pasted: string;
  /** The encoding of a file. */
  as?: 'utf-8' | 'utf-16le' | 'utf-16be';
  is?: string;
  refused?: string;
}

const TODAY = '2026-11-23';
const events: readonly ProgressEvent[] = [
  { kind: 'answer', item: 'two-changes', choice: ['b'], at: 29_925_002, try: 1 },
  { kind: 'answer', item: 'two-changes', choice: ['a', 'c'], at: 29_925_007, try: 2 },
  { kind: 'done', item: 'notice-check', choice: [], at: 29_925_009, try: 1 },
];
const warden: OwnNumber = {
  ...{ kind: 'warden', name: 'रात की वार्डन', number: '07442325342' },
  ...{ by: '', on: '', place: '' },
};
/** What the words of the table stand for. */
const values: Readonly<Record<string, unknown>> = {
  code: events,
  other: events.slice(0, 1),
  numbers: [warden],
};

const typed = (change: object) => {
  const fields = { kind: 'warden', name: 'Warden', number: '07442325342', by: '', on: '' };
  return typedToNumber({ ...fields, ...change }, TODAY);
};
const codeOf = (input: string | Uint8Array) => {
  const reading = readCode(input, 'dastak', ['two-changes', 'notice-check']);
  return reading.ok ? { is: reading.events } : { refused: reading.problem };
};

/** How each way in reads a text: as a value, or not, with the name of the problem. */
const entrances: Readonly<Record<string, (slip: Slip) => { is: unknown } | { refused: string }>> = {
  number: ({ pasted: number }) => {
    const reading = typed({ number });
    return reading.ok ? { is: reading.number.number } : { refused: reading.problem };
  },
  name: ({ pasted: name }) => {
    const reading = typed({ name });
    return reading.ok ? { is: reading.number.name } : { refused: reading.problem };
  },
  label: (slip) => ({ is: tidyLabel(slip.pasted) }),
  room: ({ pasted: room }) => ({ is: composeHandOver({ room }).room }),
  time: (slip) => {
    const time = composeHandOver({ 'told-at': slip.pasted })['told-at'];
    return time === undefined ? { refused: '' } : { is: time };
  },
  code: (slip) => codeOf(slip.pasted),
  link: (slip) => codeOf(slip.pasted),
  file: (slip) => codeOf(inEncoding(slip)),
  numbers: (slip) => {
    const reading = fragmentToNumbers(slip.pasted, TODAY);
    return reading.ok ? { is: reading.numbers } : { refused: reading.problem };
  },
};

function inEncoding({ pasted: text, as = 'utf-8' }: Slip): Uint8Array {
  if (as === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
  return as === 'utf-16le' ? bytes : new Uint8Array(Buffer.from(bytes).swap16());
}

const table = parse(
  readFileSync(new URL('../fixtures/pasted.yml', import.meta.url), 'utf8'),
) as Record<string, Slip[]>;
const slips = Object.entries(table).flatMap(([entrance, all]) =>
  all.map((slip) => ({ entrance, ...slip })),
);

test('what people paste comes to what they meant or to a refusal, never to another value', () => {
  const misread = slips.flatMap((slip) => {
    const { entrance, pasted, is, refused } = slip;
    const wanted = refused === undefined ? { is: values[is ?? ''] ?? is } : { refused };
    const read = entrances[entrance]?.(slip);
    return isDeepStrictEqual(read, wanted) ? [] : [{ entrance, pasted, read, wanted }];
  });
  expect(misread).toEqual([]);
});

test('of at least 120 honest slips in three scripts nine in ten are repaired', () => {
  const repaired = slips.filter(({ is }) => is !== undefined);
  console.log(`${repaired.length} of ${slips.length} slips are repaired.`);
  expect(slips.length).toBeGreaterThanOrEqual(120);
  expect(repaired.length / slips.length).toBeGreaterThanOrEqual(0.9);
  for (const script of ['Latin', 'Devanagari', 'Gurmukhi']) {
    const inScript = new RegExp(`\\p{Script=${script}}|\\p{Script_Extensions=${script}}`, 'u');
    const some = repaired.filter((slip) => inScript.test(slip.pasted));
    expect(some.length, script).toBeGreaterThanOrEqual(10);
  }
});

test('every digit of every script is read as its value', () => {
  const digits = Array.from({ length: 0x110000 }, (_, code) => code).filter(
    (code) => (code < 0xd800 || code > 0xdfff) && /\p{Nd}/u.test(String.fromCodePoint(code)),
  );
  expect(digits.length).toBeGreaterThan(600);
  // Sets of ten stand in a row, and nothing else between them is a digit.
  const misread = digits.flatMap((code, index) => {
    const read = toLatinDigits(String.fromCodePoint(code));
    return read === `${index % 10}` ? [] : [`${code.toString(16)} is read as ${read}`];
  });
  expect(misread).toEqual([]);
});

test('what is read once is read the same again, and holds nothing unseen', () => {
  fc.assert(
    fc.property(anyTextOf(60), (text) => {
      const line = plainLine(text);
      assert.equal(plainLine(line), line);
      assert.doesNotMatch(
        line,
        /[^\P{C}\u200c\u200d]|^\s|\s$|\s\s|^[\u200c\u200d]|[\u200c\u200d]$/u,
      );
    }),
    { numRuns: runs(500) },
  );
});

const bytes = eventsToBytes(events, 'dastak');
const noise = anyTextOf(4);
/** A sound text into which anything was put, and which may have been put between other words. */
const noisy = (sound: string, put: fc.Arbitrary<string> = noise) =>
  fc
    .tuple(fc.array(fc.tuple(fc.nat(sound.length), put), { maxLength: 3 }), put, put)
    .map(([puts, before, after]) => {
      const text = puts.reduce(
        (made, [at, what]) => made.slice(0, at) + what + made.slice(at),
        sound,
      );
      return before + text + after;
    });

test('whatever is put into a code, a link or a list of numbers, it is read as it was or not at all', () => {
  const links = fc.oneof(
    noisy(bytesToText(bytes)),
    noisy(bytesToText(bytes), fc.stringMatching(/^[0-9A-Z ]{0,7}$/)),
    noisy(`https://hostel.example/hi/my-data/${bytesToLink(bytes)}`),
    noisy(bytesToLink(bytes), fc.stringMatching(/^[\w=# -]{0,5}$/)),
  );
  let read = 0;
  fc.assert(
    fc.property(links, (text) => {
      const reading = codeOf(text);
      if (!('is' in reading)) return true;
      read += 1;
      return isDeepStrictEqual(reading.is, events);
    }),
    { numRuns: runs(1_000) },
  );
  expect(read).toBeGreaterThan(100);
  fc.assert(
    fc.property(noisy(numbersToFragment([warden])), (text) => {
      const reading = fragmentToNumbers(text, TODAY);
      return !reading.ok || isDeepStrictEqual(reading.numbers, [warden]);
    }),
    { numRuns: runs(1_000) },
  );
});

test('whatever but digits and a plus is put into a number, it is read as it was or not at all', () => {
  const put = fc.oneof(
    noise.map((text) => text.replace(/[\p{Nd}+＋﹢➕]/gu, '')),
    fc.constantFrom(...'-–—−.·()[] /,;*#abOIl।', '. ', ') ', '\u200b', '\u202e', '\n'),
  );
  const numbers = ['07442325342', '+917442325342', '18008914416', '9414000001', '14416', '112'];
  let read = 0;
  for (const number of numbers) {
    expect(isLikelyNumber(number)).toBe(true);
    fc.assert(
      fc.property(noisy(number, put), (text) => {
        const reading = entrances['number']?.({ pasted: text });
        if (!reading || !('is' in reading)) return true;
        read += 1;
        return reading.is === number;
      }),
      { numRuns: runs(300) },
    );
  }
  expect(read).toBeGreaterThan(200);
});

test('a number of unlikely length is kept once it was compared', () => {
  const short = { number: '0744 232 534' };
  expect(typed(short)).toEqual({ ok: false, problem: 'unlikely', number: '0744232534' });
  const fields = { kind: 'warden', name: 'Warden', ...short };
  expect(typedToNumber(fields, TODAY, '0744232534')).toMatchObject({ ok: true });
  expect(typedToNumber(fields, TODAY, '0744232535')).toMatchObject({ problem: 'unlikely' });
  for (const likely of [
    '100',
    '112',
    '1098',
    '14416',
    '18008914416',
    '9414000001',
    '+9779841234567',
  ])
    expect(isLikelyNumber(likely), likely).toBe(true);
  for (const unlikely of [
    '12',
    '12345',
    '204',
    '2325342',
    '0744232534',
    '917442325342',
    '+91744232534',
  ])
    expect(isLikelyNumber(unlikely), unlikely).toBe(false);
});

test('a text as long as a page may send is read in a moment, whatever it repeats', () => {
  const pieces = [
    'c=A ',
    '#c=',
    '%25',
    '- ',
    '– ',
    '1. ',
    'A1B2C3 ',
    'ab_-',
    '> ',
    '"',
    '*',
    '1',
    '( ',
  ];
  for (const piece of [...pieces, '[1/1/26, 10:15] a: ', 'क\u200d', '\n']) {
    const text = piece.repeat(16_384 / piece.length);
    const start = performance.now();
    expect(codeOf(text), piece).toEqual({ refused: 'not-a-code' });
    expect(fragmentToNumbers(`#n=${text.slice(3)}`, TODAY).ok, piece).toBe(false);
    expect(typed({ name: text, number: text }).ok, piece).toBe(false);
    expect(performance.now() - start, piece).toBeLessThan(3_000);
  }
});
