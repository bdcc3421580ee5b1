import type { Action } from './progress.ts';

/**
 * Names of the settings of a record. `learner` stands for the record in claims, see `claim.ts`; `round` is the
 * learner's part in a round, see `round-code.ts`.
 */
export const settingNames = [
  ...(['role', 'language', 'theme', 'label', 'colour'] as const),
  ...(['learner', 'round'] as const),
];
export type SettingName = (typeof settingNames)[number];

/** Gives a setting a value. */
export const setting = (name: SettingName, value: string): Action => ({
  kind: 'set',
  item: name,
  choice: [value],
});

/** A card was shown. */
export const cardSeen = (card: string): Action => ({ kind: 'card', item: card, choice: [] });

/** A lesson, a check or a practice came to its end. */
export const stepDone = (step: string): Action => ({ kind: 'done', item: step, choice: [] });

/** A question was answered. @param letters those of the options, in the order that `Action` names */
export const answerGiven = (question: string, letters: readonly string[]): Action => ({
  kind: 'answer',
  item: question,
  choice: letters,
});

/** A practice was carried on. @param run the whole run, as its kind writes it: its name, then what was chosen */
export const runKept = (practice: string, run: readonly string[]): Action => ({
  kind: 'run',
  item: practice,
  choice: run,
});
