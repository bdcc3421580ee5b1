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
import { domains, findings, readsOf, score } from '../../src/domain/scenario-debrief.ts';
import type { SceneGraph } from '../../src/domain/scenario-graph.ts';
import { expectedScore, prospects } from '../../src/domain/scenario-play.ts';
import { atRandom, spreadOf } from '../../src/domain/scenario-spread.ts';
import { choicesAt, stepBy, type Values } from '../../src/domain/scenario-state.ts';
import { randomRun } from '../../src/domain/scenario-variety.ts';
import { pathTo, type Stop, walkScene } from '../../src/domain/scenario-walk.ts';
import { inWorld, shapesOf, worldsOf } from '../../src/domain/scenario-world.ts';
import { courseScenes, scenesIn } from '../support/scenes.ts';
import { courseSite, fixtureSite } from '../support/sites.ts';

/** Plays by chance of each scene where each truth holds. */
const PLAYS = 1000;
/** More choices than any run has. */
const LONGEST_RUN = 60;

const isInRange = ({ rapport, disclosed, listened }: Run['place']['values']) =>
  rapport >= 0 &&
  rapport <= 5 &&
  disclosed >= 0 &&
  disclosed <= 3 &&
  listened >= 0 &&
  listened <= 2;

/** Keys of all lines of a run that have to have words. */
const keysOf = ({ beats }: Run) =>
  beats.flatMap(({ choice, thought, reply, opening }) => [
    ...(choice ? [choice] : []),
    ...(thought ? [thought] : []),
    ...[...reply, ...opening].map(({ key }) => key),
  ]);

for (const scene of courseScenes())
  test(`The scene ${scene.id} never leads into a dead end, and has the same words in every language`, () => {
    const { graph, words } = scene;
    for (const truth of graph.truths ?? [undefined]) {
      const worlds = worldsOf(graph).filter((world) => world.truth === truth);
      const graphs = worlds.map((world) => inWorld(graph, world));
      const told = new Set<string>();
      for (let number = 0; number < PLAYS; number += 1) {
        const run = randomRun(graphs[number % graphs.length] ?? graph, number);
        // No assertion for each run: a thousand runs have to be quick.
        if (!ending(run) || !isInRange(run.place.values) || run.chosen.length >= LONGEST_RUN)
          expect(run.chosen, `a run that comes to no ending, where the truth is ${truth}`).toEqual(
            [],
          );
        for (const key of keysOf(run)) told.add(key);
      }
      for (const texts of Object.values(words))
        expect([...told].filter((key) => !texts[key])).toEqual([]);
    }
    const [first, ...others] = Object.values(words).map((texts) => Object.keys(texts));
    for (const other of others) expect(other).toEqual(first);
    // A kept run holds no words, and the graph it is replayed on is the same in every language.
    expect(JSON.stringify(graph)).not.toMatch(/\p{Script=Devanagari}/u);
  });

test('The course has scenes to play', () => {
  expect(courseScenes().length).toBeGreaterThan(0);
});

// What follows is true of the code, whatever a scene says: a few scenes are enough, the first of each role among them.
const samples = scenesIn([
  ...fixtureSite.files,
  ...courseSite.files.filter(({ text }) => /^firstPlay:/m.test(text)),
]);
const picks = fc.array(fc.nat({ max: 11 }), { minLength: LONGEST_RUN, maxLength: LONGEST_RUN });
const seeds = fc.nat({ max: 9999 });

/** Plays to the ending, each time the choice at the position picked. */
function play(graph: SceneGraph, seed: number, positions: readonly number[]): Run {
  let run = startScenario(graph, seed);
  for (const position of positions) {
    const shown = choicesShown(run);
    const choice = shown[position % shown.length];
    if (!choice) break;
    run = choose(run, choice.id);
  }
  return run;
}

const scoreOf = ({ graph, place }: Run) => score(findings(graph, place.values));

for (const scene of samples) {
  test.describe(`A run of the scene ${scene.id}`, () => {
    test('is the same when it is told again from its ids', () => {
      const { graph } = scene;
      fc.assert(
        fc.property(seeds, picks, fc.nat({ max: LONGEST_RUN }), (seed, positions, stop) => {
          const run = play(graph, seed, positions.slice(0, stop));
          return isDeepStrictEqual(replay(graph, seed, run.chosen), run);
        }),
      );
    });

    test('is walked along every way as it is played', () => {
      const { graph } = scene;
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

    test('holds at each stop of a walk what a walk that tells runs apart by it finds there', () => {
      for (const world of shapesOf(scene.graph)) {
        for (const names of [...domains.map(readsOf), ['rapport', 'withdrew', 'listened'], []]) {
          const textOf = ({ place: { turn, repair } }: Stop, values: Values) =>
            [turn, repair?.id, ...names.map((name) => values[name])].join(' ');
          const heldAt = spreadOf(world, names);
          const followed = walkScene(world).stops.flatMap((stop) =>
            heldAt(stop).map(([values]) => textOf(stop, values)),
          );
          const { stops } = walkScene(world, { keeping: names });
          const told = stops.map((stop) => textOf(stop, stop.place.values));
          expect([...new Set(followed)].sort()).toEqual([...new Set(told)].sort());
        }
      }
    });

    test('is as likely in a walk as when it is played', () => {
      for (const world of shapesOf(scene.graph)) {
        const guessed = expectedScore(world, prospects(world, atRandom));
        const played = Array.from({ length: 400 }, (_, number) =>
          scoreOf(randomRun(world, number)),
        );
        const mean = played.reduce((sum, one) => sum + one, 0) / played.length;
        // The walk and the playing of it have to agree, or what the rules make of a walk means nothing.
        expect(Math.abs(mean - guessed)).toBeLessThan(0.05);
      }
    });
  });
}
