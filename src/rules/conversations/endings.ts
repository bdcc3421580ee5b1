import { replay } from '../../domain/scenario.ts';
import { findings, truthIn } from '../../domain/scenario-debrief.ts';
import type { GraphTurn, SceneGraph } from '../../domain/scenario-graph.ts';
import { prospects, trainedRun } from '../../domain/scenario-play.ts';
import { atRandom } from '../../domain/scenario-spread.ts';
import type { Truth } from '../../schema/scenario.ts';
import { found, type Problem } from '../problem.ts';
import type { Scene } from './reading.ts';

/** Some run ends with a hand-over, and a student who draws back is not left. */
export function endingProblems(
  { file, scenario, lineAt }: Scene,
  graph: SceneGraph,
  reached: ReadonlySet<string>,
): Problem[] {
  const ends = (turn: GraphTurn | undefined) => turn?.ends;
  const reachable = [...reached].flatMap((turn) => ends(graph.turns[turn]) ?? []);
  return found(
    !reachable.includes('handed-over') && {
      ...{ file, line: lineAt('turns') },
      message: 'No run of this scene ends with a hand-over.',
      instead: 'Add an ending with ends: handed-over and lead the last turn to it.',
      why: 'Every practice ends with telling, going along and following up.',
    },
    ends(graph.turns[scenario.withdrawsTo]) && {
      ...{ file, line: lineAt('withdrawsTo'), value: scenario.withdrawsTo },
      message: `When trust runs out this scene ends at once, at “${scenario.withdrawsTo}”.`,
      instead:
        'Let “withdrawsTo” name a turn with choices that lead to an ending with ends: withdrew-handed-over.',
      why: 'A student who draws back is not left; the learner comes back or hands over.',
    },
    graph.turns[scenario.withdrawsTo]?.mended.length === 0 &&
      !ends(graph.turns[scenario.withdrawsTo]) && {
        ...{ file, line: lineAt('turns', scenario.withdrawsTo), value: scenario.withdrawsTo },
        message: `The turn “${scenario.withdrawsTo}”, to which the student draws back, has no “mended”.`,
        instead:
          'Add “mended” with what the student says there when the learner takes a weak line back.',
        why: 'The learner may come here from any turn, and the answers written there no longer fit.',
      },
  );
}

/** Every must can be met and can be missed, and a run without weak lines can meet everything. */
export function debriefProblems({ file, lineAt }: Scene, graph: SceneGraph): Problem[] {
  const line = lineAt('turns');
  const where = graph.truth ? ` where the truth is “${graph.truth}”` : '';
  const likely = prospects(graph, atRandom);
  const best = findings(graph, replay(graph, 0, trainedRun(graph)).place.values);
  const musts = best.filter(({ must }) => must).map(({ domain }) => domain);
  const missed = best.filter(({ status }) => status === 'missed').map(({ domain }) => domain);
  return [
    ...found(
      missed.length > 0 && {
        ...{ file, line, value: missed.join(', ') },
        message: `The best run without a weak line${where} still misses: ${missed.join(', ')}.`,
        instead: `Offer choices for it on one run: ${missed.map((domain) => needs(truthIn(graph))[domain]).join('; ')}.`,
        why: 'Whoever has trained must be able to do all of it in one talk.',
      },
    ),
    ...musts
      .filter((domain) => likely[domain].missed === 0)
      .map((domain) => ({
        ...{ file, line, value: domain },
        message: `No run of this scene${where} misses “${domain}”.`,
        instead: 'Add a run on which it can be left out, by a weak or a fair choice.',
        why: 'What cannot be missed is not practised.',
      })),
  ];
}

/** What each domain asks for, in the words of the file. */
const needs = (truth: Truth | undefined): Readonly<Record<string, string>> => ({
  'opens-safely': 'private-place, or a choice with effects: openedSafely',
  listens: 'two moves reflect or open-question before any advice',
  'asks-directly': 'ask-directly',
  secrecy: 'say-who-is-told',
  'safety-now': {
    none: 'believe, and no press',
    thoughts: 'ask-tonight, and stay or second-adult',
    danger:
      'ask-tonight, stay or second-adult, and either second-adult with safety or ring-emergency',
    calm: 'nobody left alone',
  }[truth ?? 'calm'],
  'hands-over': truth === 'none' ? 'pass-on' : 'effects: personNamed, timeNamed, calledTogether',
  'follows-up': 'follow-up',
  repairs: 'a way back',
});
