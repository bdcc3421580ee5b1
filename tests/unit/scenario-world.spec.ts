import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { runKept } from '../../src/domain/actions.ts';
import {
  choiceToSaved,
  choose,
  resume,
  runToChoice,
  startScenario,
} from '../../src/domain/scenario.ts';
import type { SceneGraph } from '../../src/domain/scenario-graph.ts';
import { randomRun } from '../../src/domain/scenario-variety.ts';
import { newSeed, truthsHad, wantedTruths, worldOf } from '../../src/domain/scenario-world.ts';
import { truths } from '../../src/domain/truths.ts';
import { bytesToText, eventsToBytes, readCode } from '../../src/exports/code.ts';
import type { Truth } from '../../src/schema/scenario.ts';
import { courseScenes, scenesIn } from '../support/scenes.ts';
import { fixtureSite } from '../support/sites.ts';

const bottle = scenesIn(fixtureSite.files).find(({ id }) => id === 'bottle')?.graph;
if (!bottle) throw new Error('The small course has no conversation “bottle”.');
const numbers = Array.from({ length: 256 }, (_, number) => number);
const truthOf = (seed: number) => worldOf(bottle, seed).truth;

test.describe('What is true in a run', () => {
  test('is drawn evenly from all that may be true', () => {
    const drawn = numbers.map((number) => truthOf(newSeed(bottle, number)));
    for (const truth of bottle.truths ?? []) {
      const share = drawn.filter((one) => one === truth).length / drawn.length;
      expect(share, truth).toBeGreaterThan(0.25);
    }
  });

  test('is what was wanted, whatever the clock says', () => {
    for (const truth of bottle.truths ?? []) {
      expect(new Set(numbers.map((number) => truthOf(newSeed(bottle, number, [truth]))))).toEqual(
        new Set([truth]),
      );
    }
  });

  test('is wanted by the first run of a role’s first scene, then left to chance', () => {
    const first = { ...bottle, firstPlay: 'thoughts' } as const;
    expect(wantedTruths(first, 0)).toEqual(['thoughts']);
    expect(wantedTruths(first, 1)).toEqual([]);
    expect(wantedTruths(bottle, 0)).toEqual([]);
  });

  test('is behind the last door what the learner has not had, and then what they had longest ago', () => {
    expect(wantedTruths(bottle, 0, [])).toEqual(['none', 'thoughts', 'danger']);
    expect(wantedTruths(bottle, 3, ['thoughts', 'none', 'none'])).toEqual(['danger']);
    expect(wantedTruths(bottle, 3, ['none', 'danger', 'thoughts', 'none'])).toEqual(['danger']);
  });

  test('is known of runs of several scenes, in the order in which they were begun', () => {
    const run = (seed: number, at: number) => ({ truths: bottle.truths ?? [], seed, at });
    const none = newSeed(bottle, 0, ['none']);
    expect(truthsHad([run(none, 9), run(7, 5)])).toEqual(['danger', 'none']);
  });

  test('comes round behind the last door, whatever was had before and whatever each scene holds', () => {
    const truth = fc.constantFrom(...truths);
    const scene = fc.subarray([...truths], { minLength: 2 });
    fc.assert(
      fc.property(fc.array(truth), fc.array(scene), fc.nat(), (before, plays, number) => {
        const had = [...before];
        for (const own of plays) {
          const graph: SceneGraph = { ...bottle, truths: own };
          const seed = newSeed(graph, number, wantedTruths(graph, 0, had));
          const drawn = worldOf(graph, seed).truth ?? 'none';
          const since = (one: Truth) => {
            const at = [...had].reverse().indexOf(one);
            return at < 0 ? Number.POSITIVE_INFINITY : at;
          };
          assert.equal(since(drawn), Math.max(...own.map(since)));
          had.push(drawn);
        }
      }),
    );
  });

  test('is the same after the run was kept, carried in a code, and taken up again', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9999 }), fc.nat({ max: 12 }), (number, steps) => {
        const whole = randomRun(bottle, number);
        const run = whole.chosen.slice(0, steps).reduce(choose, startScenario(bottle, whole.seed));
        const event = { ...runKept('bottle', runToChoice(run)), at: 30_000_000, try: 1 };
        const code = readCode(bytesToText(eventsToBytes([event], 'small')), 'small', ['bottle']);
        const [read] = code.ok ? code.events : [];
        const again = resume(bottle, choiceToSaved(read?.choice ?? [])).run;
        assert.deepEqual(again, run);
      }),
      { numRuns: 100 },
    );
  });

  test('shows in nothing that is said before somebody has asked', () => {
    const quiet = ['c02', 'c07', 'c13', 'c15'];
    const said = (bottle.truths ?? []).flatMap((truth) =>
      numbers
        .map((number) => newSeed(bottle, number, [truth]))
        .map((seed) => quiet.reduce(choose, startScenario(bottle, seed)))
        .map(({ graph, beats }) => ({ graph, text: JSON.stringify(beats) })),
    );
    for (const temper of bottle.tempers ?? []) {
      const texts = (truth: string) =>
        new Set(
          said
            .filter(({ graph }) => graph.temper === temper && graph.truth === truth)
            .map(({ text }) => text.replaceAll(/(r\d+)\.\d/g, '$1')),
        );
      expect(texts('none')).toEqual(texts('danger'));
      expect(texts('thoughts')).toEqual(texts('danger'));
    }
  });
});

test.describe('A run that was kept before scenes had truths', () => {
  const kept: Record<string, string[][]> = JSON.parse(
    readFileSync(new URL('../fixtures/scenes/kept-runs.json', import.meta.url), 'utf8'),
  );
  for (const [id, runs] of Object.entries(kept)) {
    test(`of ${id} opens at the nearest place`, () => {
      const scene = courseScenes().find((one) => one.id === id);
      expect(scene, 'a scene is never taken out').toBeDefined();
      for (const choice of scene ? runs : []) {
        const { choices } = choiceToSaved(choice);
        const { run } = resume(scene?.graph ?? bottle, choiceToSaved(choice));
        expect(run.chosen.length).toBeGreaterThan(0);
        expect(choices.slice(0, run.chosen.length)).toEqual(run.chosen);
        expect(run.graph.truth).toBe(scene?.graph.truths?.at(-1));
      }
    });
  }
});
