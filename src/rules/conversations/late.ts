import { truthIn } from '../../domain/scenario-debrief.ts';
import type { GraphChoice, GraphRepair, SceneGraph } from '../../domain/scenario-graph.ts';
import { optionsOf } from '../../domain/scenario-spread.ts';
import { pathTo, type Stop, walkScene } from '../../domain/scenario-walk.ts';
import type { Problem } from '../problem.ts';
import type { Scene } from './reading.ts';

/** What a call with somebody who helps sets, and what an answer to the question sets. */
const CALLED = ['calledTogether', 'emergencyRung'] as const;
const ASKED = ['asked', 'tonightAsked'] as const;

const WHY =
  'A question that is asked late is answered all the same; nobody says “yes, tonight” and is wished a good night.';

/**
 * In a world where danger is current, a question that is asked late still leads to the call: after it every way on offers a
 * strong line that rings somebody, and whoever goes on with strong lines alone has rung at the end. Runs on which the
 * student draws back have their own end outside the door.
 */
export function lateProblems(scene: Scene, graph: SceneGraph): Problem[] {
  if (!graph.truths || truthIn(graph) !== 'danger') return [];
  const { stops } = walkScene(graph, { keeping: [...ASKED, ...CALLED] });
  const options = optionsOf(graph);
  const { offered, rung } = prospectsOf(stops, options);
  const answers = stops.flatMap((stop) =>
    stop.ways
      .filter(({ id, to }) => isAnswered(stop, to) && !calls(options.get(id)))
      .map(({ id, to }) => ({ id, to, path: [...pathTo(stop), id] })),
  );
  const unoffered = answers.find(({ to }) => !offered.has(to));
  const unrung = answers.find(({ to }) => !rung.has(to));
  return [
    ...(unoffered ? [offerProblem(scene, graph, unoffered)] : []),
    ...(unrung && !unoffered ? [endProblem(scene, graph, unrung.path, unrung.to, rung)] : []),
  ];
}

type Options = ReadonlyMap<string, GraphChoice | GraphRepair>;

const calls = (option: GraphChoice | GraphRepair | undefined) =>
  option?.effects.some(([name, by]) => by > 0 && CALLED.some((called) => called === name)) ?? false;

const isStrong = (option: GraphChoice | GraphRepair | undefined) =>
  option !== undefined && 'quality' in option && option.quality === 'strong';

/** Whether a step is the one at which the student has answered, and still talks; emergency help that was rung is on its way. */
const isAnswered = ({ place: { values: before } }: Stop, { place: { values } }: Stop) =>
  !values.withdrew &&
  !values['emergencyRung'] &&
  ASKED.some((name) => values[name] && !before[name]);

/** The strong ways on from a stop, all ways where none is strong. */
function strongWays({ ways }: Stop, options: Options) {
  const strong = ways.filter(({ id }) => isStrong(options.get(id)));
  return strong.length > 0 ? strong : ways;
}

/** The stops from which every way on offers a call, and those from which strong lines alone end with one made. */
function prospectsOf(stops: readonly Stop[], options: Options) {
  const offered = new Set<Stop>();
  const rung = new Set<Stop>();
  // Those nearer to an ending come first.
  for (const stop of stops) {
    const { isEnd, ways, place } = stop;
    const offers = ways.some(({ id }) => isStrong(options.get(id)) && calls(options.get(id)));
    if (!isEnd && (offers || ways.every(({ to }) => offered.has(to)))) offered.add(stop);
    const isRung = isEnd
      ? CALLED.some((name) => place.values[name])
      : strongWays(stop, options).every(({ to }) => rung.has(to));
    if (isRung) rung.add(stop);
  }
  return { offered, rung };
}

/** The turn in which a choice stands, and its place there. */
function placeIn(graph: SceneGraph, id: string): (string | number)[] {
  const found = Object.entries(graph.turns).flatMap(([turn, { choices }]) =>
    choices.flatMap((choice, index) =>
      choice.id === id || choice.repair?.id === id ? [['turns', turn, 'choices', index]] : [],
    ),
  );
  return found[0] ?? ['turns'];
}

function offerProblem(
  { file, lineAt }: Scene,
  graph: SceneGraph,
  { id, path }: { id: string; path: readonly string[] },
): Problem {
  return {
    ...{ file, line: lineAt(...placeIn(graph, id)), value: id },
    message: `With ${path.join(', ')} the student has said yes while danger is current, and the run may end without another offer to ring somebody.`,
    instead: `Lead “${id}” to one more turn with a strong choice of the move ring-emergency, or hand-over with when: secondAdult, meansSpoken.`,
    why: WHY,
  };
}

function endProblem(
  { file, lineAt }: Scene,
  graph: SceneGraph,
  path: readonly string[],
  to: Stop,
  rung: ReadonlySet<Stop>,
): Problem {
  const options = optionsOf(graph);
  const rest: string[] = [];
  for (let stop = to; !stop.isEnd; ) {
    const way = strongWays(stop, options).find((one) => !rung.has(one.to));
    if (!way) break;
    rest.push(way.id);
    stop = way.to;
  }
  const last = rest.at(-1) ?? path.at(-1) ?? '';
  return {
    ...{ file, line: lineAt(...placeIn(graph, last)), value: last },
    message: `With ${path.join(', ')} the student has said yes while danger is current; then the strong lines ${rest.join(', ')} follow, and the run ends with nobody rung.`,
    instead: `Offer “${last}” only with when: calledTogether, and to the other runs a fair line in its place.`,
    why: WHY,
  };
}
