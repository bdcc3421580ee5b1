import { callToDrill } from '../../src/domain/call.ts';
import {
  answerCase,
  keyOf,
  movesShown,
  placeOf,
  runToChoice,
  startCases,
} from '../../src/domain/cases.ts';
import { casesToDeck } from '../../src/domain/cases-deck.ts';
import { cleanRun, drillToChoice } from '../../src/domain/drill.ts';
import type { Practices } from '../../src/domain/last-runs.ts';
import type { ProgressEvent } from '../../src/domain/progress.ts';
import { replay, runToChoice as sceneToChoice } from '../../src/domain/scenario.ts';
import { scenarioToGraph } from '../../src/domain/scenario-compile.ts';
import { trainedRun } from '../../src/domain/scenario-play.ts';
import { newSeed } from '../../src/domain/scenario-world.ts';
import type { Truth } from '../../src/schema/scenario.ts';
import { filesOfKind, once } from './files.ts';
import { courseSite } from './sites.ts';

const link = (id: string) => ({ id, address: '', text: id });
const ofFinal = <Name extends 'scenario' | 'cases' | 'call'>(kind: Name) =>
  filesOfKind(courseSite.files, kind).filter(({ module }) => module === 'finish');

/** The last door of the course. */
export const lastDoor = once(
  (): Practices => ({
    scenes: ofFinal('scenario').map(({ id, data }) => ({
      ...link(id),
      ...{ role: data.role, graph: scenarioToGraph(data) },
    })),
    rounds: ofFinal('cases').map(({ id, data }) => ({ ...link(id), deck: casesToDeck(data) })),
    calls: ofFinal('call').map(({ id, data }) => ({ ...link(id), drill: callToDrill(data) })),
  }),
);

/**
 * What somebody leaves in a record who goes through the last door as one who has trained: a conversation in each of some
 * truths, a round of cases, a call. Nothing in it says that it was passed; that follows.
 * @param at minute at which the last of them ended
 */
export function passedEvents(role: string, had: readonly Truth[], at: number): ProgressEvent[] {
  const { scenes, rounds, calls } = lastDoor();
  const [scene] = scenes.filter((one) => one.role === role);
  const [round] = rounds;
  const [call] = calls;
  if (!scene || !round || !call) throw new Error('The course has no last door.');
  const runs = had.map((truth) => {
    const seed = newSeed(scene.graph, 7, [truth]);
    return sceneToChoice(replay(scene.graph, seed, trainedRun(scene.graph, seed)));
  });
  return [
    { kind: 'set', item: 'role', choice: [role], at: at - 60, try: 1 },
    ...runs.map((choice, index) => ({
      ...({ kind: 'run', item: scene.id, choice } as const),
      ...{ at: at - 30, try: index + 1 },
    })),
    { kind: 'run', item: round.id, choice: rightCases(round.deck), at: at - 10, try: 1 },
    { kind: 'run', item: call.id, choice: drillToChoice(cleanRun(call.drill)), at, try: 1 },
  ];
}

function rightCases(deck: Practices['rounds'][number]['deck']): string[] {
  let run = startCases(deck, 3);
  for (let place = placeOf(deck, run); place.at !== 'end'; place = placeOf(deck, run)) {
    const id = 'id' in place ? place.id : '';
    const key = keyOf(deck, id);
    const move = movesShown(deck, run, id).find((letter) => key?.moves.includes(letter)) ?? '';
    run = answerCase(deck, run, place.at === 'decide' ? (key?.right ?? '') : move);
  }
  return runToChoice(run);
}
