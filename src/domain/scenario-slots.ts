import type { Effect, GraphChoice, GraphRepair, SceneGraph, Test } from './scenario-graph.ts';
import { beginning, most } from './scenario-state.ts';

/**
 * The values of a run as a list with one slot for each name: what `scenario-state` does with names, many times faster, for
 * a walk that takes every run of a scene. A test holds both to the same answers.
 */
export type Slots = readonly number[];

/** What a slot holds whose value was never set; no value is as high. */
export const MISSING = 6;

type SlotTest = readonly [slot: number, least: number, most: number];
type SlotEffect = readonly [slot: number, by: number, most: number | undefined];

/** A choice or a way back, with where it may lead. */
export interface SlotOption {
  readonly id: string;
  readonly option: GraphChoice | GraphRepair;
  readonly when: readonly SlotTest[];
  readonly effects: readonly SlotEffect[];
  readonly next: readonly { readonly to: SlotTurn; readonly when: readonly SlotTest[] }[];
  readonly repair: SlotOption | undefined;
}

/** A turn with its choices, in the order of the file. */
export interface SlotTurn {
  readonly id: string;
  choices: readonly SlotOption[];
  readonly isEnd: boolean;
}

/** Where a step leads, and the way back that is on offer there. */
export interface SlotStep {
  readonly turn: SlotTurn;
  readonly slots: Slots;
  readonly repair: SlotOption | undefined;
}

/** A scene made ready for walking; what is said leads nowhere, and is left out. */
export interface SlotScene {
  /** The name of each slot. */
  readonly names: readonly string[];
  readonly first: SlotTurn;
  /** The slots at the beginning. */
  readonly start: Slots;
  /** What may be chosen at a turn, in the order of the file; the way back last. */
  choicesAt(turn: SlotTurn, slots: Slots, repair: SlotOption | undefined): SlotOption[];
  /** Takes a choice that is on offer. */
  step(turn: SlotTurn, slots: Slots, option: SlotOption): SlotStep;
}

const RAPPORT = 0;
const LISTENED = 1;
const ADVISED_EARLY = 2;
const WITHDREW = 3;
/** Names that the steps of every scene look at, in the order of their slots. */
const FIRST = ['rapport', 'listened', 'advisedEarly', 'withdrew'];

/** Makes a scene ready for walking; `names` are those that a walk may ask for besides the scene's own. */
export function sceneToSlots(graph: SceneGraph, names: readonly string[]): SlotScene {
  const slotOf = new Map<string, number>();
  const slot = (name: string) => {
    const known = slotOf.get(name) ?? slotOf.size;
    slotOf.set(name, known);
    return known;
  };
  for (const name of [...FIRST, ...names]) slot(name);
  const test = ([name, least, limit]: Test): SlotTest => [slot(name), least, limit];
  const tests = (some: readonly Test[] | undefined) => (some ?? []).map(test);
  const effect = ([name, by]: Effect): SlotEffect => [slot(name), by, most[name]];
  const repairs = new Map<GraphRepair, SlotOption>();
  const repair = (option: GraphRepair): SlotOption => {
    const effects = option.effects.map(effect);
    const made = { id: option.id, option, effects, when: [], next: [], repair: undefined };
    const known = repairs.get(option) ?? made;
    repairs.set(option, known);
    return known;
  };
  const turns = new Map(
    Object.entries(graph.turns).map(([id, { ends }]): [string, SlotTurn] => [
      id,
      { id, choices: [], isEnd: ends !== undefined },
    ]),
  );
  const turnAt = (id: string): SlotTurn => {
    const found = turns.get(id);
    if (!found) throw new Error(`The scene has no turn “${id}”.`);
    return found;
  };
  const choice = (option: GraphChoice): SlotOption => ({
    ...{ id: option.id, option, when: tests(option.when), effects: option.effects.map(effect) },
    next: option.next.map(({ to, when }) => ({ to: turnAt(to), when: tests(when) })),
    repair: option.repair && repair(option.repair),
  });
  for (const [id, one] of Object.entries(graph.turns)) turnAt(id).choices = one.choices.map(choice);
  const withdrawsTo = turnAt(graph.withdrawsTo);
  const { values } = beginning(graph);
  for (const name of Object.keys(values)) slot(name);
  return {
    ...{ names: [...slotOf.keys()], first: turnAt(graph.first) },
    start: [...slotOf.keys()].map((name) => values[name] ?? MISSING),
    choicesAt(at, slots, back) {
      const own = at.choices.filter(({ when }) => holds(when, slots));
      return back ? [...own, back] : own;
    },
    step(turn, before, { option, effects, next, repair: back }) {
      const slots = after(effects, before);
      if ('of' in option) return { turn, slots, repair: undefined };
      const withdraws = slots[RAPPORT] === 0 && valueAt(slots, WITHDREW) === 0;
      const open = next.find(({ when }) => holds(when, slots))?.to;
      if (withdraws) slots[WITHDREW] = 1;
      return { turn: withdraws ? withdrawsTo : (open ?? withdrawsTo), slots, repair: back };
    },
  };
}

const valueAt = (slots: Slots, slot: number): number => {
  const value = slots[slot] ?? MISSING;
  return value === MISSING ? 0 : value;
};

function holds(tests: readonly SlotTest[], slots: Slots): boolean {
  for (const [slot, least, limit] of tests) {
    const value = valueAt(slots, slot);
    if (value < least || value > limit) return false;
  }
  return true;
}

function after(effects: readonly SlotEffect[], slots: Slots): number[] {
  const next = slots.slice();
  for (const [slot, by, limit] of effects) {
    if (slot === LISTENED && valueAt(next, ADVISED_EARLY)) continue;
    if (limit !== undefined) next[slot] = Math.max(0, Math.min(limit, valueAt(next, slot) + by));
    else if (by || valueAt(next, slot)) next[slot] = by;
  }
  return next;
}
