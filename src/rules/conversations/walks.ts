import type { SceneGraph } from '../../domain/scenario-graph.ts';
import { neverShown } from '../../domain/scenario-variety.ts';
import { pathTo, type Walk, walkScene } from '../../domain/scenario-walk.ts';
import { found, type Problem } from '../problem.ts';
import { endingProblems } from './endings.ts';
import type { Scene } from './reading.ts';

/** Fewest and most choices on offer, the way back not counted. */
const OFFERED = { least: 2, most: 4 } as const;

/**
 * Walks every run of a scene: all is reached, nothing is a dead end, and what the debrief asks can be met and missed.
 * @param whole the scene before anything is drawn
 * @param worlds the scene in each world of its own shape
 */
export function walkProblems(
  scene: Scene,
  whole: SceneGraph,
  worlds: readonly SceneGraph[],
): Problem[] {
  const walks = worlds.map((graph) => ({ graph, walk: walkScene(graph) }));
  for (const { graph, walk } of walks) {
    const problems = worldProblems(scene, graph, walk);
    if (problems.length > 0) return problems;
  }
  const turns = new Set(walks.flatMap(({ walk }) => [...walk.turns]));
  const offered = new Set(walks.flatMap(({ walk }) => [...walk.offered]));
  return [
    ...turnProblems(scene, whole, turns),
    ...lineProblems(scene, whole, offered, turns),
    ...weakProblems(scene, whole),
    ...endingProblems(scene, whole, turns),
  ];
}

/** What must be so in each world by itself: no circle, no silence, two to four choices. */
function worldProblems(scene: Scene, graph: SceneGraph, walk: Walk): Problem[] {
  const { file, lineAt } = scene;
  const turnLine = (turn: string) => lineAt('turns', turn);
  if (walk.isCut)
    return found({
      ...{ file, line: lineAt('turns'), value: scene.id },
      message: 'This scene has more runs than can be walked.',
      instead: 'Ask for fewer different things in “when”, or take a turn out.',
      why: 'Only a scene that has been walked along every run is known to have no dead end.',
    });
  const order = Object.keys(graph.turns);
  // Of the steps that make a circle, the one that leads back is the one to mend.
  const back = walk.loops.filter(({ from, to }) => order.indexOf(to) <= order.indexOf(from));
  const loops = back.map(({ to, path }) => ({
    ...{ file, line: turnLine(to), value: to },
    message: `${along(path)}the scene comes back to “${to}”.`,
    instead: `Lead ${path.at(-1)} to a later turn.`,
    why: 'A talk moves on; a circle would let a learner go round for ever.',
  }));
  if (loops.length > 0) return loops;
  return [
    ...walk.silences.slice(0, 1).map(({ to, path }) => ({
      ...{ file, line: turnLine(to), value: path.at(-1) ?? '' },
      message: `${along(path)}nobody says anything.`,
      instead: 'Give the choice a “reply”, or the turn a last line without “when”.',
      why: 'A learner would not know what their line did.',
    })),
    ...offerProblems(scene, graph, walk.stops),
  ];
}

const along = (path: readonly string[]) =>
  path.length > 0 ? `After ${path.join(', ')} ` : 'At the beginning ';

function turnProblems(
  { file, lineAt }: Scene,
  graph: SceneGraph,
  reached: ReadonlySet<string>,
): Problem[] {
  return Object.keys(graph.turns)
    .filter((turn) => !reached.has(turn))
    .map((turn) => ({
      ...{ file, line: lineAt('turns', turn), value: turn },
      message: `No run comes to the turn “${turn}”.`,
      instead: `Lead a choice to it with next: ${turn}, or take the turn out.`,
      why: 'What nobody can reach is not practised.',
    }));
}

function lineProblems(
  { file, scenario, lineAt }: Scene,
  graph: SceneGraph,
  offered: ReadonlySet<string>,
  reached: ReadonlySet<string>,
): Problem[] {
  const never = new Set(neverShown(graph));
  const shown = { has: (id: string) => !never.has(id) };
  const problem = (seen: Pick<Set<string>, 'has'>, id: string, ...path: (string | number)[]) =>
    found(
      !seen.has(id) && {
        ...{ file, line: lineAt(...path, id.includes('.') ? 'when' : 'id'), value: id },
        message: `No run ever shows “${id}”.`,
        instead: 'Loosen its “when”, put it before a line that always fits, or take it out.',
        why: 'What nobody can see is not practised, and nobody would notice a mistake in it.',
      },
    );
  return Object.entries(scenario.turns).flatMap(([turn, one]) => {
    if (!reached.has(turn)) return [];
    return [
      ...(['scene', 'meanwhile', 'says', 'mended'] as const).flatMap((row) =>
        (one[row] ?? []).flatMap(({ id }, i) => problem(shown, id, 'turns', turn, row, i)),
      ),
      ...(one.choices ?? []).flatMap(({ id, reply = [], thoughts = [], repair, next }, i) => {
        const at = ['turns', turn, 'choices', i];
        // A repair that an ending cuts off is a problem of its own.
        const isCutOff = graph.turns[next]?.ends !== undefined;
        return [
          ...problem(offered, id, ...at),
          ...reply.flatMap((line, n) => problem(shown, line.id, ...at, 'reply', n)),
          ...thoughts.flatMap((_, n) =>
            problem(shown, `${id}.thought.${n + 2}`, ...at, 'thoughts', n),
          ),
          ...(repair && !isCutOff ? problem(offered, repair.id, ...at, 'repair') : []),
        ];
      }),
    ];
  });
}

function offerProblems(
  { file, lineAt }: Scene,
  graph: SceneGraph,
  stops: ReturnType<typeof walkScene>['stops'],
): Problem[] {
  const reported = new Set<string>();
  const own = new Set(
    Object.values(graph.turns).flatMap(({ choices }) => choices.map(({ id }) => id)),
  );
  return stops.flatMap((stop) => {
    const { turn, isEnd, ways } = stop;
    if (isEnd || reported.has(turn)) return [];
    const count = ways.filter(({ id }) => own.has(id)).length;
    if (count >= OFFERED.least && count <= OFFERED.most) return [];
    reported.add(turn);
    return {
      ...{ file, line: lineAt('turns', turn, 'choices'), value: turn },
      message: `${along(pathTo(stop))}the turn “${turn}” offers ${count} ${count === 1 ? 'choice' : 'choices'}, the way back not counted.`,
      instead: `Change “when” of its choices so that ${OFFERED.least} to ${OFFERED.most} are offered there.`,
      why: 'One choice is none, and more than four do not fit on a small screen.',
    };
  });
}

/** After a weak line comes a turn in which it can be taken back. */
function weakProblems({ file, lineAt }: Scene, graph: SceneGraph): Problem[] {
  return Object.entries(graph.turns).flatMap(([turn, { choices }]) =>
    choices.flatMap(({ id, repair, next }, i) =>
      next
        .filter(({ to }) => repair && graph.turns[to]?.ends)
        .map(({ to }) => ({
          ...{ file, line: lineAt('turns', turn, 'choices', i, 'next'), value: to },
          message: `The weak choice “${id}” leads to the ending “${to}”, so its way back “${repair?.id}” is never offered.`,
          instead: 'Lead it to a turn with choices, or keep weak lines out of the last turn.',
          why: 'After every weak line the learner can come back.',
        })),
    ),
  );
}
