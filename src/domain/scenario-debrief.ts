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

/**
 * Judges a finished or unfinished run by domain.
 *
 * Rules: opens safely, a private place or a calm start; listens, two reflections or open questions before advice;
 * asks directly, a plain word; secrecy, no promise standing and said who is told; safety now, not left alone, somebody
 * at the student's side, and, where danger is current (then a must), asked whether it is tonight and kept to the rule for
 * danger: two adults and dangerous things put away by adults, or the emergency number rung; hands over, a person or
 * number, a time, together; follows up, said when; repairs, came back after a weak line.
 */
export function findings({ danger }: Pick<SceneGraph, 'danger'>, values: Values): Finding[] {
  const has = (...names: string[]) => names.every((name) => values[name]);
  const status = (met: unknown, ...cleared: string[]): Status =>
    met ? (cleared.some((name) => values[name] === 0) ? 'mended' : 'met') : 'missed';
  const beside = has('stayed') || has('secondAdult');
  const isKeptSafe = has('secondAdult', 'meansSpoken') || has('emergencyRung');
  const safe = !has('leftAlone') && (!danger || (beside && has('tonightAsked') && isKeptSafe));
  return [
    { domain: 'opens-safely', must: false, status: status(has('openedSafely')) },
    {
      domain: 'listens',
      must: false,
      status: status(values.listened >= 2, 'advisedEarly'),
    },
    { domain: 'asks-directly', must: true, status: status(has('asked')) },
    {
      domain: 'secrecy',
      must: true,
      status: status(
        has('saidWhoIsTold') && !has('secrecyPromised'),
        'secrecyPromised',
        'toldOverHead',
      ),
    },
    { domain: 'safety-now', must: danger, status: status(safe, 'leftAlone') },
    {
      domain: 'hands-over',
      must: true,
      status: status(has('personNamed', 'timeNamed', 'calledTogether')),
    },
    { domain: 'follows-up', must: false, status: status(has('followUp')) },
    { domain: 'repairs', must: false, status: values.erred ? status(has('repaired')) : 'unneeded' },
  ];
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
