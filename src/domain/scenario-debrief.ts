import type { Truth } from '../schema/scenario.ts';
import type { Run } from './scenario.ts';
import type { Domain, GraphChoice, SceneGraph } from './scenario-graph.ts';
import type { Values } from './scenario-state.ts';

/** `mended`: a weak line was taken back. `unneeded`: this run gave no occasion. */
export type Status = 'met' | 'mended' | 'missed' | 'unneeded';

/** One domain of the debrief. */
export type Finding = {
  readonly domain: Domain;
  readonly status: Status;
  /** Whether a run that misses this has to be tried again. */
  readonly must: boolean;
};

/** A line of the learner's, as the debrief quotes it. */
export type Act = Pick<GraphChoice, 'id' | 'move' | 'domain' | 'quality'>;

/** How a domain is judged, and the values that this looks at. */
interface Rule {
  readonly reads: readonly string[];
  readonly judge: (values: Values, truth: Truth | undefined) => Status;
}

/** Makes a rule; the compiler lets it look at nothing but the values that it names. */
const rule = <Name extends string>(
  reads: readonly Name[],
  judge: (values: Readonly<Partial<Record<Name, number>>>, truth: Truth | undefined) => Status,
): Rule => ({ reads, judge: judge as Rule['judge'] });

/** Met; or mended, where a weak line that stood in the way was taken back and one of these was cleared. */
const status = (isMet: unknown, ...cleared: (number | undefined)[]): Status =>
  isMet ? (cleared.includes(0) ? 'mended' : 'met') : 'missed';

/**
 * The rules, in the order of the debrief: opens safely, a private place or a calm start; listens, two reflections or
 * open questions before advice; asks directly, a plain word; secrecy, no promise standing and said who is told; safety
 * now, not left alone, and where danger is current (then a must) somebody at the student's side, asked whether it is
 * tonight, and kept to the rule for danger: a second adult and dangerous things put away by adults, or the emergency number
 * rung; hands over, a person or number, a time, together; follows up, said when; repairs, came back after a weak line.
 *
 * Of a student without such thoughts (`none`) safety now means that their no was believed and not pressed, and handing
 * over that what is heavy was passed on. Of one who has them, and not for tonight (`thoughts`), safety now means that it
 * was asked whether it is tonight and settled who is near.
 */
const rules: Readonly<Record<Domain, Rule>> = {
  'opens-safely': rule(['openedSafely'], ({ openedSafely }) => status(openedSafely)),
  listens: rule(['listened', 'advisedEarly'], ({ listened = 0, advisedEarly }) =>
    status(listened >= 2, advisedEarly),
  ),
  'asks-directly': rule(['asked'], ({ asked }) => status(asked)),
  secrecy: rule(['saidWhoIsTold', 'secrecyPromised', 'toldOverHead'], (values, truth) =>
    truth === 'none' && !values.saidWhoIsTold && values.secrecyPromised === undefined
      ? 'unneeded'
      : status(
          values.saidWhoIsTold && !values.secrecyPromised,
          values.secrecyPromised,
          values.toldOverHead,
        ),
  ),
  'safety-now': rule(
    [
      ...(['leftAlone', 'stayed', 'secondAdult', 'meansSpoken', 'tonightAsked'] as const),
      ...(['emergencyRung', 'believed', 'pressed'] as const),
    ],
    (values, truth) => {
      if (truth === 'none') return status(values.believed && !values.pressed, values.pressed);
      const isBeside = values.stayed || values.secondAdult;
      if (truth === 'thoughts')
        return status(!values.leftAlone && isBeside && values.tonightAsked, values.leftAlone);
      const isKept = (values.secondAdult && values.meansSpoken) || values.emergencyRung;
      const isSafe = !values.leftAlone && (!truth || (isBeside && values.tonightAsked && isKept));
      return status(isSafe, values.leftAlone);
    },
  ),
  'hands-over': rule(['personNamed', 'timeNamed', 'calledTogether', 'passedOn'], (values, truth) =>
    truth === 'none'
      ? status(values.passedOn)
      : status(values.personNamed && values.timeNamed && values.calledTogether),
  ),
  'follows-up': rule(['followUp'], ({ followUp }) => status(followUp)),
  repairs: rule(['erred', 'repaired'], ({ erred, repaired }) =>
    erred ? status(repaired) : 'unneeded',
  ),
};

/** Domains in the order of the debrief. */
export const domains = Object.keys(rules) as Domain[];

/** Names of the values that a domain is judged by. */
export const readsOf = (domain: Domain): readonly string[] => rules[domain].reads;

/** What must be met, by what is true. */
export const mustsOf = (truth: Truth | undefined): readonly Domain[] => [
  'asks-directly',
  'hands-over',
  truth === 'none' ? 'follows-up' : 'secrecy',
  ...(truth ? (['safety-now'] as const) : []),
];

/** What is true where these values hold; undefined in a scene that has no truths and no danger. */
export const truthIn = ({ truth, danger }: Pick<SceneGraph, 'truth' | 'danger'>) =>
  truth ?? (danger ? 'danger' : undefined);

/** How a run stands in one domain. */
export const statusOf = (
  domain: Domain,
  graph: Pick<SceneGraph, 'truth' | 'danger'>,
  values: Values,
): Status => rules[domain].judge(values, truthIn(graph));

/** Judges a finished or unfinished run by domain. */
export function findings(graph: Pick<SceneGraph, 'truth' | 'danger'>, values: Values): Finding[] {
  const truth = truthIn(graph);
  const musts = mustsOf(truth);
  return domains.map((domain) => ({
    domain,
    status: rules[domain].judge(values, truth),
    must: musts.includes(domain),
  }));
}

const worth: Readonly<Record<Status, number>> = { met: 1, mended: 0.75, missed: 0, unneeded: 1 };

/** What a run's acts are worth, from 0 to 1: musts count twice. For tests and listings only. */
export function score(found: readonly Finding[]): number {
  const weight = ({ must }: Finding) => (must ? 2 : 1);
  const sum = (of: (one: Finding) => number) => found.reduce((total, one) => total + of(one), 0);
  return sum((one) => weight(one) * worth[one.status]) / sum(weight);
}

/** Whether every must is met or mended. */
export const hasPassed = (found: readonly Finding[]): boolean =>
  found.every(({ must, status }) => !must || status !== 'missed');

/** The findings of a run with the learner's own lines, in the order in which they were said. */
export function debrief(run: Run): { findings: Finding[]; acts: Act[]; passed: boolean } {
  const found = findings(run.graph, run.place.values);
  const all = Object.values(run.graph.turns).flatMap(({ choices }) => choices);
  const acts = run.chosen.flatMap(
    (id) =>
      all.find((one) => one.id === id) ??
      (all.some((one) => one.repair?.id === id) ? [repairAct(id)] : []),
  );
  return { findings: found, acts, passed: hasPassed(found) };
}

const repairAct = (id: string): Act => ({
  id,
  move: 'repair',
  domain: 'repairs',
  quality: 'strong',
});
