import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import {
  choicesShown,
  choose,
  ending,
  type Run,
  replay,
  startScenario,
} from '../../src/domain/scenario.ts';
import { findings, readsOf, score } from '../../src/domain/scenario-debrief.ts';
import type { SceneGraph } from '../../src/domain/scenario-graph.ts';
import {
  atRandom,
  domainWalks,
  expectedScore,
  longestFirst,
  prospects,
  trainedRun,
} from '../../src/domain/scenario-play.ts';
import { choicesAt, stepBy } from '../../src/domain/scenario-state.ts';
import { pathTo, walkScene } from '../../src/domain/scenario-walk.ts';
import { newSeed, shapesOf } from '../../src/domain/scenario-world.ts';
import { courseScenes } from '../support/scenes.ts';

/** More choices than any run has. */
const LONGEST_RUN = 60;
/** How much worse than a trained run somebody who has learnt nothing has to score. */
const VISIBLY = 0.25;

const picks = fc.array(fc.nat({ max: 11 }), { minLength: LONGEST_RUN, maxLength: LONGEST_RUN });
const seeds = fc.nat({ max: 9999 });

/** Plays to the ending, each time the choice at the position picked. */
function play(graph: SceneGraph, seed: number, positions: readonly number[]): Run[] {
  const runs = [startScenario(graph, seed)];
  for (const position of positions) {
    const run = runs.at(-1);
    const shown = run ? choicesShown(run) : [];
    const choice = shown[position % shown.length];
    if (!run || !choice) break;
    runs.push(choose(run, choice.id));
  }
  return runs;
}

const keysOf = ({ beats }: Run) =>
  beats.flatMap(({ choice, reply, opening }) => [
    ...(choice ? [choice] : []),
    ...[...reply, ...opening].map(({ key }) => key),
  ]);

const isInRange = ({ rapport, disclosed, listened }: Run['place']['values']) =>
  rapport >= 0 &&
  rapport <= 5 &&
  disclosed >= 0 &&
  disclosed <= 3 &&
  listened >= 0 &&
  listened <= 2;

const scoreOf = ({ graph, place }: Run) => score(findings(graph, place.values));

for (const { id, graph, words } of courseScenes) {
  test.describe(`The scene ${id}`, () => {
    for (const truth of graph.truths ?? [undefined])
      test(`never leads into a dead end, and always has its words in every language${truth ? `, where the truth is ${truth}` : ''}`, () => {
        fc.assert(
          fc.property(seeds, picks, (number, positions) => {
            const seed = newSeed(graph, number, truth ? [truth] : []);
            const runs = play(graph, seed, positions);
            // One assertion a run: a thousand runs of a dozen lines each have to be quick.
            const last = runs.at(-1);
            const strays = runs.filter(({ place: { values } }) => !isInRange(values));
            const wordless = Object.values(words).flatMap((texts) =>
              last ? keysOf(last).filter((key) => !texts[key]) : [],
            );
            const isSo = last?.graph.truth === truth;
            return (
              isSo && Boolean(last && ending(last)) && strays.length === 0 && wordless.length === 0
            );
          }),
          { numRuns: 1000 },
        );
      });

    test('is the same when it is told again from its ids', () => {
      fc.assert(
        fc.property(seeds, picks, fc.nat({ max: LONGEST_RUN }), (seed, positions, stop) => {
          const run = play(graph, seed, positions.slice(0, stop)).at(-1);
          return run !== undefined && isDeepStrictEqual(replay(graph, seed, run.chosen), run);
        }),
        { numRuns: 200 },
      );
    });

    test('keeps its place when the language is changed', () => {
      const [first, ...others] = Object.values(words).map((texts) => Object.keys(texts));
      for (const other of others) expect(other).toEqual(first);
      // A kept run holds no words, and the graph it is replayed on is the same in every language.
      expect(JSON.stringify(graph)).not.toMatch(/\p{Script=Devanagari}/u);
    });

    test('is walked along every way as it is played', () => {
      const strays = shapesOf(graph).flatMap((world) => {
        const options = Object.values(world.turns)
          .flatMap(({ choices }) => choices)
          .flatMap((choice) => [choice, ...(choice.repair ? [choice.repair] : [])]);
        const byId = new Map(options.map((option) => [option.id, option]));
        return walkScene(world, { keeping: readsOf('listens') }).stops.flatMap((stop) => {
          const { place, ways } = stop;
          const shown = choicesAt(world, place).map(({ id }) => id);
          if (shown.join() !== ways.map(({ id }) => id).join()) return [pathTo(stop)];
          return ways.flatMap(({ id, to }) => {
            const option = byId.get(id);
            if (!option) return [[...pathTo(stop), id]];
            const step = stepBy(world, place, option);
            const { turn, values, repair } = to.place;
            // A walk forgets what no longer matters.
            const kept = Object.fromEntries(
              Object.entries(step.place.values).filter(([name]) => name in values),
            );
            const isSame =
              turn === step.place.turn &&
              repair === step.place.repair &&
              isDeepStrictEqual(kept, { ...values });
            return isSame ? [] : [[...pathTo(stop), id]];
          });
        });
      });
      expect(strays).toEqual([]);
    });

    test('gives everything to a trained run, and visibly less to guessing', () => {
      const worlds = shapesOf(graph);
      const means = [atRandom, ...Object.values(words).map(longestFirst)].map((habit) => {
        const scores = worlds.map((world) =>
          expectedScore(world, prospects(domainWalks(world), habit)),
        );
        return scores.reduce((sum, score) => sum + score, 0) / scores.length;
      });
      for (const world of worlds) expect(scoreOf(replay(world, 1, trainedRun(world)))).toBe(1);
      expect(Math.max(...means)).toBeLessThanOrEqual(1 - VISIBLY);

      for (const world of worlds) {
        const guessed = expectedScore(world, prospects(domainWalks(world), atRandom));
        const played = fc
          .sample(fc.tuple(seeds, picks), { numRuns: 400, seed: 42 })
          .map(([seed, positions]) => {
            const last = play(world, seed, positions).at(-1);
            return last ? scoreOf(last) : 0;
          });
        const mean = played.reduce((sum, one) => sum + one, 0) / played.length;
        // The walk and the playing of it have to agree, or the shares above mean nothing.
        expect(Math.abs(mean - guessed)).toBeLessThan(0.05);
      }
    });
  });
}

test('The course has scenes to play', () => {
  expect(courseScenes.length).toBeGreaterThan(0);
});
