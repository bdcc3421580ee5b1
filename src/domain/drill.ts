import { type SavedRun, savedToChoice, shapeHash, shuffled } from './kept-run.ts';

/** One thing to choose, without its words. */
export type DrillOption = {
  readonly id: string;
  /** The drill goes on; any other option comes back to the same stage, without itself. */
  readonly right?: true;
  /** What it costs, in the drill's own unit: seconds of a call, minutes of a relay. */
  readonly cost: number;
  /** What is told along with it; stages that ask for these are passed over. */
  readonly gives?: readonly string[];
};

/** One question of a drill. */
export type DrillStage = {
  readonly id: string;
  /** Where it is asked: a station of a relay. */
  readonly place?: string;
  /** What its right answer tells; where that has been told already, the stage is passed over. */
  readonly item?: string;
  readonly options: readonly DrillOption[];
};

/** A practice in stages, without its words: every stage is left by a right option, and whatever is chosen costs. */
export type Drill = {
  readonly stages: readonly DrillStage[];
  /** Changes when anything but the words changes. */
  readonly hash: string;
};

/** One choice of a run, with the stage at which it was made. */
export type DrillStep = { readonly stage: DrillStage; readonly option: DrillOption };

/** A run of a drill. It can be told again from its seed and the ids of its choices. */
export type DrillRun = {
  readonly drill: Drill;
  readonly seed: number;
  readonly steps: readonly DrillStep[];
};

/** Makes a drill of its stages. */
export const stagesToDrill = (stages: readonly DrillStage[]): Drill => ({
  stages,
  hash: shapeHash(stages),
});

/**
 * Begins a drill.
 * @param seed any integer; it decides the order of options, nothing else
 */
export const startDrill = (drill: Drill, seed: number): DrillRun => ({ drill, seed, steps: [] });

/** What has been told so far, by answers and along with them. */
export const toldBy = ({ steps }: DrillRun): Set<string> =>
  new Set(
    steps.flatMap(({ stage: { item }, option: { gives = [], right } }) =>
      right && item ? [...gives, item] : gives,
    ),
  );

/** The stage at which a run stands, or undefined when it has ended. */
export function stageOf(run: DrillRun): DrillStage | undefined {
  const told = toldBy(run);
  const isLeft = (id: string) =>
    run.steps.some(({ stage, option }) => stage.id === id && option.right);
  return run.drill.stages.find(({ id, item = '' }) => !isLeft(id) && !told.has(item));
}

/** What may be chosen now, shuffled from the seed, without what was chosen before; empty when the drill has ended. */
export function optionsShown(run: DrillRun): DrillOption[] {
  const { id = '', options = [] } = stageOf(run) ?? {};
  const isTaken = (option: DrillOption) => run.steps.some((step) => step.option.id === option.id);
  return shuffled(
    run.seed,
    id,
    options.filter((option) => !isTaken(option)),
  );
}

/**
 * Takes an option.
 * @throws RangeError when the id is not on offer
 */
export function takeOption(run: DrillRun, optionId: string): DrillRun {
  const stage = stageOf(run);
  const option = optionsShown(run).find(({ id }) => id === optionId);
  if (!stage || !option)
    throw new RangeError(`"${optionId}" is not on offer at the stage "${stage?.id ?? 'end'}".`);
  return { ...run, steps: [...run.steps, { stage, option }] };
}

/** A run without detours: the first right option of every stage. */
export function cleanRun(drill: Drill, seed = 0): DrillRun {
  let run = startDrill(drill, seed);
  for (let stage = stageOf(run); stage; stage = stageOf(run)) {
    const right = stage.options.find((option) => option.right);
    if (!right) break;
    run = takeOption(run, right.id);
  }
  return run;
}

/** What a run has cost so far. */
export const costOf = ({ steps }: DrillRun): number =>
  steps.reduce((sum, { option }) => sum + option.cost, 0);

/** The steps that led back to their stage. */
export const detours = ({ steps }: DrillRun): DrillStep[] =>
  steps.filter(({ option }) => !option.right);

/** The run as it is kept in a record. */
export const drillToChoice = ({ drill: { hash }, seed, steps }: DrillRun): string[] =>
  savedToChoice({ hash, seed, choices: steps.map(({ option }) => option.id) });

/**
 * Takes up a kept run. Each choice is a checkpoint: where an editor has changed the drill since, the run goes on at
 * the last choice that is still on offer.
 */
export function resumeDrill(drill: Drill, kept: SavedRun): { run: DrillRun; edited: boolean } {
  let run = startDrill(drill, kept.seed);
  for (const id of kept.choices) {
    if (!optionsShown(run).some((option) => option.id === id)) break;
    run = takeOption(run, id);
  }
  return { run, edited: kept.hash !== drill.hash };
}

/**
 * Names of the texts of a run, in the order in which they are read: `<stage>.scene` where a stage begins, then for each
 * choice `<option>`, `<option>.says` and `<option>.coach`; `end.scene` when the drill has ended. Not all need be there.
 */
export function linesOf(run: DrillRun): string[] {
  const keys: string[] = [];
  let last: string | undefined;
  const enter = (stage: DrillStage | undefined) => {
    const id = stage?.id ?? 'end';
    if (id !== last) keys.push(`${id}.scene`);
    last = id;
  };
  for (const { stage, option } of run.steps) {
    enter(stage);
    keys.push(option.id, `${option.id}.says`, `${option.id}.coach`);
  }
  enter(stageOf(run));
  return keys;
}
