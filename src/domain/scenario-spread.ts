import type { GraphChoice, GraphRepair, SceneGraph } from './scenario-graph.ts';
import { after as afterEffects, beginning, type Values } from './scenario-state.ts';
import { closed, type Stop, type Walk, walkScene } from './scenario-walk.ts';

/** A way of choosing: gives each way from a place its share; shares add up to 1. */
export type Habit = (stop: Stop) => readonly number[];

/** Chooses without looking. */
export const atRandom: Habit = ({ ways }) => ways.map(() => 1 / ways.length);

/** A combination of what some names hold, with the share of all runs that bring it to a stop. */
export type Held = readonly [values: Values, share: number];

/** Every choice and way back of a scene by its id. */
export const optionsOf = ({ turns }: SceneGraph): Map<string, GraphChoice | GraphRepair> =>
  new Map(
    Object.values(turns)
      .flatMap(({ choices }) => choices)
      .flatMap((choice) => (choice.repair ? [choice, choice.repair] : [choice]))
      .map((option) => [option.id, option]),
  );

/**
 * Follows some names along every run of a scene. Where they decide nothing of what leads where, this takes a small part of
 * the time of a walk that tells runs apart by them.
 * @param graph the scene; its choices may set more names than the graph of the walk, none of which a condition asks for
 * @param names what is followed; anything else is missing in the answer
 * @returns what may be held at a stop of the walk
 */
export function spreadOf(
  graph: SceneGraph,
  names: readonly string[],
  habit: Habit = atRandom,
  { stops }: Walk = walkScene(graph),
): (stop: Stop) => Held[] {
  const followed = closed(names);
  // A student withdraws by the walk, not by what was chosen.
  const isWithdrawalAsked = names.includes('withdrew');
  // Each combination has a number, under which its share stands at each stop, and what follows it at each option.
  const known: Values[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (values: Values): number => {
    const held = followed.map((name) => [name, values[name]] as const);
    const key = held.map(([, value]) => value).join();
    const number =
      numbers.get(key) ?? known.push(Object.fromEntries(held) as unknown as Values) - 1;
    numbers.set(key, number);
    return number;
  };
  const steps = new Map(
    [...optionsOf(graph)].map(([id, { effects }]) => {
      const [staying, withdrawing]: [number[], number[]] = [[], []];
      return [id, { effects, staying, withdrawing }] as const;
    }),
  );
  const shares = stops.map((): number[] => []);
  shares.at(-1)?.splice(numberOf(beginning(graph).values), 0, 1);
  for (const stop of stops.toReversed()) {
    const here = shares[stop.at] ?? [];
    const chances = habit(stop);
    for (const [nth, { id, to }] of stop.ways.entries()) {
      const chance = chances[nth] ?? 0;
      const step = steps.get(id);
      const there = shares[to.at];
      if (chance === 0 || !step || !there) continue;
      const withdraws = isWithdrawalAsked && Boolean(to.place.values.withdrew);
      const after = withdraws ? step.withdrawing : step.staying;
      for (let number = 0; number < here.length; number += 1) {
        const share = here[number];
        if (share === undefined) continue;
        let next = after[number];
        if (next === undefined) {
          const left = afterEffects(step.effects, known[number] as Values);
          next = numberOf(withdraws ? { ...left, withdrew: 1 } : left);
          after[number] = next;
        }
        there[next] = (there[next] ?? 0) + share * chance;
      }
    }
  }
  return ({ at }) =>
    (shares[at] ?? []).flatMap((share, number): Held[] => [[known[number] as Values, share]]);
}
