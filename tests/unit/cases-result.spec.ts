import { expect, test } from '@playwright/test';
import type { Drawn } from '../../src/domain/cases.ts';
import type { CaseKey, Deck } from '../../src/domain/cases-deck.ts';
import {
  casesPassed,
  resultOf,
  tallyOf,
  toLeaning,
  toTelling,
} from '../../src/domain/cases-result.ts';
import { mergeEvents } from '../../src/domain/progress.ts';
import { detection } from '../../src/domain/signal.ts';
import { eventsToBytes, readCode } from '../../src/exports/code.ts';
import type { Decision } from '../../src/schema/cases.ts';
import { madeDeck } from '../support/cases.ts';

const key = (id: string, right: Decision, more: Partial<CaseKey> = {}): CaseKey => ({
  ...{ id, right, also: [], signs: [], moves: 'c', script: 'roman' },
  ...more,
});
const deck: Deck = {
  kind: 'posts',
  draw: 6,
  hash: '2x',
  cases: [
    key('p01', 'now', { signs: ['goodbye', 'burden'] }),
    key('p02', 'now', { signs: ['burden'] }),
    key('p03', 'today', { signs: ['sudden-calm'], also: ['now'] }),
    key('p04', 'check-in', { also: ['today'] }),
    key('p05', 'check-in'),
    key('p06', 'leave', { moves: 'h' }),
  ],
};
const result = (drawn: Drawn[], of = deck) => resultOf(of, { name: '2x.1', drawn });
const decide = (...some: Decision[]): Drawn[] =>
  some.map((decision, at) => ({ id: `p0${at + 1}`, decision }));

test('A run of right decisions has every hit, no false alarm, nothing late and nothing missed', () => {
  expect(result(decide('now', 'now', 'today', 'check-in', 'check-in', 'leave'))).toMatchObject({
    ...{ hits: 3, signals: 3, falseAlarms: 0, noises: 3 },
    ...{ late: 0, missed: [], moves: 0, helped: 0 },
  });
});

test('Kinds of sign that were missed are told, those missed most often first', () => {
  const { missed, hits } = result(decide('leave', 'check-in', 'leave'));
  expect(missed).toEqual(['burden', 'goodbye', 'sudden-calm']);
  expect(hits).toBe(0);
});

test('Today where now was right is a hit and is told as late', () => {
  expect(result(decide('today', 'now', 'now'))).toMatchObject({ hits: 3, late: 1, missed: [] });
});

test('Getting up where nothing pressed is a false alarm', () => {
  const { falseAlarms, noises } = result(decide('now', 'now', 'today', 'check-in', 'now', 'today'));
  expect({ falseAlarms, noises }).toEqual({ falseAlarms: 2, noises: 3 });
});

test('A case in which both sides of the line are accepted counts on neither', () => {
  const { falseAlarms, noises } = result(decide('now', 'now', 'today', 'today'));
  expect({ falseAlarms, noises }).toEqual({ falseAlarms: 0, noises: 0 });
});

test('First moves that help are counted', () => {
  const drawn: Drawn[] = [
    { id: 'p01', decision: 'now', move: 'c' },
    { id: 'p02', decision: 'now', move: 'f' },
    { id: 'p06', decision: 'now', move: 'h' },
  ];
  expect(result(drawn)).toMatchObject({ moves: 3, helped: 2 });
});

test('The door gone to first is right if no other was more urgent', () => {
  const doors: Deck = { ...deck, kind: 'doors' };
  const first = (id: string) =>
    result(
      decide('now', 'now', 'now').map((one) => (one.id === id ? { ...one, isFirst: true } : one)),
      doors,
    ).isFirstRight;
  expect([first('p01'), first('p02'), first('p03')]).toEqual([true, true, false]);
  expect(result(decide('now'))).not.toHaveProperty('isFirstRight');
});

test('What the measures mean is said in three words each', () => {
  const of = (hits: number, falseAlarms: number) =>
    detection({ hits, signals: 3, falseAlarms, noises: 3 });
  expect([of(3, 0), of(2, 0), of(1, 1)].map(toTelling)).toEqual(['well', 'partly', 'hardly']);
  expect([of(3, 1), of(3, 0), of(2, 0)].map(toLeaning)).toEqual(['early', 'even', 'late']);
});

test('Deciding always the same comes to nothing', () => {
  const { cases } = madeDeck(36);
  for (const decision of ['leave', 'check-in', 'today', 'now'] as const) {
    const { sensitivity } = detection(tallyOf(cases.map((one) => ({ key: one, decision }))));
    expect(sensitivity).toBeCloseTo(0, 10);
  }
});

test('A run goes through a code unchanged, in few bytes', () => {
  const choice = ['2x.200', 'p07', 'o', 'now', 'c', 'p31', 'leave', 'p12', 'check-in', 'f', 'p40'];
  const events = [
    { kind: 'run' as const, item: 'post-lab', choice, at: 29_925_000, try: 4 },
    { kind: 'done' as const, item: 'post-lab', choice: [], at: 29_925_000, try: 1 },
  ];
  const bytes = eventsToBytes(events, 'dastak');
  expect(bytes.length).toBeLessThan(44);
  const file = Uint8Array.from([...new TextEncoder().encode('DASTAK'), ...bytes]);
  expect(readCode(file, 'dastak', ['post-lab'])).toEqual({
    ok: true,
    events: mergeEvents(events),
  });
});

const passed = (...some: Decision[]) =>
  casesPassed(deck, {
    name: '2x.1',
    drawn: decide(...some).map((one, at) => ({ ...one, ...(at < 5 && { move: 'c' }) })),
  });

test('A final round passes where nobody who needed somebody was left for later', () => {
  expect(passed('now', 'now', 'today', 'check-in', 'check-in', 'leave')).toBe(true);
  expect(passed('now', 'check-in', 'today', 'check-in', 'check-in', 'leave')).toBe(false);
});

test('A final round forgives what was put off until today, and one getting up too many', () => {
  expect(passed('today', 'now', 'today', 'check-in', 'now', 'leave')).toBe(true);
});

test('A final round is not passed by getting up every time, nor before its end', () => {
  const always = decide('now', 'now', 'now', 'now', 'now', 'now');
  const drawn = always.map((one) => ({ ...one, move: 'c' }));
  expect(casesPassed(deck, { name: '2x.1', drawn })).toBe(false);
  expect(passed('now', 'now', 'today', 'check-in', 'check-in')).toBe(true);
  const open = decide('now', 'now', 'today', 'check-in', 'check-in', 'leave');
  expect(casesPassed(deck, { name: '2x.1', drawn: open })).toBe(false);
  expect(casesPassed(deck, { name: '2x.1', drawn: [] })).toBe(false);
});
