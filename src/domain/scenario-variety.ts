import { chance } from './chance.ts';
import { choicesShown, choose, type Run, startScenario, take } from './scenario.ts';
import type { GraphLine, GraphRepair, SceneGraph, Test } from './scenario-graph.ts';
import { atRandom, optionsOf, spreadOf } from './scenario-spread.ts';
import { beginning, choicesAt, type Option, opening, type Step, stepBy } from './scenario-state.ts';
import { type Walk, walkScene } from './scenario-walk.ts';
import { newSeed, worldsByShape } from './scenario-world.ts';

/** More choices than any run has. */
const LONGEST_RUN = 60;

/** What somebody would choose who chooses by number; undefined once the scene has ended. */
const chosenBy = (run: Run, number: number): Option | undefined => {
  const shown = choicesShown(run);
  return shown[Math.floor(number * shown.length)];
};

/** A run played by chance to its end, the same for the same number. */
export function randomRun(scene: SceneGraph, number: number): Run {
  return playOn(startScenario(scene, newSeed(scene, number)), (run, nth) =>
    chosenBy(run, chance(number, `pick ${nth}`)),
  );
}

/** Plays on to the end. @param pick gives the next choice from the run and how many choices it has */
function playOn(from: Run, pick: (run: Run, nth: number) => Option | undefined): Run {
  let run = from;
  for (let nth = run.chosen.length; nth < LONGEST_RUN; nth += 1) {
    const option = pick(run, nth);
    if (!option) break;
    run = take(run, option);
  }
  return run;
}

/** Plays on with the choices of another run wherever they are on offer, and else with one of the same quality. */
function playLike(from: Run, other: Run): Run {
  const qualities = qualitiesOf(other.graph);
  const left = new Set(other.chosen);
  return playOn(from, (run, nth) => {
    const shown = choicesShown(run);
    const quality = qualities.get(other.chosen[nth] ?? '');
    return (
      shown.find(({ id }) => left.has(id)) ??
      shown.find(({ id }) => qualities.get(id) === quality) ??
      shown[0]
    );
  });
}

const choicesIn = ({ turns }: SceneGraph) => Object.values(turns).flatMap(({ choices }) => choices);
const qualitiesOf = (graph: SceneGraph) =>
  new Map(choicesIn(graph).map(({ id, quality }) => [id, quality]));

/** Ids of all that the student says in a scene. */
function studentLines({ turns }: SceneGraph): Set<string> {
  const all = Object.values(turns).flatMap(({ says, mended, choices }) => [
    ...says,
    ...mended,
    ...choices.flatMap(({ reply, repair }) => [...reply, ...(repair?.reply ?? [])]),
  ]);
  return new Set(all.flatMap(({ id, who }) => (who ? [] : [id])));
}

const idOf = (key: string) => key.replace(/\.\d+$/, '');

/** How differently a scene goes, from plays by chance. */
export type Variety = {
  /** Part of the student's lines that two plays with the same choices and different seeds share. */
  readonly shared: number;
  /** Later lines of the student that are others when one of the first three choices is changed, on average. */
  readonly altered: number;
  /** Part of the replies and thoughts that depend on something. */
  readonly varied: number;
};

/** Pairs of plays that are compared. */
const PAIRS = 150;

/** Plays a scene in pairs, and tells how much the two of a pair have in common. */
export function varietyOf(scene: SceneGraph): Variety {
  const student = studentLines(scene);
  const saidIn = ({ beats }: Run, from = 0) =>
    beats.flatMap(({ reply, opening }, nth) =>
      [...(nth >= from ? reply : []), ...(nth >= from - 1 ? opening : [])]
        .map(({ key }) => key)
        .filter((key) => student.has(idOf(key))),
    );
  const pairs = Array.from({ length: PAIRS }, (_, number) => {
    const run = randomRun(scene, number);
    const seed = newSeed(scene, Math.floor(chance(number, 'another seed') * 256));
    const again = new Set(saidIn(playLike(startScenario(scene, seed), run)));
    const said = saidIn(run);
    const shared = said.filter((key) => again.has(key)).length / said.length;

    const at = number % 3;
    const before = run.chosen.slice(0, at).reduce(choose, startScenario(scene, run.seed));
    const others = choicesShown(before).filter(({ id }) => id !== run.chosen[at]);
    const other = others[Math.floor(chance(number, 'another choice') * others.length)];
    if (!other) return { shared, altered: 0 };
    const known = new Set(said);
    const changed = saidIn(playLike(choose(before, other.id), run), at + 2);
    return { shared, altered: changed.filter((key) => !known.has(key)).length };
  });
  const mean = (of: (pair: (typeof pairs)[number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const slots = choicesIn(scene).flatMap(({ reply, thoughts }) => [
    ...(reply.length > 0 ? [reply.length > 1] : []),
    thoughts !== undefined,
  ]);
  return {
    shared: mean((pair) => pair.shared),
    altered: mean((pair) => pair.altered),
    varied: slots.filter(Boolean).length / slots.length,
  };
}

/** Plays in each world, before what they have not shown is looked for along every run. */
const PLAYS = 30;

/** What a scene holds and no run ever shows: ids of lines, and keys of thoughts that stand in place of others. */
export function neverShown(scene: SceneGraph): string[] {
  const shapes = worldsByShape(scene);
  const left = new Set(rowsOf(scene).flatMap(({ ids }) => ids));
  // By turns in each world, so that most scenes have shown nearly everything after a few plays.
  for (let play = 0; play < PLAYS && left.size > 0; play += 1) {
    for (const [nth, world] of shapes.flat().entries())
      for (const id of shownInPlay(world, nth * PLAYS + play)) left.delete(id);
  }
  for (const worlds of shapes) {
    for (const world of worlds) {
      for (const row of rowsOf(world)) {
        if (!row.ids.some((id) => left.has(id))) continue;
        // Worlds of one shape differ in what is said alone.
        for (const id of shownOf(world, row, walkScene(worlds[0]))) left.delete(id);
      }
    }
  }
  return [...left];
}

/** Ids of what a play by chance shows, the same for the same number. */
function* shownInPlay(world: SceneGraph, number: number): Generator<string> {
  let place = beginning(world);
  yield* opening(world, place).map(({ id }) => id);
  for (let nth = 0; nth < LONGEST_RUN; nth += 1) {
    const options = choicesAt(world, place);
    const option = options[Math.floor(chance(number, `pick ${nth}`) * options.length)];
    if (!option) return;
    const step = stepBy(world, place, option);
    yield* shownBy(option.id, step);
    place = step.place;
  }
}

/** Ids of what a step shows. */
const shownBy = (by: string, { reply, opening, thought }: Step): string[] => [
  ...[...reply, ...opening].map(({ id }) => id),
  ...(thought ? [`${by}.thought.${thought}`] : []),
];

/** Lines, or thoughts, of which the first that fits is shown. */
interface Row {
  readonly ids: readonly string[];
  /** Names that decide which one fits. */
  readonly names: readonly string[];
  /** Whether a step tells one of them: from a turn, by a choice or a way back, to a turn. */
  readonly isTold: (from: string, by: string, to: string) => boolean;
}

function rowsOf({ turns }: SceneGraph): Row[] {
  const namesIn = (tests: readonly (readonly Test[] | undefined)[]) =>
    tests.flatMap((some = []) => some.map(([name]) => name));
  const linesToRow = (lines: readonly GraphLine[] = [], isTold: Row['isTold']): Row => ({
    ...{ ids: lines.map(({ id }) => id), isTold },
    names: namesIn(lines.map(({ when }) => when)),
  });
  const ofMended = Object.values(turns).flatMap(({ mended }) => mended.map(({ when }) => when));
  const repairToRow = ({ id, reply }: GraphRepair): Row => {
    const row = linesToRow(reply, (_from, by) => by === id);
    // Where a turn has an answer of its own that fits, it stands in place of these.
    return { ...row, names: [...row.names, ...namesIn(ofMended)] };
  };
  return Object.entries(turns).flatMap(([turn, { scene, meanwhile, says, mended, choices }]) => [
    ...[scene, meanwhile, says].map((lines) => linesToRow(lines, (_from, _by, to) => to === turn)),
    linesToRow(mended, (from) => from === turn),
    ...choices.flatMap(({ id, reply, thoughts = [], repair }) => [
      linesToRow(reply, (_from, by) => by === id),
      {
        ids: thoughts.map((_, nth) => `${id}.thought.${nth + 2}`),
        names: namesIn(thoughts),
        isTold: (_from: string, by: string) => by === id,
      },
      ...(repair ? [repairToRow(repair)] : []),
    ]),
  ]);
}

/** Ids that some run of a world shows of a row; looked for along every run. */
function shownOf(world: SceneGraph, { ids, names, isTold }: Row, walk: Walk): string[] {
  const options = optionsOf(world);
  const shown = new Set(opening(world, beginning(world)).map(({ id }) => id));
  const heldAt = spreadOf(world, names, atRandom, walk);
  for (const stop of walk.stops) {
    const { turn, place, ways } = stop;
    for (const { id, to } of ways) {
      const option = options.get(id);
      if (!option || !isTold(turn, id, to.turn)) continue;
      for (const [held] of heldAt(stop)) {
        const values = { ...place.values, ...held };
        for (const one of shownBy(id, stepBy(world, { ...place, values }, option))) shown.add(one);
      }
    }
  }
  // What another row tells at the same step may depend on other names.
  return ids.filter((id) => shown.has(id));
}
