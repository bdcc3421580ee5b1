import type { Truth } from '../schema/scenario.ts';
import { callPassed } from './call.ts';
import { placeOf, resumeCases } from './cases.ts';
import type { Deck } from './cases-deck.ts';
import { casesPassed } from './cases-result.ts';
import { type Drill, resumeDrill, stageOf } from './drill.ts';
import { hasFinished, latest, type Standings, standings } from './outcome.ts';
import type { Progress } from './progress.ts';
import { choiceToSaved, ending, resume } from './scenario.ts';
import { debrief, type Finding } from './scenario-debrief.ts';
import type { SceneGraph } from './scenario-graph.ts';
import { truths } from './scenario-world.ts';

/** A practice of the last door, as the page names it. */
export type Practice = { id: string; address: string; text: string };
export type Scene = Practice & { role: string; graph: SceneGraph };
export type Round = Practice & { deck: Deck };
export type Call = Practice & { drill: Drill };

/** All practices of the last door: unseen conversations of every role, the last round of cases, the last call. */
export interface LastDoor {
  readonly scenes: readonly Scene[];
  readonly rounds: readonly Round[];
  readonly calls: readonly Call[];
}

/** The practices of the last door that a learner takes: conversations are for one role each. */
export const lastDoorFor = (door: LastDoor, role: string | undefined): LastDoor => ({
  ...door,
  scenes: door.scenes.filter((scene) => !role || scene.role === role),
});

/** Of all kept runs of some practices the one that came to its end last. */
function last<One extends Practice, Run>(
  practices: readonly One[],
  { runs }: Progress,
  read: (practice: One, choice: readonly string[]) => Run | undefined,
) {
  const ended = practices.flatMap((practice) =>
    (runs[practice.id] ?? []).flatMap(({ choice, at, try: nth }) => {
      const run = read(practice, choice);
      return run ? [{ at, try: nth, practice, run }] : [];
    }),
  );
  return latest(ended);
}

/** What became of a practice that was finished last, and the minute at which it ended. */
interface Judged<Verdict> {
  readonly verdict: Verdict;
  readonly at: number;
}

function lastFindings(scenes: readonly Scene[], progress: Progress): Judged<Finding[]> | undefined {
  const found = last(scenes, progress, ({ graph }, choice) => {
    const { run } = resume(graph, choiceToSaved(choice));
    return ending(run) && run;
  });
  return found && { verdict: debrief(found.run).findings, at: found.at };
}

function lastRound(rounds: readonly Round[], progress: Progress): Judged<boolean> | undefined {
  const found = last(rounds, progress, ({ deck }, choice) => {
    const { run } = resumeCases(deck, choice);
    return run.drawn.length > 0 && placeOf(deck, run).at === 'end' ? run : undefined;
  });
  return found && { verdict: casesPassed(found.practice.deck, found.run), at: found.at };
}

function lastCall(calls: readonly Call[], progress: Progress): Judged<boolean> | undefined {
  const found = last(calls, progress, ({ drill }, choice) => {
    const { run } = resumeDrill(drill, choiceToSaved(choice));
    return stageOf(run) ? undefined : run;
  });
  return found && { verdict: callPassed(found.run), at: found.at };
}

/**
 * How the acts of the end stand by the practices that were finished last: of the conversations whichever it was, a
 * round of cases, a call.
 * @returns also the minute at which the last of them ended, 0 while there is none
 */
export function lastStandings(
  practices: LastDoor,
  progress: Progress,
): { readonly all: Standings; readonly at: number } {
  const talk = lastFindings(practices.scenes, progress);
  const round = lastRound(practices.rounds, progress);
  const call = lastCall(practices.calls, progress);
  return {
    all: standings(talk?.verdict, round?.verdict, call?.verdict),
    at: Math.max(talk?.at ?? 0, round?.at ?? 0, call?.at ?? 0),
  };
}

/** The truths in which a conversation of the last door came to its end with nothing missed, in the order of `truths`. */
export function passedTruths(scenes: readonly Scene[], { runs }: Progress): Truth[] {
  const had = scenes.flatMap(({ id, graph }) =>
    (runs[id] ?? []).flatMap(({ choice }) => {
      const { run } = resume(graph, choiceToSaved(choice));
      const all = standings(ending(run) && debrief(run).findings, true, true);
      return hasFinished(all) ? (run.graph.truth ?? []) : [];
    }),
  );
  return truths.filter((truth) => had.includes(truth));
}
