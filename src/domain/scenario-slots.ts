import type {
  Effect,
  GraphChoice,
  GraphLine,
  GraphRepair,
  GraphTurn,
  SceneGraph,
  Test,
} from './scenario-graph.ts';
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

/** A line with its conditions. */
export interface SlotLine {
  readonly id: string;
  readonly when: readonly SlotTest[];
}

/** A choice or a way back, with where it may lead. */
export interface SlotOption {
  readonly id: string;
  readonly option: GraphChoice | GraphRepair;
  readonly isRepair: boolean;
  readonly when: readonly SlotTest[];
  readonly effects: readonly SlotEffect[];
  readonly reply: readonly SlotLine[];
  readonly next: readonly { readonly to: SlotTurn; readonly when: readonly SlotTest[] }[];
  readonly repair: SlotOption | undefined;
}

/** A turn with the slots of its names. */
export interface SlotTurn {
  readonly id: string;
  readonly scene: readonly SlotLine[];
  readonly says: readonly SlotLine[];
  readonly mended: readonly SlotLine[];
  choices: readonly SlotOption[];
  readonly isEnd: boolean;
}

/** Where a step leads, and the lines that it shows. */
export interface SlotStep {
  readonly turn: SlotTurn;
  readonly slots: Slots;
  readonly repair: SlotOption | undefined;
  readonly lines: readonly SlotLine[];
}

/** A scene made ready for walking. */
export interface SlotScene {
  /** The name of each slot. */
  readonly names: readonly string[];
  readonly first: SlotTurn;
  /** The slots at the beginning. */
  readonly start: Slots;
  /** What may be chosen at a turn, in the order of the file; the way back last. */
  choicesAt(turn: SlotTurn, slots: Slots, repair: SlotOption | undefined): SlotOption[];
  /** The lines with which a turn opens. */
  opening(turn: SlotTurn, slots: Slots): SlotLine[];
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
  const line = ({ id, when }: GraphLine): SlotLine => ({ id, when: tests(when) });
  const repairs = new Map<GraphRepair, SlotOption>();
  const repair = (one: GraphRepair): SlotOption => {
    const made = repairs.get(one) ?? {
      ...{ id: one.id, option: one, isRepair: true, when: [], next: [], repair: undefined },
      ...{ effects: one.effects.map(effect), reply: one.reply.map(line) },
    };
    repairs.set(one, made);
    return made;
  };
  const turn = (id: string, one: GraphTurn): SlotTurn => ({
    ...{ id, choices: [], isEnd: one.ends !== undefined },
    ...{ scene: one.scene.map(line), says: one.says.map(line), mended: one.mended.map(line) },
  });
  const turns = new Map(Object.entries(graph.turns).map(([id, one]) => [id, turn(id, one)]));
  const turnAt = (id: string): SlotTurn => {
    const found = turns.get(id);
    if (!found) throw new Error(`The scene has no turn “${id}”.`);
    return found;
  };
  const choice = (one: GraphChoice): SlotOption => ({
    ...{ id: one.id, option: one, isRepair: false, when: tests(one.when) },
    ...{ effects: one.effects.map(effect), reply: one.reply.map(line) },
    next: one.next.map(({ to, when }) => ({ to: turnAt(to), when: tests(when) })),
    repair: one.repair && repair(one.repair),
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
    opening,
    step(turn, before, option) {
      const slots = after(option.effects, before);
      const lines: SlotLine[] = [];
      if (option.isRepair) {
        if (!addFirst(lines, turn.mended, slots)) addFirst(lines, option.reply, slots);
        return { turn, slots, repair: undefined, lines };
      }
      addFirst(lines, option.reply, slots);
      const withdraws = slots[RAPPORT] === 0 && valueAt(slots, WITHDREW) === 0;
      const open = option.next.find(({ when }) => holds(when, slots))?.to;
      const to = withdraws ? withdrawsTo : (open ?? withdrawsTo);
      if (withdraws) slots[WITHDREW] = 1;
      addFirst(lines, to.scene, slots);
      addFirst(lines, to.says, slots);
      return { turn: to, slots, repair: option.repair, lines };
    },
  };
}

function opening({ scene, says }: SlotTurn, slots: Slots): SlotLine[] {
  const lines: SlotLine[] = [];
  addFirst(lines, scene, slots);
  addFirst(lines, says, slots);
  return lines;
}

/** Adds the first line that fits, if one does; tells whether one did. */
function addFirst(to: SlotLine[], lines: readonly SlotLine[], slots: Slots): boolean {
  for (const line of lines) {
    if (holds(line.when, slots)) return to.push(line) > 0;
  }
  return false;
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
