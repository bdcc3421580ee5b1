import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import {
  cleanRun,
  costOf,
  type Drill,
  type DrillRun,
  drillToChoice,
  optionsShown,
  resumeDrill,
  stageOf,
  stagesToDrill,
  startDrill,
  takeOption,
  toldBy,
} from '../../src/domain/drill.ts';
import { choiceToSaved } from '../../src/domain/kept-run.ts';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import { bytesToText, eventsToBytes, readCode } from '../../src/exports/code.ts';
import { alertRelay, courseCalls, courseRelays, gateCall } from '../support/drills.ts';

const drills = [gateCall, alertRelay, ...courseCalls(), ...courseRelays()];
const seeds = fc.nat(1_000_000);
const picks = fc.array(fc.nat(7), { maxLength: 64 });

const play = (drill: Drill, seed: number, ids: readonly string[]): DrillRun =>
  ids.reduce(takeOption, startDrill(drill, seed));
const shown = (run: DrillRun) => optionsShown(run).map(({ id }) => id);

/** Chooses by position until the drill has ended; where no position is given, the last option. */
function playThrough(drill: Drill, seed: number, positions: readonly number[]): DrillRun[] {
  const runs = [startDrill(drill, seed)];
  for (let run = runs[0] as DrillRun; stageOf(run); runs.push(run)) {
    const options = optionsShown(run);
    const option = options[(positions[run.steps.length] ?? options.length - 1) % options.length];
    if (!option || runs.length > 100) throw new Error('A dead end.');
    run = takeOption(run, option.id);
  }
  return runs;
}

for (const { id, drill } of drills) {
  test(`${id}: every run ends, its costs add up, and it can be told in one code`, () => {
    fc.assert(
      fc.property(seeds, picks, (seed, positions) => {
        const runs = playThrough(drill, seed, positions);
        const last = runs.at(-1) as DrillRun;
        const ids = last.steps.map(({ option }) => option.id);
        const all = drill.stages.flatMap(({ options }) => options);
        const costs = ids.map((one) => all.find((option) => option.id === one)?.cost ?? NaN);
        const choice = drillToChoice(last);
        const event: ProgressEvent = { kind: 'run', item: id, choice, at: 29_925_000, try: 1 };
        const read = readCode(bytesToText(eventsToBytes([event], 'dastak')), 'dastak', [id]);
        // One answer a run instead of one assertion a fact: hundreds of runs have to be quick.
        return (
          new Set(ids).size === ids.length &&
          costOf(last) === costs.reduce((sum, cost) => sum + cost, 0) &&
          choice.length <= 64 &&
          read.ok &&
          isDeepStrictEqual(read.events, [event])
        );
      }),
      { numRuns: 150 },
    );
  });

  test(`${id}: a shuffle keeps all options of a stage but those already taken`, () => {
    fc.assert(
      fc.property(seeds, picks, (seed, positions) =>
        playThrough(drill, seed, positions).every((run) => {
          const taken = new Set(run.steps.map(({ option }) => option.id));
          const left = (stageOf(run)?.options ?? []).filter((one) => !taken.has(one.id));
          return (
            shown(run).toSorted().join() ===
              left
                .map((one) => one.id)
                .toSorted()
                .join() && isDeepStrictEqual(optionsShown({ ...run }), optionsShown(run))
          );
        }),
      ),
      { numRuns: 100 },
    );
  });

  test(`${id}: a run without detours ends, and takes right options only`, () => {
    const clean = cleanRun(drill, 7);
    expect(stageOf(clean)).toBeUndefined();
    expect(clean.steps.every(({ option }) => option.right)).toBe(true);
  });

  test(`${id}: a kept run is taken up where it was`, () => {
    fc.assert(
      fc.property(seeds, picks, fc.nat(64), (seed, positions, at) => {
        const runs = playThrough(drill, seed, positions);
        const run = runs[at % runs.length] as DrillRun;
        const { run: again, edited } = resumeDrill(drill, choiceToSaved(drillToChoice(run)));
        return !edited && isDeepStrictEqual(again, run);
      }),
      { numRuns: 100 },
    );
  });

  test(`${id}: after an edit a run goes on at the last choice that still stands`, () => {
    fc.assert(
      fc.property(seeds, picks, fc.nat(), (seed, positions, at) => {
        const last = playThrough(drill, seed, positions).at(-1) as DrillRun;
        const gone = last.steps[at % last.steps.length]?.option.id;
        const edited = stagesToDrill(
          drill.stages.map((stage) => ({
            ...stage,
            options: stage.options.map((one) => (one.id === gone ? { ...one, id: 'z99' } : one)),
          })),
        );
        const taken = resumeDrill(edited, choiceToSaved(drillToChoice(last)));
        const ids = last.steps.map(({ option }) => option.id);
        const kept = taken.run.steps.map(({ option }) => option.id);
        return (
          taken.edited &&
          isDeepStrictEqual(kept, ids.slice(0, ids.indexOf(gone ?? ''))) &&
          stageOf(taken.run) !== undefined
        );
      }),
      { numRuns: 100 },
    );
  });
}

test.describe('A drill', () => {
  const { drill } = gateCall;

  test('comes back to its question after a weak option, and offers that one no more', () => {
    const run = play(drill, 1, ['r01']);
    expect(stageOf(run)?.id).toBe('ring');
    expect(shown(run).toSorted()).toEqual(['r02', 'r03']);
  });

  test('passes over what has been told along with something else', () => {
    const run = play(drill, 1, ['r02', 'o03']);
    expect([...toldBy(run)]).toEqual(['place', 'landmark']);
    expect(stageOf(run)?.id).toBe('who');
  });

  test('keeps what a weak first sentence told all the same', () => {
    expect(stageOf(play(drill, 1, ['r02', 'o02', 'o03']))?.id).toBe('phone');
  });

  test('gives the options in different orders for different seeds', () => {
    const orders = new Set(
      Array.from({ length: 40 }, (_, seed) => shown(startDrill(drill, seed)).join()),
    );
    expect(orders.size).toBe(6);
  });

  test('refuses what is not on offer', () => {
    expect(() => play(drill, 1, ['a01'])).toThrow('"a01" is not on offer at the stage "ring".');
    expect(() => play(drill, 1, ['r01', 'r01'])).toThrow(RangeError);
    expect(() => takeOption(cleanRun(drill), 'p02')).toThrow(
      '"p02" is not on offer at the stage "end".',
    );
  });

  test('begins afresh with what is no kept run of it', () => {
    expect(resumeDrill(drill, choiceToSaved(['???', 'r02'])).run).toEqual(play(drill, 1, ['r02']));
    expect(resumeDrill(drill, choiceToSaved([])).run).toEqual(startDrill(drill, 1));
  });
});
