import { findings, readsOf, truthIn } from '../../domain/scenario-debrief.ts';
import type { SceneGraph } from '../../domain/scenario-graph.ts';
import { after, type Values } from '../../domain/scenario-state.ts';
import { pathTo, type Stop, walkScene } from '../../domain/scenario-walk.ts';
import type { Choice } from '../../schema/scenario.ts';
import type { Problem } from '../problem.ts';
import { type Content, yamlAt } from '../reading/content.ts';
import { fieldOf, listOf, plainTexts } from '../reading/value.ts';
import type { Scene } from './reading.ts';

/** The helplines that the rule for danger rings while nobody can be kept safe, whatever else was done. */
export function emergencyHelplines(content: Content): string[] {
  const situations = listOf(yamlAt(content, 'content/danger.yml'), 'situations');
  return situations
    .filter((situation) => !fieldOf(situation, 'needs'))
    .flatMap((situation) => plainTexts(listOf(situation, 'rings')));
}

const NAMED = /\{helpline:([a-z0-9-]+)\}/g;

const WHY =
  'The rule for danger (content/danger.yml) holds in lessons and practice alike: what is marked strong here is what somebody will do in a real night.';

/**
 * In a world where danger is current, every strong line keeps the rule for danger: who rings a helpline other than the emergency
 * number has a second adult there and dangerous things put away by adults, and a run of strong lines alone never ends
 * outside the rule.
 * @param emergency ids of the helplines that may be rung at any time, as `emergencyHelplines` gives them
 */
export function dangerProblems(
  scene: Scene,
  graph: SceneGraph,
  emergency: readonly string[],
): Problem[] {
  if (truthIn(graph) !== 'danger') return [];
  return [...callProblems(scene, graph, emergency), ...strongRunProblems(scene, graph)];
}

const isKeptSafe = ({ secondAdult, meansSpoken, emergencyRung }: Values) =>
  Boolean((secondAdult && meansSpoken) || emergencyRung);

function callProblems(
  { file, scenario, lineAt }: Scene,
  graph: SceneGraph,
  emergency: readonly string[],
): Problem[] {
  const { stops } = walkScene(graph, { keeping: ['secondAdult', 'meansSpoken', 'emergencyRung'] });
  return Object.entries(scenario.turns).flatMap(([turn, { choices = [] }]) =>
    choices.flatMap((choice, index) => {
      const called = helplineCalled(choice, emergency);
      const { effects = [] } = graph.turns[turn]?.choices.find(({ id }) => id === choice.id) ?? {};
      if (!called) return [];
      const stop = stops.find(
        (one) =>
          one.turn === turn &&
          one.ways.some(({ id }) => id === choice.id) &&
          !isKeptSafe(after(effects, one.place.values)),
      );
      if (!stop) return [];
      return {
        ...{ file, line: lineAt('turns', turn, 'choices', index), value: choice.id },
        message: `The strong choice “${choice.id}” rings “${called}” ${along(stop)}while danger is current: no second adult is there, or nobody has put dangerous things away.`,
        instead: `Offer “${choice.id}” only with when: secondAdult, meansSpoken, and for every other run a strong choice with the move ring-emergency.`,
        why: WHY,
      };
    }),
  );
}

/** The helpline that a strong line rings in place of the emergency number, if it rings one. */
function helplineCalled(
  { quality, move, effects = '', text }: Choice,
  emergency: readonly string[],
): string | undefined {
  if (quality !== 'strong') return undefined;
  if (move !== 'hand-over' && !/calledTogether|handedOver/.test(effects)) return undefined;
  const named = Object.values(text).flatMap((written) =>
    [...written.matchAll(NAMED)].map(([, id = '']) => id),
  );
  return named.some((id) => emergency.includes(id)) ? undefined : named[0];
}

function strongRunProblems({ file, lineAt }: Scene, graph: SceneGraph): Problem[] {
  const { stops } = walkScene(graph, {
    keeping: readsOf('safety-now'),
    taking: (choice) => 'quality' in choice && choice.quality === 'strong',
  });
  const stop = stops.find(
    ({ isEnd, place }) =>
      isEnd &&
      findings(graph, place.values).some(
        ({ domain, status }) => domain === 'safety-now' && status === 'missed',
      ),
  );
  if (!stop) return [];
  const { tonightAsked } = stop.place.values;
  const last = stop.from?.turn ?? graph.first;
  return [
    {
      ...{ file, line: lineAt('turns', last), value: last },
      message: `${pathTo(stop).join(', ')} are all strong, and the run ends outside the rule for danger: ${tonightAsked ? 'nobody is kept safe' : 'nobody asked whether it is tonight'}.`,
      instead: tonightAsked
        ? 'Let the strong lines of this run bring a second adult and have dangerous things put away, or ring the emergency number.'
        : 'Let a strong line of this run ask it, with the move ask-tonight or effects: tonightAsked.',
      why: WHY,
    },
  ];
}

const along = (stop: Stop) => {
  const path = pathTo(stop);
  return path.length > 0 ? `after ${path.join(', ')} ` : '';
};
