import type { Run } from './scenario.ts';
import { type Finding, findings, mustsOf, readsOf, truthIn } from './scenario-debrief.ts';
import type { Domain, GraphChoice } from './scenario-graph.ts';
import {
  beginning,
  choicesAt,
  type Option,
  type ScenePlace,
  stepBy,
  type Values,
} from './scenario-state.ts';

/** The line of a run that told what was true: one that asked, or one that would have asked and was passed by. */
export type Moment = { readonly id: string; readonly isTaken: boolean };

/** What to try next time. */
export type Advice =
  /** Something was left out; `line` would have done it, where one was on offer. */
  | {
      readonly kind: 'missed';
      readonly domain: Domain;
      readonly must: boolean;
      readonly line?: string;
    }
  /** A weak line that has a better wording. */
  | { readonly kind: 'better'; readonly id: string }
  | { readonly kind: 'nothing' };

/** What a debrief says first. */
export type Summary = {
  readonly moment: Moment | undefined;
  /** The learner's own line that helped most; undefined where none was strong. */
  readonly helped: string | undefined;
  readonly advice: Advice;
};

/** One step of a run: what was on offer, what was taken, and what it changed. */
type Taken = { shown: Option[]; option: Option; before: Values; after: Values };

const isChoice = (option: Option): option is GraphChoice => 'quality' in option;
const asks = (option: Option) =>
  isChoice(option) && option.effects.some(([name, by]) => name === 'asked' && by > 0);

function stepsOf({ graph, chosen }: Run): Taken[] {
  const steps: Taken[] = [];
  let place: ScenePlace = beginning(graph);
  for (const id of chosen) {
    const shown = choicesAt(graph, place);
    const option = shown.find((one) => one.id === id);
    if (!option) break;
    const next = stepBy(graph, place, option).place;
    steps.push({ shown, option, before: place.values, after: next.values });
    place = next;
  }
  return steps;
}

/**
 * The moment of a run that told what was true: the learner's line that asked straight out; or, where nobody asked, the
 * first line that would have asked and was passed by.
 */
const momentOf = (steps: readonly Taken[]): Moment | undefined => {
  const taken = steps.find(({ option }) => asks(option));
  if (taken) return { id: taken.option.id, isTaken: true };
  const passed = steps
    .flatMap(({ shown }) => shown)
    .find((one) => asks(one) && isChoice(one) && one.quality !== 'weak');
  return passed && { id: passed.id, isTaken: false };
};

/** The one with the least number, the first of equals. */
const firstBy = <One>(all: readonly One[], number: (one: One) => number): One | undefined =>
  all.map((one) => ({ one, at: number(one) })).sort((a, b) => a.at - b.at)[0]?.one;

/** How much a step did: for the student's trust and openness, and twice as much for each thing that a must asks for. */
function gainOf({ option, before, after }: Taken, asked: ReadonlySet<string>): number {
  const done = option.effects.filter(([name, by]) => by > 0 && asked.has(name) && !before[name]);
  return after.rapport - before.rapport + after.disclosed - before.disclosed + 2 * done.length;
}

/** The strong line or way back that did most, the first of equals; that which asked only where no other was strong. */
function helpedMost(
  steps: readonly Taken[],
  moment: Moment | undefined,
  asked: ReadonlySet<string>,
): string | undefined {
  const strong = steps.filter(({ option }) => !isChoice(option) || option.quality === 'strong');
  const others = strong.filter(({ option }) => option.id !== moment?.id);
  return firstBy(others.length > 0 ? others : strong, (step) => -gainOf(step, asked))?.option.id;
}

/** What comes first where several musts were missed: to ask, then that nobody is left in danger. */
const FIRST: readonly Domain[] = ['asks-directly', 'safety-now', 'hands-over', 'secrecy'];

const rank = ({ domain, must }: Finding): number => {
  const at = FIRST.indexOf(domain);
  return (must ? 0 : FIRST.length + 1) + (at < 0 ? FIRST.length : at);
};

/** A must that was missed, else a weak line, else something else that was missed. */
function adviceOf(steps: readonly Taken[], { graph, place: { values } }: Run): Advice {
  const missed = firstBy(
    findings(graph, values).filter(({ status }) => status === 'missed'),
    rank,
  );
  const weak = steps.find(({ option }) => isChoice(option) && option.quality === 'weak');
  if (weak && !missed?.must) return { kind: 'better', id: weak.option.id };
  if (!missed) return { kind: 'nothing' };
  const { domain, must } = missed;
  const isOpen = (name: string) => readsOf(domain).includes(name) && !values[name];
  // Where nobody asked, the line that would have asked is told as the moment already.
  const [line] = steps
    .flatMap(({ shown }) => shown)
    .filter((one) => isChoice(one) && one.domain === domain && one.quality === 'strong')
    .filter(({ effects }) => effects.some(([name, by]) => by > 0 && isOpen(name)))
    .slice(domain === 'asks-directly' ? Number.POSITIVE_INFINITY : -1);
  return { kind: 'missed', domain, must, ...(line && { line: line.id }) };
}

/** What a debrief says first: which moment told what was true, what helped most, and one thing to try next. */
export function summaryOf(run: Run): Summary {
  const steps = stepsOf(run);
  const moment = momentOf(steps);
  const asked = new Set(mustsOf(truthIn(run.graph)).flatMap(readsOf));
  return {
    moment,
    helped: helpedMost(steps, moment, asked),
    advice: adviceOf(steps, run),
  };
}
