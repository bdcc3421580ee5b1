import { chance } from './chance.ts';
import { choicesShown, choose, type Run, startScenario } from './scenario.ts';
import type { GraphLine, SceneGraph } from './scenario-graph.ts';
import { walkScene } from './scenario-walk.ts';
import { inWorld, newSeed, worldsOf } from './scenario-world.ts';

/** More choices than any run has. */
const LONGEST_RUN = 60;

/** What somebody would choose who chooses by number; undefined once the scene has ended. */
const chosenBy = (run: Run, number: number): string | undefined => {
  const shown = choicesShown(run);
  return shown[Math.floor(number * shown.length)]?.id;
};

/** A run played by chance to its end, the same for the same number. */
export function randomRun(scene: SceneGraph, number: number): Run {
  return playOn(startScenario(scene, newSeed(scene, number)), (run, nth) =>
    chosenBy(run, chance(number, `pick ${nth}`)),
  );
}

/** Plays on to the end. @param pick gives the next choice from the run and how many choices it has */
function playOn(from: Run, pick: (run: Run, nth: number) => string | undefined): Run {
  let run = from;
  for (let nth = run.chosen.length; nth < LONGEST_RUN; nth += 1) {
    const id = pick(run, nth);
    if (id === undefined) break;
    run = choose(run, id);
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
    const like =
      shown.find(({ id }) => left.has(id)) ??
      shown.find(({ id }) => qualities.get(id) === quality) ??
      shown[0];
    return like?.id;
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

/** Plays by chance in each world, before what they have not shown is looked for along every run. */
const PLAYS = 300;

/** What a scene holds and no run ever shows: ids of lines, and keys of thoughts that stand in place of others. */
export function neverShown(scene: SceneGraph): string[] {
  const worlds = worldsOf(scene).map((world) => inWorld(scene, world));
  const left = new Map(partsOfScene(scene).map((part) => [part.id, part]));
  // By turns in each world, so that most scenes have shown everything after a few plays.
  for (let play = 0; play < PLAYS && left.size > 0; play += 1) {
    for (const [nth, world] of worlds.entries()) {
      for (const { reply, opening, thought } of randomRun(world, nth * PLAYS + play).beats) {
        for (const { key } of [...reply, ...opening]) left.delete(idOf(key));
        if (thought) left.delete(thought);
      }
    }
  }
  return [...left.values()]
    .filter(({ id, names }) => !worlds.some((world) => showsIn(world, id, names)))
    .map(({ id }) => id);
}

/** Something that may be shown, and the names that decide whether it is. */
type Part = { readonly id: string; readonly names: readonly string[] };

function partsOfScene({ turns }: SceneGraph): Part[] {
  const rowToParts = (lines: readonly GraphLine[] = []): Part[] => {
    const names = lines.flatMap(({ when = [] }) => when.map(([name]) => name));
    return lines.map(({ id }) => ({ id, names }));
  };
  return Object.values(turns).flatMap(({ scene, meanwhile, says, mended, choices }) => [
    ...[scene, meanwhile, says, mended].flatMap(rowToParts),
    ...choices.flatMap(({ id, reply, thoughts = [], repair }) => [
      ...rowToParts(reply),
      ...rowToParts(repair?.reply),
      ...thoughts.map((_, nth) => ({
        id: `${id}.thought.${nth + 2}`,
        names: thoughts.flat().map(([name]) => name),
      })),
    ]),
  ]);
}

/** Whether some run of a world shows a line or a thought; looked for along every run. */
function showsIn(world: SceneGraph, id: string, names: readonly string[]): boolean {
  let isShown = false;
  walkScene(world, {
    keeping: names,
    onStep: (choice, { reply, opening, thought }) => {
      isShown ||= [...reply, ...opening].some((line) => line.id === id);
      isShown ||= thought !== undefined && `${choice.id}.thought.${thought}` === id;
    },
  });
  return isShown;
}
