import type { Decision } from '../schema/cases.ts';
import { type Judged, judgeDecision, keyOf, type Run } from './cases.ts';
import type { CaseKey, Deck } from './cases-deck.ts';
import { type Detection, detection, type Tally } from './signal.ts';

/** How well real signs were told from false alarms, by d′. */
export const toTelling = ({ sensitivity }: Detection) =>
  sensitivity < 0.5 ? 'hardly' : sensitivity < 1.5 ? 'partly' : 'well';

/** To which side somebody leans, by c: getting up too soon, too late, or neither. */
export const toLeaning = ({ criterion }: Detection) =>
  criterion < -0.2 ? 'early' : criterion > 0.2 ? 'late' : 'even';

/** What a run comes to; never one grade. */
export interface CasesResult extends Tally, Detection {
  /** Cases that were to be acted on now and were put off until later today. */
  readonly late: readonly string[];
  /** Kinds of sign in the cases that were missed, those missed most often first. */
  readonly missed: readonly string[];
  /** How many first moves were made, and how many of them helped. */
  readonly moves: number;
  readonly helped: number;
  /** Whether no other door was more urgent than the one gone to first; undefined for posts. */
  readonly isFirstRight?: boolean;
}

const gets = (decision: Decision): boolean => decision === 'today' || decision === 'now';

/** Whether a case needs somebody today or now. */
export const isSignal = ({ right }: Pick<Judged, 'right'>): boolean => gets(right);

/** What a decision comes to: where it is accepted it counts as the right one. */
export const decisionMeant = (key: Judged, decision: Decision): Decision =>
  judgeDecision(key, decision) === 'accepted' ? key.right : decision;

/** Counts what was decided on cases, each with its key. */
export function tallyOf(
  decided: readonly { readonly key: Judged; readonly decision: Decision }[],
): Tally {
  const acted = decided.filter(({ key, decision }) => gets(decisionMeant(key, decision)));
  const signals = decided.filter(({ key }) => isSignal(key)).length;
  const hits = acted.filter(({ key }) => isSignal(key)).length;
  return { hits, signals, falseAlarms: acted.length - hits, noises: decided.length - signals };
}

/** Tells what a run comes to, as far as it has gone. */
export function resultOf(deck: Deck, { drawn }: Run): CasesResult {
  const decided = drawn.flatMap(({ id, decision, move, isFirst }) => {
    const key = keyOf(deck, id);
    return key && decision ? [{ id, key, decision, move, isFirst }] : [];
  });
  const tally = tallyOf(decided);
  const all = decided.map((one) => ({ ...one, meant: decisionMeant(one.key, one.decision) }));
  const missed = all
    .filter(({ key, meant }) => isSignal(key) && !gets(meant))
    .flatMap(({ key }) => key.signs);
  const count = (sign: string) => missed.filter((other) => other === sign).length;
  const made = decided.filter(({ move }) => move);
  const first = decided.find(({ isFirst }) => isFirst);
  const urgency = (key: CaseKey) => ['now', 'today', 'check-in', 'leave'].indexOf(key.right);
  return {
    ...tally,
    ...detection(tally),
    late: all
      .filter(({ key, meant }) => key.right === 'now' && meant === 'today')
      .map(({ id }) => id),
    missed: [...new Set(missed)].sort((a, b) => count(b) - count(a)),
    moves: made.length,
    helped: made.filter(({ key, move }) => move && key.moves.includes(move)).length,
    ...(first && {
      isFirstRight: decided.every(({ key }) => urgency(key) >= urgency(first.key)),
    }),
  };
}
