import type {
  Effect,
  GraphChoice,
  GraphLine,
  GraphRepair,
  SceneGraph,
  Test,
} from './scenario-graph.ts';

/**
 * What a scene remembers, by name: `rapport` 0–5, `disclosed` 0–3, `listened` 0–2, flags, `erred` after a weak line, and
 * 1 under the id of every choice made that some condition asks for. A flag that was cleared again is 0, one that was never set is missing.
 */
export type Values = {
  readonly rapport: number;
  readonly disclosed: number;
  readonly listened: number;
  readonly advisedEarly?: number;
  readonly erred?: number;
  readonly withdrew?: number;
  readonly [name: string]: number | undefined;
};

/** Where a run stands, as far as it decides what can follow. */
export type ScenePlace = {
  readonly turn: string;
  readonly values: Values;
  /** The way back that is on offer, after a weak line. */
  readonly repair?: GraphRepair;
};

/** The highest value of each count; any other name is a flag. */
export const most: Readonly<Record<string, number>> = { rapport: 5, disclosed: 3, listened: 2 };

/** Tells whether all conditions hold. */
export const holds = (tests: readonly Test[] | undefined, values: Values): boolean =>
  tests === undefined ||
  tests.every(([name, least, limit]) => {
    const value = values[name] ?? 0;
    return value >= least && value <= limit;
  });

/** Gives the values after the effects; counts stay in their range, and advice that came too early stops the count of listening. */
export function after(effects: readonly Effect[], values: Values): Values {
  const next: { [name: string]: number | undefined } & Values = { ...values };
  for (const [name, by] of effects) {
    const limit = most[name];
    if (name === 'listened' && next.advisedEarly) continue;
    if (limit !== undefined) next[name] = Math.max(0, Math.min(limit, (next[name] ?? 0) + by));
    else if (by || next[name]) next[name] = by;
  }
  return next;
}

/** The first line that fits, if one does. */
export const firstThatFits = (lines: readonly GraphLine[], values: Values): GraphLine | undefined =>
  lines.find((line) => holds(line.when, values));

/** Where a scene begins. */
export const beginning = (graph: SceneGraph): ScenePlace => ({
  turn: graph.first,
  values: { ...graph.start, listened: 0 },
});

/** What a learner may choose: a line of the turn, or the way back. */
export type Option = GraphChoice | GraphRepair;

/** What may be chosen here, in the order of the file: the turn's choices whose conditions hold, then the way back. */
export function choicesAt(graph: SceneGraph, { turn, values, repair }: ScenePlace): Option[] {
  const own: Option[] = (graph.turns[turn]?.choices ?? []).filter((one) => holds(one.when, values));
  if (repair) own.push(repair);
  return own;
}

/** What came of a choice: the answer, the place that follows, and the lines with which it opens. */
export type Step = {
  readonly place: ScenePlace;
  /** Where another thought stands in place of the usual one: its number, from 2. */
  readonly thought?: number;
  readonly reply: readonly GraphLine[];
  readonly opening: readonly GraphLine[];
};

const oneOf = (line: GraphLine | undefined): GraphLine[] => (line ? [line] : []);

/** The lines with which a turn opens. */
export function opening(graph: SceneGraph, { turn, values }: ScenePlace): GraphLine[] {
  const { scene = [], meanwhile = [], says = [] } = graph.turns[turn] ?? {};
  return [scene, meanwhile, says].flatMap((lines) => oneOf(firstThatFits(lines, values)));
}

/** Takes one step, by an option that is on offer at this place. */
export function stepBy(graph: SceneGraph, place: ScenePlace, option: Option): Step {
  const values = after(option.effects, place.values);
  if ('of' in option) {
    const mended = graph.turns[place.turn]?.mended ?? [];
    const reply = firstThatFits(mended, values) ?? firstThatFits(option.reply, values);
    return { place: { turn: place.turn, values }, reply: oneOf(reply), opening: [] };
  }
  const reply = oneOf(firstThatFits(option.reply, values));
  const other = option.thoughts?.findIndex((tests) => holds(tests, values)) ?? -1;
  // Trust that has run out ends the talk once, whatever the choice would have led to.
  const withdraws = values.rapport === 0 && !values.withdrew;
  const open = option.next.find((one) => holds(one.when, values))?.to;
  const next: ScenePlace = {
    turn: withdraws ? graph.withdrawsTo : (open ?? graph.withdrawsTo),
    values: withdraws ? { ...values, withdrew: 1 } : values,
    ...(option.repair && { repair: option.repair }),
  };
  const opens = opening(graph, next);
  return { place: next, reply, opening: opens, ...(other >= 0 && { thought: other + 2 }) };
}
