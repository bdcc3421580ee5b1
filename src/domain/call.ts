import type { Call, CallItem, CallOption, CallTrouble } from '../schema/call.ts';
import {
  costOf,
  type Drill,
  type DrillOption,
  type DrillRun,
  detours,
  stageOf,
  stagesToDrill,
  toldBy,
} from './drill.ts';

const toOption = ({ id, right, seconds }: CallOption): DrillOption => ({
  id,
  ...(right && { right }),
  cost: seconds,
});

/**
 * Takes the words out of a call: whom to ring, the first sentence, what the operator asks, what goes wrong with the
 * line, what is repeated back.
 */
export function callToDrill({ rings, opening, asks, troubles, repeat }: Call): Drill {
  const stages = [
    { id: 'ring', options: rings.map(toOption) },
    { id: 'opening', options: opening.map((one) => ({ ...toOption(one), gives: one.gives })) },
    ...asks.map(({ item, options }) => ({ id: item, item, options: options.map(toOption) })),
  ].flatMap((stage) => [
    stage,
    ...troubles
      .filter(({ after }) => after === stage.id)
      .map(({ kind, options }) => ({ id: kind, options: options.map(toOption) })),
  ]);
  return stagesToDrill([...stages, { id: 'repeat', options: repeat.options.map(toOption) }]);
}

/** How a call went, so far or to its end. */
export type CallScore = {
  /** Whether the very first sentence was a right one, so that it began with the place; undefined before any was said. */
  readonly placeFirst?: boolean;
  /** What the operator knows. */
  readonly told: readonly CallItem[];
  /** What the operator knew at once, without asking a second time. */
  readonly atOnce: readonly CallItem[];
  /** Tries that reached nobody who could help. */
  readonly wrongRooms: number;
  /** What went wrong with the line and was met at the first try, and what was not. */
  readonly troubles: { readonly met: readonly string[]; readonly missed: readonly string[] };
  /** Whether the operator's slip was put right, and whether it was at the first try. */
  readonly slip: 'at-once' | 'later' | 'open';
  /**
   * Seconds on the line as the drill counts them: every option has its own, written in the content. The learner's clock
   * is not asked, so that whoever reads slowly, or is called away from the phone, is not punished.
   */
  readonly seconds: number;
};

/** Stages at which the line fails. */
const TROUBLES: Readonly<Record<CallTrouble, true>> = {
  ...{ 'no-answer': true, refused: true, 'cut-off': true, 'on-hold': true },
};
const isTrouble = (stageId: string): boolean => Object.keys(TROUBLES).includes(stageId);

const isRightOpening = ({ right, gives = [] }: DrillOption): boolean =>
  right === true && gives.includes('place');

/** What came of a call. */
export function callScore(run: DrillRun): CallScore {
  const weak = detours(run);
  const isMissed = (stageId: string) => weak.some(({ stage }) => stage.id === stageId);
  const first = run.steps.find(({ stage }) => stage.id === 'opening');
  const told = [...toldBy(run)] as CallItem[];
  const left = run.steps
    .filter(({ stage, option }) => isTrouble(stage.id) && option.right)
    .map(({ stage }) => stage.id);
  const isRight = run.steps.some(({ stage, option }) => stage.id === 'repeat' && option.right);
  return {
    ...(first && { placeFirst: isRightOpening(first.option) }),
    told,
    atOnce: told.filter((item) => !isMissed(item)),
    wrongRooms: weak.filter(({ stage }) => stage.id === 'ring').length,
    troubles: {
      met: left.filter((id) => !isMissed(id)),
      missed: left.filter(isMissed),
    },
    slip: isRight ? (isMissed('repeat') ? 'later' : 'at-once') : 'open',
    seconds: costOf(run),
  };
}

/**
 * Whether a run is good enough for the final check: it has ended, so that everything known was told; the very first
 * sentence gave the place; and the repeated-back slip was put right at once, because help drives off on the first yes.
 * Seconds, wrong rooms and a second try at an answer do not count against it.
 */
export function callPassed(run: DrillRun): boolean {
  const { placeFirst, told, slip } = callScore(run);
  const asked = run.drill.stages.flatMap(({ item }) => item ?? []) as CallItem[];
  return (
    stageOf(run) === undefined &&
    placeFirst === true &&
    slip === 'at-once' &&
    asked.every((item) => told.includes(item))
  );
}
