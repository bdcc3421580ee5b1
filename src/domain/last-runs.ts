import { callPassed } from './call.ts';
import { placeOf, resumeCases } from './cases.ts';
import type { Deck } from './cases-deck.ts';
import { casesPassed } from './cases-result.ts';
import { type Drill, resumeDrill, stageOf } from './drill.ts';
import { latest } from './outcome.ts';
import type { Progress } from './progress.ts';
import { choiceToSaved, ending, resume } from './scenario.ts';
import { debrief, type Finding } from './scenario-debrief.ts';
import type { SceneGraph } from './scenario-graph.ts';

/** A practice of the last door, as the page names it. */
export type Practice = { id: string; address: string; text: string };
export type Scene = Practice & { role: string; graph: SceneGraph };
export type Round = Practice & { deck: Deck };
export type Call = Practice & { drill: Drill };

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

/** The findings of the conversation that was finished last, whichever it was. */
export function lastFindings(scenes: readonly Scene[], progress: Progress): Finding[] | undefined {
  const found = last(scenes, progress, ({ graph }, choice) => {
    const { run } = resume(graph, choiceToSaved(choice));
    return ending(run) && run;
  });
  return found && debrief(found.run).findings;
}

/** Whether the round of cases that was finished last is good enough. */
export function lastRound(rounds: readonly Round[], progress: Progress): boolean | undefined {
  const found = last(rounds, progress, ({ deck }, choice) => {
    const { run } = resumeCases(deck, choice);
    return run.drawn.length > 0 && placeOf(deck, run).at === 'end' ? run : undefined;
  });
  return found && casesPassed(found.practice.deck, found.run);
}

/** Whether the call that was finished last is good enough. */
export function lastCall(calls: readonly Call[], progress: Progress): boolean | undefined {
  const found = last(calls, progress, ({ drill }, choice) => {
    const { run } = resumeDrill(drill, choiceToSaved(choice));
    return stageOf(run) ? undefined : run;
  });
  return found && callPassed(found.run);
}
