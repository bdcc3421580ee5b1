import type { Truth } from '../schema/scenario.ts';
import { callPassed } from './call.ts';
import { placeOf, resumeCases } from './cases.ts';
import type { Deck } from './cases-deck.ts';
import { casesPassed } from './cases-result.ts';
import { type Drill, resumeDrill, stageOf } from './drill.ts';
import { type Finished, hasFinished, latest, type Standings, standings } from './outcome.ts';
import type { Progress } from './progress.ts';
import { choiceToSaved, ending, resume } from './scenario.ts';
import { debrief, type Finding } from './scenario-debrief.ts';
import type { SceneGraph } from './scenario-graph.ts';
import { truths } from './truths.ts';

/** A practice of the last door, as the page names it. */
export type Practice = { id: string; address: string; text: string };
export type Scene = Practice & { role: string; graph: SceneGraph };
export type Round = Practice & { deck: Deck };
export type Call = Practice & { drill: Drill };

export interface Practices {
  readonly scenes: readonly Scene[];
  readonly rounds: readonly Round[];
  readonly calls: readonly Call[];
}

/** The practices that a learner takes: conversations are for one role each. */
export const practicesFor = (all: Practices, role: string | undefined): Practices => ({
  ...all,
  scenes: all.scenes.filter((scene) => !role || scene.role === role),
});

/** A practice that came to its end, and what was found then. */
export interface Ended<Verdict> extends Finished {
  readonly verdict: Verdict;
}

/** All practices that came to their end, of each kind in the order in which they are kept. */
export interface EndedRuns {
  readonly talks: readonly Ended<Finding[]>[];
  readonly rounds: readonly Ended<boolean>[];
  readonly calls: readonly Ended<boolean>[];
}

/** Of all kept runs of some practices those that came to their end. */
function ended<One extends Practice, Verdict>(
  practices: readonly One[],
  { runs }: Progress,
  read: (practice: One, choice: readonly string[]) => Verdict | undefined,
): Ended<Verdict>[] {
  return practices.flatMap((practice) =>
    (runs[practice.id] ?? []).flatMap(({ choice, at, try: nth }) => {
      const verdict = read(practice, choice);
      return verdict === undefined ? [] : [{ at, try: nth, verdict }];
    }),
  );
}

function findingsOf({ graph }: Scene, choice: readonly string[]): Finding[] | undefined {
  const { run } = resume(graph, choiceToSaved(choice));
  return ending(run) ? debrief(run).findings : undefined;
}

function roundPassed({ deck }: Round, choice: readonly string[]): boolean | undefined {
  const { run } = resumeCases(deck, choice);
  const isOver = run.drawn.length > 0 && placeOf(deck, run).at === 'end';
  return isOver ? casesPassed(deck, run) : undefined;
}

function drillPassed({ drill }: Call, choice: readonly string[]): boolean | undefined {
  const { run } = resumeDrill(drill, choiceToSaved(choice));
  return stageOf(run) ? undefined : callPassed(run);
}

/** Reads from a record which practices came to their end. */
export const endedRuns = (practices: Practices, progress: Progress): EndedRuns => ({
  talks: ended(practices.scenes, progress, findingsOf),
  rounds: ended(practices.rounds, progress, roundPassed),
  calls: ended(practices.calls, progress, drillPassed),
});

/**
 * How the acts of the end stand by the practices that were finished last: of the conversations whichever it was, a
 * round of cases, a call.
 * @param isCounted says of the minute at which a practice ended whether it counts; left out, every one does
 * @returns also the minute at which the last of them ended, 0 while there is none
 */
export function standingsOf(
  { talks, rounds, calls }: EndedRuns,
  isCounted: (at: number) => boolean = () => true,
): { readonly all: Standings; readonly at: number } {
  const last = <Verdict>(all: readonly Ended<Verdict>[]) =>
    latest(all.filter(({ at }) => isCounted(at)));
  const [talk, round, call] = [last(talks), last(rounds), last(calls)];
  return {
    all: standings(talk?.verdict, round?.verdict, call?.verdict),
    at: Math.max(talk?.at ?? 0, round?.at ?? 0, call?.at ?? 0),
  };
}

/** The truths in which a conversation of the last door came to its end with nothing missed, in the order of `truths`. */
export function passedTruths(scenes: readonly Scene[], progress: Progress): Truth[] {
  const had = ended(scenes, progress, ({ graph }, choice) => {
    const { run } = resume(graph, choiceToSaved(choice));
    const all = standings(ending(run) && debrief(run).findings, true, true);
    return hasFinished(all) ? run.graph.truth : undefined;
  }).map(({ verdict }) => verdict);
  return truths.filter((truth) => had.includes(truth));
}
