import type { Truth } from '../schema/scenario.ts';
import { chance } from './chance.ts';
import type { SceneGraph, Test } from './scenario-graph.ts';

/** What a run draws of its scene: what is true of the student, and how they are. */
export type World = { readonly truth?: Truth; readonly temper?: string };

/** Runs begun before scenes had truths carry a seed below this, and were all played with the gravest one. */
const FIRST_DRAWN = 256;

/** The world of a run, by its seed alone, so that every copy of the run holds the same one. */
export function worldOf(
  { truths, tempers }: Pick<SceneGraph, 'truths' | 'tempers'>,
  seed: number,
): World {
  const truth =
    seed < FIRST_DRAWN ? truths?.slice(-1)[0] : drawnFrom(truths, chance(seed, 'what is true'));
  const temper = drawnFrom(tempers, chance(seed, 'temper'));
  return { ...(truth && { truth }), ...(temper && { temper }) };
}

const drawnFrom = <One>(all: readonly One[] | undefined, share: number): One | undefined =>
  all?.[Math.floor(share * all.length)];

/** Every world that a run of the scene may draw; a single one where nothing is drawn. */
export const worldsOf = ({ truths, tempers }: SceneGraph): World[] =>
  (truths ?? [undefined]).flatMap((truth) =>
    (tempers ?? [undefined]).map((temper) => ({
      ...(truth && { truth }),
      ...(temper && { temper }),
    })),
  );

/**
 * A seed for a new run.
 * @param number any integer from 0; the same one gives the same seed
 * @param wanted truths of which one is to hold; where the scene has none of them, any does
 */
export function newSeed(scene: SceneGraph, number: number, wanted: readonly Truth[] = []): number {
  if (!scene.truths && !scene.tempers) return number % FIRST_DRAWN;
  if (wanted.length === 0) return FIRST_DRAWN + (number % FIRST_DRAWN);
  const seeds = Array.from(
    { length: FIRST_DRAWN },
    (_, n) => FIRST_DRAWN + ((number + n) % FIRST_DRAWN),
  );
  const fits = (seed: number) => wanted.some((truth) => worldOf(scene, seed).truth === truth);
  return seeds.find(fits) ?? seeds[0] ?? FIRST_DRAWN;
}

/** What was true in runs of some scenes, the earliest first, by what may be true in each scene and the seeds of its runs. */
export const truthsHad = (
  runs: readonly Readonly<{ truths: readonly Truth[]; seed: number; at: number }>[],
): Truth[] =>
  [...runs].sort((a, b) => a.at - b.at).flatMap((run) => worldOf(run, run.seed).truth ?? []);

/**
 * What is to be true in a new run of a scene; of several, chance takes one, and of none any.
 * @param runs how many runs of it there are already
 * @param had behind the last door, what was true in the learner's runs of their role, the earliest first: there it is
 *   what they have not had, and where they have had all, what they had longest ago
 */
export function wantedTruths(
  { truths = [], firstPlay }: SceneGraph,
  runs: number,
  had?: readonly Truth[],
): readonly Truth[] {
  if (had) {
    const longestAgo = Math.min(...truths.map((truth) => had.lastIndexOf(truth)));
    return truths.filter((truth) => had.lastIndexOf(truth) === longestAgo);
  }
  return firstPlay && runs === 0 ? [firstPlay] : [];
}

// A scene never changes, and whoever looks for what may go wrong plays it thousands of times in the same few worlds.
const decidedBefore = new WeakMap<SceneGraph, Map<string, SceneGraph>>();

/** A scene as it is in one world: conditions on truth and temper are decided, and what cannot be is left out. */
export function inWorld(scene: SceneGraph, world: World): SceneGraph {
  const { truth, temper } = world;
  if ((!truth && !temper) || scene.truth || scene.temper) return scene;
  const known = decidedBefore.get(scene) ?? new Map<string, SceneGraph>();
  decidedBefore.set(scene, known);
  const key = `${truth} ${temper}`;
  const graph = known.get(key) ?? decide(scene, world);
  known.set(key, graph);
  return graph;
}

function decide(scene: SceneGraph, { truth, temper }: World): SceneGraph {
  const { truths = [], tempers = [] } = scene;
  const drawn = new Set<string>([...truths, ...tempers]);
  const isSo = (name: string) => name === truth || name === temper;
  const fits = ([name, least, most]: Test) => {
    const value = isSo(name) ? 1 : 0;
    return !drawn.has(name) || (value >= least && value <= most);
  };
  const open = (tests: readonly Test[]) => tests.filter(([name]) => !drawn.has(name));
  const decided = <One extends { readonly when?: readonly Test[] }>(all: readonly One[]): One[] =>
    all
      .filter(({ when }) => when?.every(fits) ?? true)
      .map(({ when, ...one }) => {
        const left = open(when ?? []);
        return (left.length > 0 ? { ...one, when: left } : one) as One;
      });
  const turns = Object.entries(scene.turns).map(([id, turn]) => [
    id,
    {
      ...turn,
      scene: decided(turn.scene),
      ...(turn.meanwhile && { meanwhile: decided(turn.meanwhile) }),
      says: decided(turn.says),
      mended: decided(turn.mended),
      choices: decided(turn.choices).map(({ reply, next, thoughts, repair, ...choice }) => ({
        ...choice,
        reply: decided(reply),
        next: decided(next),
        // Numbered by their place in the file, so none is left out; what cannot be thought here never holds.
        ...(thoughts && {
          thoughts: thoughts.map((tests) => (tests.every(fits) ? open(tests) : NEVER)),
        }),
        ...(repair && { repair: { ...repair, reply: decided(repair.reply) } }),
      })),
    },
  ]);
  return {
    ...scene,
    turns: Object.fromEntries(turns),
    ...(truth && { truth }),
    ...(temper && { temper }),
  };
}

/** The scene in every world, those together that differ in what is said alone. */
export function worldsByShape(scene: SceneGraph): [SceneGraph, ...SceneGraph[]][] {
  const shapes = new Map<string, [SceneGraph, ...SceneGraph[]]>();
  for (const world of worldsOf(scene)) {
    const graph = inWorld(scene, world);
    const shape = Object.values(graph.turns).map(({ choices }) =>
      choices.map(({ id, when, next }) => ({ id, when, next })),
    );
    const key = `${graph.truth} ${JSON.stringify(shape)}`;
    const known = shapes.get(key);
    if (known) known.push(graph);
    else shapes.set(key, [graph]);
  }
  return [...shapes.values()];
}

/** The scene in every world that leads somewhere of its own: worlds that differ in what is said alone count once. */
export const shapesOf = (scene: SceneGraph): SceneGraph[] =>
  worldsByShape(scene).map(([first]) => first);

const NEVER: readonly Test[] = [['', 1, 1]];
