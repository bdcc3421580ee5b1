import { findings, hasPassed, mustsOf, truthIn } from '../../domain/scenario-debrief.ts';
import type { Domain, GraphLine, SceneGraph, Test } from '../../domain/scenario-graph.ts';
import { after } from '../../domain/scenario-state.ts';
import { varietyOf } from '../../domain/scenario-variety.ts';
import { pathTo, type Stop, walkScene } from '../../domain/scenario-walk.ts';
import { truths } from '../../domain/truths.ts';
import { found, type Problem } from '../problem.ts';
import type { Scene } from './reading.ts';

/** What a scene with truths owes its learner, in numbers. */
export const variety = {
  /** Most of the student's lines that two plays with the same choices share. */
  shared: 0.6,
  /** Fewest later lines that change with an early choice. */
  altered: 3,
  /** Least part of replies and thoughts that depend on something. */
  varied: 0.5,
  /** Fewest forms of what the student says at the beginning of a turn. */
  forms: 3,
} as const;

/**
 * A scene with truths keeps its secret until somebody asks, goes differently each time, and is kind to whoever has trained:
 * strong lines alone meet every must, and a must that was passed by comes back.
 * @param worlds the scene in each world of its own shape
 */
export function truthProblems(
  scene: Scene,
  whole: SceneGraph,
  worlds: readonly SceneGraph[],
): Problem[] {
  if (!whole.truths) return [];
  return [
    ...secretProblems(scene, whole, worlds),
    ...worlds.flatMap((graph) => [...luckProblems(scene, graph), ...returnProblems(scene, graph)]),
    ...formsProblems(scene),
    ...varietyProblems(scene, whole),
  ];
}

const isTruth = ([name]: Test) => (truths as readonly string[]).includes(name);

/** Until somebody has asked with the plain word, nothing that is shown depends on what is true. */
function secretProblems(
  { file, scenario, lineAt }: Scene,
  whole: SceneGraph,
  worlds: readonly SceneGraph[],
): Problem[] {
  const unasked = new Set<string>();
  for (const graph of worlds) {
    const isAsked = (values: Stop['place']['values']) => Boolean(values['asked']);
    for (const { turn, place, ways } of walkScene(graph, { keeping: ['asked'] }).stops) {
      const { values } = place;
      if (isAsked(values)) continue;
      unasked.add(turn);
      const offered = new Set(ways.map(({ id }) => id));
      for (const { id, effects, repair } of graph.turns[turn]?.choices ?? []) {
        if (offered.has(id) && !isAsked(after(effects, values))) unasked.add(id);
        if (repair && !isAsked(after(repair.effects, values))) unasked.add(repair.id);
      }
    }
  }
  const tells = (when: readonly Test[] | undefined) =>
    when?.some(isTruth) && !when.some(([name, least]) => name === 'asked' && least > 0);
  const problem = (what: string, ...path: (string | number)[]): Problem => ({
    ...{ file, line: lineAt(...path, 'when'), value: what },
    message: `“${what}” depends on what is true, and may be shown before anybody has asked.`,
    instead: 'Take the truth out of its “when”, or add asked to it.',
    why: 'Nobody can know until they ask; what gives it away takes the question from the learner.',
  });
  const nextProblem = (id: string, ...path: (string | number)[]): Problem => ({
    ...problem(id, ...path),
    line: lineAt(...path, 'next'),
    message: `Where “${id}” leads depends on what is true, and it may be taken before anybody has asked.`,
  });
  return Object.entries(whole.turns).flatMap(([turn, graph]) => {
    const row = (lines: readonly GraphLine[] | undefined, ...path: (string | number)[]) =>
      (lines ?? []).flatMap(({ id, when }, n) => (tells(when) ? [problem(id, ...path, n)] : []));
    const at = ['turns', turn];
    const opens = unasked.has(turn)
      ? (['scene', 'meanwhile', 'says', 'mended'] as const).flatMap((key) =>
          row(graph[key], ...at, key),
        )
      : [];
    return [
      ...opens,
      ...graph.choices.flatMap((choice, i) => {
        const here = [...at, 'choices', i];
        const thoughts = scenario.turns[turn]?.choices?.[i]?.thoughts ?? [];
        return [
          ...(unasked.has(turn) && tells(choice.when) ? [problem(choice.id, ...here)] : []),
          ...(unasked.has(choice.id) && choice.next.some(({ when }) => tells(when))
            ? [nextProblem(choice.id, ...here)]
            : []),
          ...(unasked.has(choice.id)
            ? [
                ...row(choice.reply, ...here, 'reply'),
                ...thoughts.flatMap((_, n) =>
                  tells(choice.thoughts?.[n])
                    ? [problem(`${choice.id}.thought.${n + 2}`, ...here, 'thoughts', n)]
                    : [],
                ),
              ]
            : []),
          ...(unasked.has(choice.repair?.id ?? '')
            ? row(choice.repair?.reply, ...here, 'repair', 'reply')
            : []),
        ];
      }),
    ];
  });
}

/** Whoever takes strong lines alone meets every must, whatever is true. */
function luckProblems({ file, lineAt }: Scene, graph: SceneGraph): Problem[] {
  const { stops } = walkScene(graph, {
    keeping: mustNames(graph),
    taking: (choice) => 'quality' in choice && choice.quality === 'strong',
  });
  const isStuck = (stop: Stop) => !stop.isEnd && stop.ways.length === 0;
  const stop = stops.find(
    (one) => isStuck(one) || (one.isEnd && !hasPassed(findings(graph, one.place.values))),
  );
  if (!stop) return [];
  const turn = stop.isEnd ? (stop.from?.turn ?? graph.first) : stop.turn;
  const missed = findings(graph, stop.place.values)
    .filter(({ must, status }) => must && status === 'missed')
    .map(({ domain }) => domain);
  return [
    {
      ...{ file, line: lineAt('turns', turn), value: turn },
      message: isStuck(stop)
        ? `After ${pathTo(stop).join(', ')} the turn “${turn}” offers no strong line where the truth is “${graph.truth}”.`
        : `${pathTo(stop).join(', ')} are all strong, and where the truth is “${graph.truth}” the run misses: ${missed.join(', ')}.`,
      instead: isStuck(stop)
        ? 'Add a strong line there.'
        : 'Offer what is missing with “when” on that run, or call one of these lines fair.',
      why: 'Somebody who has trained must not fail by luck.',
    },
  ];
}

const mustNames = (graph: SceneGraph) => [
  ...new Set(mustsOf(truthIn(graph)).flatMap((domain) => KEYS[domain] ?? [])),
  ...['secrecyPromised', 'toldOverHead', 'leftAlone', 'stayed', 'secondAdult', 'meansSpoken'],
  ...['tonightAsked', 'emergencyRung', 'believed', 'pressed', 'personNamed', 'timeNamed'],
];

/** The flag by which a must is met, for each domain; safety now has one for each truth. */
const KEYS: Readonly<Partial<Record<Domain, readonly string[]>>> = {
  'asks-directly': ['asked'],
  secrecy: ['saidWhoIsTold'],
  'hands-over': ['calledTogether', 'passedOn'],
  'follows-up': ['followUp'],
};

const keyOf = (graph: SceneGraph, domain: Domain): string => {
  if (domain === 'safety-now') return graph.truth === 'none' ? 'believed' : 'tonightAsked';
  const [key = '', ofNone = key] = KEYS[domain] ?? [];
  return graph.truth === 'none' ? ofNone : key;
};

/** Fewest turns of a run in which a must is offered, where it is never taken. */
const RETURNS = 2;

/** A must that was passed by is offered once more, on every run on which the student does not draw back. */
function returnProblems({ file, lineAt }: Scene, graph: SceneGraph): Problem[] {
  return mustsOf(truthIn(graph)).flatMap((domain) => {
    const key = keyOf(graph, domain);
    const sets = new Set(
      Object.values(graph.turns).flatMap(({ choices }) =>
        choices
          .flatMap((choice) => (choice.repair ? [choice, choice.repair] : [choice]))
          .filter(({ effects }) => effects.some(([name, by]) => name === key && by > 0))
          .map(({ id }) => id),
      ),
    );
    const { stops } = walkScene(graph, { keeping: [key, 'asked', 'withdrew'] });
    const fewest = new Map<Stop, number>();
    for (const stop of stops) {
      const { withdrew, asked, [key]: isMet } = stop.place.values;
      const offers = stop.ways.some(({ id }) => sets.has(id)) ? 1 : 0;
      const left = stop.ways
        .filter(({ id }) => !sets.has(id))
        // A weak line that is taken back stays at its turn, which counts once.
        .map(({ to }) => (to.turn === stop.turn ? 0 : offers) + (fewest.get(to) ?? 0));
      // Where nobody asked, nobody knows what else was due.
      const isUnasked = stop.isEnd && key !== 'asked' && !asked;
      const isFree = withdrew || isMet || isUnasked || (!stop.isEnd && left.length === 0);
      fewest.set(stop, isFree ? RETURNS : stop.isEnd ? 0 : Math.min(...left));
    }
    const count = fewest.get(stops.at(-1) as Stop) ?? 0;
    if (count >= RETURNS) return [];
    return {
      ...{ file, line: lineAt('turns'), value: domain },
      message: `Where the truth is “${graph.truth}”, some run offers “${domain}” in ${count === 1 ? 'one turn' : 'no turn'}, by a choice that sets “${key}”.`,
      instead: `Offer it in a later turn as well, with when: not ${key}.`,
      why: 'What was passed by comes back before the end; nobody is asked only once.',
    };
  });
}

/** What the student says at the beginning of a turn has several forms. */
function formsProblems({ file, scenario, lineAt }: Scene): Problem[] {
  return Object.entries(scenario.turns).flatMap(([turn, { says = [] }]) => {
    const forms = says.reduce((sum, { or = [] }) => sum + 1 + or.length, 0);
    if (says.length === 0 || forms >= variety.forms) return [];
    return {
      ...{ file, line: lineAt('turns', turn, 'says'), value: turn },
      message: `What the student says at the turn “${turn}” has ${forms} ${forms === 1 ? 'form' : 'forms'}.`,
      instead: `Add other wordings with “or”, or lines with “when”, until there are ${variety.forms}.`,
      why: 'A second play is not to sound like the first.',
    };
  });
}

function varietyProblems({ file, lineAt }: Scene, whole: SceneGraph): Problem[] {
  const { shared, altered, varied } = varietyOf(whole);
  const percent = (share: number) => `${Math.round(share * 100)} of 100`;
  const problem = (message: string, instead: string): Problem => ({
    ...{ file, line: lineAt('turns'), value: '' },
    message,
    instead,
    why: 'A student who answers the same whatever one says teaches nobody to listen.',
  });
  return found(
    shared > variety.shared &&
      problem(
        `Two plays with the same choices share ${percent(shared)} of the student's lines.`,
        `Give more replies a “when” (truth, temper, trust) or an “or”, until they share ${percent(variety.shared)} at most.`,
      ),
    altered < variety.altered &&
      problem(
        `An early choice that is changed alters ${altered.toFixed(2)} later lines.`,
        `Let more lines remember what was said (when: c03, not c03, rapport < 3), until ${variety.altered} are altered.`,
      ),
    varied < variety.varied &&
      problem(
        `${percent(varied)} replies and thoughts depend on anything.`,
        `Add lines with “when” to “reply”, or “thoughts”, until ${percent(variety.varied)} do.`,
      ),
  );
}
