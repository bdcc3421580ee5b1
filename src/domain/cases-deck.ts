import type { Cases, Decision, FirstMove } from '../schema/cases.ts';
import { sum32 } from './id-hash.ts';

/** A case without its words: what is right, and what is seen in it. */
export interface CaseKey {
  readonly id: string;
  readonly right: Decision;
  /** Other decisions that are accepted as right. */
  readonly also: readonly Decision[];
  /** Kinds of sign, in the order of the file. */
  readonly signs: readonly string[];
  /** Of a post. */
  readonly script?: string;
  /** First moves that help, by their letters; empty for a door. */
  readonly moves: string;
}

/** A set of cases without their words. */
export interface Deck {
  readonly kind: Cases['kind'];
  /** How many cases a run shows. */
  readonly draw: number;
  /** Changes with what stands here, not with the words. */
  readonly hash: string;
  readonly cases: readonly CaseKey[];
}

/** The letters of first moves in stored runs, for ever; the first four can help. */
export const moveLetters: Readonly<Record<FirstMove, string>> = {
  'say-hello': 'h',
  'call-and-ask': 'c',
  'send-someone': 's',
  'ring-place-first': 'r',
  react: 'l',
  forward: 'f',
  'report-and-wait': 'w',
  motivate: 'm',
  'ask-friend': 'a',
  'ring-home-first': 'p',
  tomorrow: 't',
};

/** What helps with a post that needs nobody now and names no first move. */
const ORDINARY = moveLetters['say-hello'];

/** Takes the words out of a set of cases. */
export function casesToDeck(set: Cases): Deck {
  const cases = set.cases.map((one): CaseKey => {
    const { id, right, also, signs } = one;
    const key = { id, right, also, signs, moves: '' };
    if (!('script' in one)) return key;
    const moves = one.moves.map((move) => moveLetters[move]).join('');
    return { ...key, script: one.script, moves: moves || ORDINARY };
  });
  const { kind, draw } = set;
  // As short as that of a scene, because every kept run carries it.
  const hash = (sum32(JSON.stringify([kind, draw, cases])) & 0xfff).toString(36);
  return { kind, draw, hash, cases };
}
