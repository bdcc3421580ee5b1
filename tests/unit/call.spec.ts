import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { callPassed, callScore, callToDrill } from '../../src/domain/call.ts';
import { cleanRun, costOf, type DrillRun, startDrill, takeOption } from '../../src/domain/drill.ts';
import { minutesAt, stationOf } from '../../src/domain/relay.ts';
import { callItems } from '../../src/schema/call.ts';
import { stations } from '../../src/schema/relay.ts';
import { alertRelay, courseCalls, courseRelays, gateCall } from '../support/drills.ts';

const play = ({ drill }: { drill: typeof gateCall.drill }, ...ids: string[]): DrillRun =>
  ids.reduce(takeOption, startDrill(drill, 1));
const answers = ['a04', 'a05', 'a08', 'a09', 'a12', 'a13'];

test.describe('The score of a call', () => {
  test('of a clean run has everything told at once, in the order of the call', () => {
    expect(callScore(play(gateCall, 'r02', 'o03', ...answers, 'p02'))).toEqual({
      placeFirst: true,
      told: callItems,
      atOnce: callItems,
      wrongRooms: 0,
      troubles: { met: [], missed: [] },
      slip: 'at-once',
      seconds: 10 + 8 + 5 + 10 + 5 + 5 + 5 + 5 + 6,
    });
  });

  test('counts wrong rooms with their seconds, and what had to be asked twice', () => {
    const run = play(gateCall, 'r01', 'r03', 'r02', 'o01', 'o03', 'a03', ...answers, 'p01', 'p02');
    expect(callScore(run)).toEqual({
      placeFirst: false,
      told: callItems,
      atOnce: callItems.filter((item) => item !== 'who'),
      wrongRooms: 2,
      troubles: { met: [], missed: [] },
      slip: 'later',
      seconds: 60 + 40 + 10 + 20 + 8 + 15 + 35 + 90 + 6,
    });
  });

  test('knows nothing of the place before the first sentence', () => {
    expect(callScore(play(gateCall, 'r02'))).toEqual({
      ...{ told: [], atOnce: [], wrongRooms: 0, slip: 'open', seconds: 10 },
      troubles: { met: [], missed: [] },
    });
  });

  test('tells what went wrong with the line, and whether it was met at once', () => {
    const text = { hi: '…', en: '…' };
    const option = (id: string, seconds: number) => ({
      id,
      text,
      says: text,
      coach: text,
      seconds,
    });
    const trouble = (
      kind: 'cut-off' | 'on-hold',
      after: 'opening' | 'who',
      ids: [string, string],
    ) => ({
      ...{ kind, after, happens: text },
      options: [option(ids[0], 30), { ...option(ids[1], 7), right: true as const }],
    });
    const drill = callToDrill({
      ...gateCall.call,
      troubles: [
        trouble('cut-off', 'opening', ['t01', 't02']),
        trouble('on-hold', 'who', ['t03', 't04']),
      ],
    });
    const run = play(
      { drill },
      'r02',
      'o03',
      't01',
      't02',
      'a04',
      't04',
      ...answers.slice(1),
      'p02',
    );
    expect(callScore(run)).toMatchObject({
      troubles: { met: ['on-hold'], missed: ['cut-off'] },
      wrongRooms: 0,
      seconds: callScore(play(gateCall, 'r02', 'o03', ...answers, 'p02')).seconds + 30 + 7 + 7,
    });
    expect(callPassed(run)).toBe(true);
  });
});

test.describe('A call is good enough', () => {
  const told = (...rest: string[]) => callPassed(play(gateCall, ...rest));

  test('when the place came first, everything was told, and the slip was put right at once', () => {
    expect(told('r02', 'o03', ...answers, 'p02')).toBe(true);
  });

  test('also after wrong rooms and second tries', () => {
    expect(told('r01', 'r03', 'r02', 'o03', 'a03', 'a04', 'a06', ...answers.slice(1), 'p02')).toBe(
      true,
    );
  });

  test('but not when the place did not come first', () => {
    expect(told('r02', 'o01', 'o03', ...answers, 'p02')).toBe(false);
  });

  test('but not when the slip was let pass', () => {
    expect(told('r02', 'o03', ...answers, 'p01', 'p02')).toBe(false);
  });

  test('but not before its end', () => {
    expect(told('r02', 'o03', ...answers)).toBe(false);
    expect(told()).toBe(false);
  });
});

for (const { id, drill, call } of courseCalls()) {
  test(`${id}: a clean call is good enough and tells everything`, () => {
    const run = cleanRun(drill);
    expect(callPassed(run)).toBe(true);
    expect([...callScore(run).told].toSorted()).toEqual([...callItems].toSorted());
    expect(Object.keys(call.facts).toSorted()).toEqual([...callItems].toSorted());
  });
}

test.describe('A relay', () => {
  test('stands at the station of its next fork, and at the door when it has arrived', () => {
    const walk = ['k01', 'k04', 'k05', 'k07', 'k10'];
    expect(walk.map((_, index) => stationOf(play(alertRelay, ...walk.slice(0, index))))).toEqual(
      stations,
    );
    expect(stationOf(play(alertRelay, ...walk))).toBe('door');
  });

  test('counts minutes where they were spent, and those that were lost', () => {
    const run = play(alertRelay, 'k02', 'k01', 'k04');
    expect([...minutesAt(run)]).toEqual([
      ['post', { minutes: 22, lost: 20 }],
      ['platform', { minutes: 10, lost: 0 }],
    ]);
  });

  for (const { id, drill } of [alertRelay, ...courseRelays()]) {
    test(`${id}: the minutes of its stations add up to those of the run`, () => {
      fc.assert(
        fc.property(fc.nat(), fc.array(fc.nat(3), { maxLength: 40 }), (seed, positions) => {
          let run = startDrill(drill, seed);
          for (const position of positions) {
            const all = drill.stages.flatMap(({ options }) => options);
            const ids = all.map((one) => one.id).slice(position);
            const next = ids.find((one) => canTake(run, one));
            if (next) run = takeOption(run, next);
          }
          const sum = [...minutesAt(run).values()].reduce((all, { minutes }) => all + minutes, 0);
          assert.equal(sum, costOf(run));
        }),
        { numRuns: 60 },
      );
    });
  }
});

function canTake(run: DrillRun, id: string): boolean {
  try {
    takeOption(run, id);
    return true;
  } catch {
    return false;
  }
}
