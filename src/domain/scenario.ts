import { chance } from './chance.ts';
import { type SavedRun, savedToChoice, shuffled } from './kept-run.ts';
import type { GraphChoice, GraphLine, GraphRepair, SceneGraph } from './scenario-graph.ts';
import {
  beginning,
  choicesAt,
  type Option,
  opening,
  type ScenePlace,
  stepBy,
} from './scenario-state.ts';
import { inWorld, worldOf } from './scenario-world.ts';

export { choiceToSaved } from './kept-run.ts';

/** A line as it is spoken in this run: its words stand under `key`. */
export type Spoken = { readonly key: string; readonly who?: string };

/** What one choice brought about: the answer, then the lines of the turn that follows. The first beat has no choice. */
export type Beat = {
  readonly choice?: string;
  /** Key of what the student thinks, where that is not the usual thought. */
  readonly thought?: string;
  readonly reply: readonly Spoken[];
  readonly opening: readonly Spoken[];
};

/** A run of a scene. It can be told again from its seed and the ids of its choices. */
export type Run = {
  /** The scene as it is in this run: what is true in it is drawn. */
  readonly graph: SceneGraph;
  readonly seed: number;
  readonly chosen: readonly string[];
  readonly place: ScenePlace;
  readonly beats: readonly Beat[];
};

/** Picks one of a line's wordings. */
function spoken(seed: number, line: GraphLine): Spoken {
  const way = Math.floor(chance(seed, line.id) * (line.ways ?? 1)) + 1;
  return { key: way > 1 ? `${line.id}.${way}` : line.id, ...(line.who && { who: line.who }) };
}

/**
 * Begins a scene.
 * @param seed any integer; it decides what is true of the student and how they are, the order of choices and the
 *   wording of lines, nothing else
 */
export function startScenario(scene: SceneGraph, seed: number): Run {
  const graph = inWorld(scene, worldOf(scene, seed));
  const place = beginning(graph);
  const lines = opening(graph, place).map((line) => spoken(seed, line));
  return { graph, seed, chosen: [], place, beats: [{ reply: [], opening: lines }] };
}

/**
 * Takes a choice.
 * @throws RangeError when the id is not on offer
 */
export function choose(run: Run, choiceId: string): Run {
  const option = choicesAt(run.graph, run.place).find(({ id }) => id === choiceId);
  if (!option)
    throw new RangeError(`"${choiceId}" is not on offer at the turn "${run.place.turn}".`);
  return take(run, option);
}

/** Takes a choice that is known to be on offer. */
export function take(run: Run, option: Option): Run {
  const choiceId = option.id;
  const step = stepBy(run.graph, run.place, option);
  const say = (line: GraphLine) => spoken(run.seed, line);
  const beat = {
    choice: choiceId,
    ...(step.thought && { thought: `${choiceId}.thought.${step.thought}` }),
    reply: step.reply.map(say),
    opening: step.opening.map(say),
  };
  return {
    ...run,
    chosen: [...run.chosen, choiceId],
    place: step.place,
    beats: [...run.beats, beat],
  };
}

/** What may be chosen now, shuffled from the seed; empty when the scene has ended. */
export const choicesShown = (run: Run): (GraphChoice | GraphRepair)[] =>
  shuffled(run.seed, run.place.turn, choicesAt(run.graph, run.place));

/**
 * Tells a run again.
 * @throws RangeError when one of the ids is not on offer where it stands
 */
export const replay = (graph: SceneGraph, seed: number, choices: readonly string[]): Run =>
  choices.reduce(choose, startScenario(graph, seed));

/** The run without its last choice; a run without choices stays as it is. */
export const goBackOne = (run: Run): Run => replay(run.graph, run.seed, run.chosen.slice(0, -1));

/** The run as it is kept in a record. */
export const runToChoice = ({ graph: { hash }, seed, chosen }: Run): string[] =>
  savedToChoice({ hash, seed, choices: chosen });

/**
 * Takes up a kept run. Each choice is a checkpoint: where an editor has changed the scene since, the run goes on at
 * the last choice that is still on offer.
 * @returns the run, and how many of its last choices the edit has taken away
 */
export function resume(
  graph: SceneGraph,
  kept: SavedRun,
): { run: Run; edited: boolean; lost: number } {
  let run = startScenario(graph, kept.seed);
  for (const id of kept.choices) {
    if (!choicesAt(run.graph, run.place).some((one) => one.id === id)) break;
    run = choose(run, id);
  }
  return {
    run,
    edited: kept.hash !== graph.hash,
    lost: kept.choices.length - run.chosen.length,
  };
}

/**
 * Keys of all that was said in a run, in order: a choice, the answer, a thought and the coach's note where there are
 * any, then how the next turn opens.
 */
export const linesOf = ({ beats }: Pick<Run, 'beats'>): string[] =>
  beats.flatMap(({ choice, thought, reply, opening }) => [
    ...(choice ? [choice] : []),
    ...reply.map(({ key }) => key),
    ...(choice ? [thought ?? `${choice}.thought`, `${choice}.coach`] : []),
    ...opening.map(({ key }) => key),
  ]);

/** How the scene has ended, or undefined while it goes on. */
export const ending = (run: Run) => run.graph.turns[run.place.turn]?.ends;
