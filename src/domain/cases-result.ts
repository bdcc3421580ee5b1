import type { Decision } from '../schema/cases.ts';
import { type CasesRun, type Judged, judgeDecision, keyOf, placeOf } from './cases.ts';
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
  /** How many cases were to be acted on now and were put off until later today. */
  readonly late: number;
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

/**
 * Counts what was decided on cases, each with its key. Where a decision is accepted though it lies on the other side
 * of the line between getting up and waiting, the case says nothing about the eye and is left out.
 */
export function tallyOf(
  decided: readonly { readonly key: Judged; readonly decision: Decision }[],
): Tally {
  const telling = decided.filter(
    ({ key, decision }) => isSignal(key) === gets(decision) || !key.also.includes(decision),
  );
  const acted = telling.filter(({ decision }) => gets(decision));
  const signals = telling.filter(({ key }) => isSignal(key)).length;
  const hits = acted.filter(({ key }) => isSignal(key)).length;
  return { hits, signals, falseAlarms: acted.length - hits, noises: telling.length - signals };
}

/** Tells what a run comes to, as far as it has gone. */
export function resultOf(deck: Deck, { drawn }: CasesRun): CasesResult {
  const decided = drawn.flatMap(({ id, decision, move, isFirst }) => {
    const key = keyOf(deck, id);
    return key && decision ? [{ key, decision, move, isFirst }] : [];
  });
  const tally = tallyOf(decided);
  const tooLittle = decided.filter(({ key, decision }) => judgeDecision(key, decision) === 'less');
  const missed = tooLittle
    .filter(({ key, decision }) => isSignal(key) && !gets(decision))
    .flatMap(({ key }) => key.signs);
  const count = (sign: string) => missed.filter((other) => other === sign).length;
  const made = decided.filter(({ move }) => move);
  const first = decided.find(({ isFirst }) => isFirst);
  const urgency = (key: CaseKey) => ['now', 'today', 'check-in', 'leave'].indexOf(key.right);
  return {
    ...tally,
    ...detection(tally),
    late: tooLittle.filter(({ decision }) => gets(decision)).length,
    missed: [...new Set(missed)].sort((a, b) => count(b) - count(a)),
    moves: made.length,
    helped: made.filter(({ key, move }) => move && key.moves.includes(move)).length,
    ...(first && {
      isFirstRight: decided.every(({ key }) => urgency(key) >= urgency(first.key)),
    }),
  };
}

/**
 * Whether a run is good enough for the final check: it is over, nobody who needed somebody today was left for later,
 * and somebody who needed nobody was let be, so that getting up every time does not pass. What was put off from now
 * until today, and first moves, do not count against it; the result tells them.
 */
export function casesPassed(deck: Deck, run: CasesRun): boolean {
  const { hits, signals, falseAlarms, noises } = resultOf(deck, run);
  const isOver = run.drawn.length > 0 && placeOf(deck, run).at === 'end';
  return isOver && hits === signals && (noises === 0 || falseAlarms < noises);
}
