import { chance } from './chance.ts';
import { sum32 } from './id-hash.ts';

/** A run as it is kept: numbers and ids, no words. */
export type SavedRun = {
  readonly seed: number;
  readonly hash: string;
  readonly choices: readonly string[];
};

/**
 * Puts what may be chosen into the order of a run: the same for the same seed and place.
 * @param place names where the choice is made, such as a turn of a scene
 */
export const shuffled = <One extends { readonly id: string }>(
  seed: number,
  place: string,
  options: readonly One[],
): One[] =>
  options
    .map((one) => ({ one, at: chance(seed, `${place} ${one.id}`) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

/**
 * A short name for what is practised, its words left out (FNV-1a folded to 12 bits, in base 36). Every kept run carries
 * it, so it is short: one edit in 4,096 goes unnoticed, and then only the sentence that tells of it is missing.
 */
export function shapeHash(shape: unknown): string {
  const sum = sum32(JSON.stringify(shape));
  return ((sum ^ (sum >>> 12) ^ (sum >>> 24)) & 0xfff).toString(36);
}

/** The run as it is kept in a record: the hash and the seed in one word, then the ids of the choices. */
export const savedToChoice = ({ hash, seed, choices }: SavedRun): string[] => [
  `${hash}.${seed}`,
  ...choices,
];

/** A run as a record gives it back; what is no such run begins afresh with the seed 1. */
export function choiceToSaved([head = '', ...choices]: readonly string[]): SavedRun {
  const [, hash = '', seed = '1'] = /^([0-9a-z]+)\.(\d+)$/.exec(head) ?? [];
  return { hash, seed: Number(seed), choices };
}
