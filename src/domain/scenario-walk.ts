import type { GraphChoice, GraphRepair, SceneGraph } from './scenario-graph.ts';
import {
  MISSING,
  type SlotOption,
  type Slots,
  type SlotTurn,
  sceneToSlots,
} from './scenario-slots.ts';
import type { ScenePlace, Values } from './scenario-state.ts';

/** A place of the walk: every way that leads to the same turn with the same memory is one place. */
export type Stop = {
  readonly turn: string;
  /** The turn with what is remembered there; spelt out when it is first asked for. */
  readonly place: ScenePlace;
  /** Its position among the stops of the walk. */
  readonly at: number;
  /** Where the walk first came here from, and by which choice; the beginning has none. */
  readonly from: Stop | undefined;
  readonly by: string;
  /** What may be chosen here and where it leads; empty at an ending. */
  readonly ways: readonly Way[];
  readonly isEnd: boolean;
};

/** A choice, and where it leads. */
export type Way = { readonly id: string; readonly to: Stop };

/** Ids of the choices by which the walk first came to a place. */
export const pathTo = ({ from, by }: Stop): string[] => (from ? [...pathTo(from), by] : []);

/** What walking a whole scene has shown. */
export type Walk = {
  /** Every place, those nearer to an ending first; the last is the beginning. */
  readonly stops: readonly Stop[];
  /** Turns that some run reaches. */
  readonly turns: ReadonlySet<string>;
  /** Choices that some run offers. */
  readonly offered: ReadonlySet<string>;
  /** Steps between turns that make a circle, each with the choices of one such run. */
  readonly loops: readonly TurnStep[];
  /** Steps after which it may be that nobody says anything: every line there has a condition. */
  readonly silences: readonly TurnStep[];
  /** Whether the walk was cut off at `MOST_PLACES`. */
  readonly isCut: boolean;
};

/** How a scene is walked. */
export type WalkOptions = {
  /** Flags and counts by which runs are told apart to the end, beyond those that conditions ahead ask for. */
  readonly keeping?: readonly string[];
  /** Whether a choice is taken; left out, every choice is. */
  readonly taking?: (choice: GraphChoice | GraphRepair) => boolean;
};

/** Places after which a walk is cut off. */
const MOST_PLACES = 100_000;

/**
 * For each turn, the names that can still matter for what leads where: those of conditions on choices and turns ahead, and
 * those to keep. What is said leads nowhere, so conditions on lines do not count.
 */
function namesAhead(graph: SceneGraph, keeping: readonly string[]): Map<string, string[]> {
  const ahead = aheadBefore.get(graph) ?? conditionsAhead(graph);
  aheadBefore.set(graph, ahead);
  return new Map(
    [...ahead].map(([turn, names]) => [
      turn,
      closed(['rapport', 'withdrew', ...keeping, ...names]),
    ]),
  );
}

/** Names, each once, with what decides how they change: advice that came early stops the count of listening. */
export const closed = (names: readonly string[]): string[] => [
  ...new Set(names.includes('listened') ? [...names, 'advisedEarly'] : names),
];

const aheadBefore = new WeakMap<SceneGraph, ReadonlyMap<string, ReadonlySet<string>>>();

/** For each turn, the names of conditions on choices and turns there and ahead. */
function conditionsAhead(graph: SceneGraph): Map<string, Set<string>> {
  const turns = Object.entries(graph.turns).map(([turn, { choices }]) => ({
    turn,
    asked: choices
      .flatMap(({ when, next }) => [when, ...next.map((one) => one.when)])
      .flatMap((tests) => tests?.map(([name]) => name) ?? []),
    next: new Set([graph.withdrawsTo, ...choices.flatMap(({ next }) => next.map(({ to }) => to))]),
  }));
  const ahead = new Map(turns.map(({ turn, asked }) => [turn, new Set(asked)]));
  // Most ways lead down the file, so that from its end one or two rounds are enough.
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const { turn, next } of [...turns].reverse()) {
      const own = ahead.get(turn) ?? new Set();
      const before = own.size;
      for (const to of next) for (const name of ahead.get(to) ?? []) own.add(name);
      if (own.size > before) isNew = true;
    }
  }
  return ahead;
}

/** The names that matter at a turn, their slots, and the stops there, by the way back on offer and by what the slots hold. */
interface Frame {
  readonly names: readonly string[];
  readonly slots: readonly number[];
  readonly stops: Map<string | undefined, Map<number | string, Stop>>;
  /** The turns to which a step from here was found. */
  readonly after: Set<SlotTurn>;
}

/** Most names whose values fit into one number of seven digits to the base, exactly. */
const MOST_IN_NUMBER = 18;

/** One key for all that these slots hold. A number is many times faster to look up than a text. */
function slotsToKey(slots: Slots, some: readonly number[]): number | string {
  if (some.length > MOST_IN_NUMBER) return some.map((slot) => slots[slot]).join(' ');
  let key = 0;
  for (const slot of some) key = key * 7 + (slots[slot] ?? MISSING);
  return key;
}

/** The values that a key stands for, by name. */
function keyToValues(key: number | string, names: readonly string[]): Values {
  const digits =
    typeof key === 'string' ? key.split(' ') : key.toString(7).padStart(names.length, '0');
  const values = names.map((name, at) => [name, Number(digits[at])] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== MISSING)) as unknown as Values;
}

/** A stop whose place is spelt out only where somebody asks for it, since a walk has very many. */
class WalkedStop implements Stop {
  at = -1;
  readonly turn: string;
  readonly ways: Way[] = [];
  readonly from: Stop | undefined;
  readonly by: string;
  readonly isEnd: boolean;
  readonly #key: number | string;
  readonly #names: readonly string[];
  readonly #repair: GraphRepair | undefined;
  #place: ScenePlace | undefined;
  constructor(
    { id, isEnd }: SlotTurn,
    { names }: Frame,
    key: number | string,
    came: { from: Stop | undefined; by: string; repair: SlotOption | undefined },
  ) {
    this.from = came.from;
    this.by = came.by;
    this.isEnd = isEnd;
    this.turn = id;
    this.#key = key;
    this.#names = names;
    this.#repair = came.repair?.option as GraphRepair | undefined;
  }
  get place(): ScenePlace {
    this.#place ??= {
      turn: this.turn,
      values: keyToValues(this.#key, this.#names),
      ...(this.#repair && { repair: this.#repair }),
    };
    return this.#place;
  }
}

// A scene never changes, and several rules walk it with the same names.
const walkedBefore = new WeakMap<SceneGraph, Map<string, Walk>>();

/**
 * Walks a scene along every choice, merging runs that stand at the same turn and remember the same.
 * Only names that still matter are carried along, so places hold no others.
 */
export function walkScene(graph: SceneGraph, options: WalkOptions = {}): Walk {
  const ahead = namesAhead(graph, options.keeping ?? []);
  if (options.taking) return walk(graph, ahead, options);
  const known = walkedBefore.get(graph) ?? new Map<string, Walk>();
  walkedBefore.set(graph, known);
  const key = [...ahead.values()].map((names) => names.toSorted().join()).join(' ');
  const walked = known.get(key) ?? walk(graph, ahead, options);
  known.set(key, walked);
  return walked;
}

function walk(
  graph: SceneGraph,
  ahead: ReadonlyMap<string, string[]>,
  { taking }: WalkOptions,
): Walk {
  const scene = sceneToSlots(graph, [...ahead.values()].flat());
  const frames = new Map(
    [...ahead].map(([turn, names]): [string, Frame] => [
      turn,
      {
        names,
        slots: names.map((name) => scene.names.indexOf(name)),
        stops: new Map(),
        after: new Set(),
      },
    ]),
  );
  const blank = scene.names.map(() => MISSING);
  const stops: Stop[] = [];
  let count = 0;
  const offered = new Set<string>();
  const steps: TurnStep[] = [];
  const silences: TurnStep[] = [];
  const visit = (
    turn: SlotTurn,
    full: Slots,
    repair: SlotOption | undefined,
    from: Stop | undefined,
    by: string,
  ): Stop => {
    const frame = frames.get(turn.id) as Frame;
    let same = frame.stops.get(repair?.id);
    if (!same) {
      same = new Map();
      frame.stops.set(repair?.id, same);
    }
    const key = slotsToKey(full, frame.slots);
    const before = same.get(key);
    if (before) return before;
    const slots = blank.slice();
    for (const slot of frame.slots) slots[slot] = full[slot] ?? MISSING;
    const stop = new WalkedStop(turn, frame, key, { from, by, repair });
    same.set(key, stop);
    count += 1;
    const shown = count > MOST_PLACES ? [] : scene.choicesAt(turn, slots, repair);
    for (const choice of taking ? shown.filter(({ option }) => taking(option)) : shown) {
      const next = scene.step(turn, slots, choice);
      const { option } = choice;
      offered.add(choice.id);
      if ('move' in option) {
        const isNew = !frame.after.has(next.turn);
        const isSilent = !speaks(graph, option, next.turn.id);
        if (isNew || isSilent) {
          const step = { from: turn.id, to: next.turn.id, path: [...pathTo(stop), choice.id] };
          if (isNew) steps.push(step);
          if (isSilent) silences.push(step);
          frame.after.add(next.turn);
        }
      }
      stop.ways.push({
        id: choice.id,
        to: visit(next.turn, next.slots, next.repair, stop, choice.id),
      });
    }
    stop.at = stops.push(stop) - 1;
    return stop;
  };
  visit(scene.first, scene.start, undefined, undefined, '');
  const turns = new Set([graph.first, ...steps.map(({ to }) => to)]);
  const loops = loopsAmong(steps);
  return { stops, turns, offered, loops, silences, isCut: count > MOST_PLACES };
}

/** Whether something is surely said between a choice and the next one: some row of lines there always has one that fits. */
function speaks({ turns }: SceneGraph, { reply }: GraphChoice, to: string): boolean {
  const { scene = [], says = [] } = turns[to] ?? {};
  return [reply, scene, says].some((lines) => lines.some(({ when }) => !when));
}

/** A step from one turn to another, and the choices of one run that takes it. */
export type TurnStep = {
  readonly from: string;
  readonly to: string;
  readonly path: readonly string[];
};

/** The steps to a turn from which one can come back to where they started; one for each pair of turns. */
function loopsAmong(steps: readonly TurnStep[]): TurnStep[] {
  const after = new Map<string, Set<string>>();
  for (const { from, to } of steps) after.set(from, (after.get(from) ?? new Set()).add(to));
  const reaches = (from: string, goal: string, tried = new Set<string>()): boolean =>
    from === goal ||
    [...(after.get(from) ?? [])].some(
      (turn) => !tried.has(turn) && reaches(turn, goal, tried.add(turn)),
    );
  return steps.filter(({ from, to }) => reaches(to, from));
}

/**
 * Finds, for every place, the best that can still come of it.
 * @param worthOf what an ending is worth
 * @param costOf what a choice costs on the way, by id
 * @returns ids of the choices of a best run from the beginning; of equal ones the first in the file
 */
export function bestRun(
  walk: Walk,
  worthOf: (place: ScenePlace) => number,
  costOf: (id: string) => number,
): string[] {
  const best = new Map<Stop, { worth: number; id?: string; to?: Stop }>();
  for (const stop of walk.stops) {
    let found: { worth: number; id?: string; to?: Stop } = {
      worth: stop.isEnd ? worthOf(stop.place) : Number.NEGATIVE_INFINITY,
    };
    for (const { id, to } of stop.ways) {
      const worth = (best.get(to)?.worth ?? Number.NEGATIVE_INFINITY) - costOf(id);
      if (worth > found.worth) found = { worth, id, to };
    }
    best.set(stop, found);
  }
  const ids: string[] = [];
  for (let at = best.get(walk.stops.at(-1) as Stop); at?.id && at.to; at = best.get(at.to))
    ids.push(at.id);
  return ids;
}
