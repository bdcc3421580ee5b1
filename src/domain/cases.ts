import type { Decision } from '../schema/cases.ts';
import type { CaseKey, Deck } from './cases-deck.ts';
import { drawCases, shuffled } from './cases-draw.ts';

/** A case that was drawn, with what the learner has decided so far. */
export interface Drawn {
  readonly id: string;
  /** Whether its door was gone to first. */
  readonly isFirst?: boolean;
  readonly decision?: Decision;
  /** Letter of the first move. */
  readonly move?: string;
}

/** A run of a set of cases. It holds its cases by their ids, so no edit of the set gives an answer to another case. */
export interface CasesRun {
  /** The set's hash and the seed, as the run was begun; for ever the run's name in the record. */
  readonly name: string;
  /** In the order in which they come up. */
  readonly drawn: readonly Drawn[];
}

/** Where a run stands. */
export type CasesStage =
  | { readonly at: 'pick' }
  | { readonly at: 'decide' | 'move'; readonly id: string }
  | { readonly at: 'end' };

/** What a decision is judged by. */
export type Judged = Pick<CaseKey, 'right' | 'also'>;

/** How much each decision does. */
const weight: Readonly<Record<Decision, number>> = { leave: 0, 'check-in': 1, today: 2, now: 3 };
const isDecision = (value: string): value is Decision => Object.keys(weight).includes(value);
/** Decisions that are their own first move. */
const GENTLE: readonly Decision[] = ['leave', 'check-in'];
/** Stands behind the case whose door was gone to first. */
const FIRST = 'o';
/** Letters of first moves that never help. */
const KIND_BUT_NO_HELP = ['l', 'f', 'w', 'm', 'a', 'p', 't'];

/**
 * Begins a run.
 * @param seed any integer from 0 up; it decides which cases come up and in which order
 * @param met how often the learner has met each case, by id
 */
export const startCases = (
  deck: Deck,
  seed: number,
  met?: Readonly<Record<string, number>>,
): CasesRun => ({
  name: `${deck.hash}.${seed}`,
  drawn: drawCases(deck, seed, met).map((id) => ({ id })),
});

/** The key of a case, or undefined where the set no longer has it. */
export const keyOf = ({ cases }: Deck, id: string): CaseKey | undefined =>
  cases.find((one) => one.id === id);

/** How a decision is judged: the right one, another that is accepted, or too little or too much. */
export function judgeDecision({ right, also }: Judged, decision: Decision) {
  if (decision === right) return 'right';
  if (also.includes(decision)) return 'accepted';
  return weight[decision] < weight[right] ? 'less' : 'more';
}

/** What is asked next: which door first, what to do, the first move about a post; or nothing any more. */
export function placeOf(deck: Deck, { drawn }: CasesRun): CasesStage {
  const isDoors = deck.kind === 'doors';
  if (isDoors && drawn.length > 0 && !drawn.some(({ isFirst }) => isFirst)) return { at: 'pick' };
  for (const { id, decision, move } of drawn) {
    if (!decision) return { at: 'decide', id };
    // Who leaves what can wait, or asks how somebody is, has made the move already.
    const isMade = decision === keyOf(deck, id)?.right && GENTLE.includes(decision);
    if (!isDoors && !isMade && !move) return { at: 'move', id };
  }
  return { at: 'end' };
}

/**
 * Answers what is asked.
 * @param answer at `pick` the id of a case, at `decide` a decision, at `move` the letter of a first move
 * @throws RangeError when that is not asked here
 */
export function answerCase(deck: Deck, run: CasesRun, answer: string): CasesRun {
  const place = placeOf(deck, run);
  const { drawn } = run;
  if (place.at === 'pick' && drawn.some(({ id }) => id === answer)) {
    const others = drawn.filter(({ id }) => id !== answer);
    return { ...run, drawn: [{ id: answer, isFirst: true }, ...others] };
  }
  const change =
    place.at === 'decide' && isDecision(answer)
      ? { decision: answer }
      : place.at === 'move' && movesShown(deck, run, place.id).includes(answer)
        ? { move: answer }
        : undefined;
  if (!change || !('id' in place)) {
    throw new RangeError(`"${answer}" is no answer at "${place.at}".`);
  }
  return {
    ...run,
    drawn: drawn.map((one) => (one.id === place.id ? { ...one, ...change } : one)),
  };
}

/** The letters of three first moves about a post, one of which helps, in an order that the run fixes. */
export function movesShown(deck: Deck, { name }: CasesRun, id: string): string[] {
  const seed = Number(name.split('.')[1]);
  const key = keyOf(deck, id);
  const [helps = ''] = shuffled(seed, [...(key?.moves ?? '')], id);
  const kind = shuffled(seed, KIND_BUT_NO_HELP, id).slice(0, 2);
  const others = shuffled(seed, [...kind, ...(key ? nearMisses(key) : [])], `near ${id}`);
  return shuffled(seed, [helps, ...others.slice(0, 2)], `${id} `);
}

/**
 * First moves that help elsewhere and not here: an ordinary word where somebody has to be asked straight, and the
 * emergency number where nobody has asked yet. Where it may have to be now, ringing it is never called wrong.
 */
function nearMisses({ right, also, moves }: CaseKey): string[] {
  const isQuiet = right === 'check-in' || right === 'today';
  const tooLittle = right === 'today' || right === 'now' ? ['h'] : [];
  const tooMuch = isQuiet && !also.includes('now') ? ['r'] : [];
  return [...tooLittle, ...tooMuch].filter((move) => !moves.includes(move));
}

/** The run as it is kept in a record: its name, then each case with what was decided on it. */
export const runToChoice = ({ name, drawn }: CasesRun): string[] => [
  name,
  ...drawn.flatMap(({ id, isFirst, decision, move }) => [
    id,
    ...(isFirst ? [FIRST] : []),
    ...(decision ? [decision] : []),
    ...(move ? [move] : []),
  ]),
];

/**
 * Takes up a kept run. A case that the set no longer has is dropped, and its answer with it.
 * @returns the run, without cases where nothing can be read, and how many of its cases an edit has taken away
 */
export function resumeCases(
  deck: Deck,
  [name = '', ...values]: readonly string[],
): { run: CasesRun; dropped: number } {
  const drawn: Drawn[] = [];
  for (const value of /^[0-9a-z]+\.\d+$/.test(name) ? values : []) {
    const last = drawn.slice(-1)[0];
    if (/^[a-z]\d{2}$/.test(value)) drawn.push({ id: value });
    else if (last) drawn[drawn.length - 1] = { ...last, ...valueToAnswer(value) };
  }
  const kept = drawn.filter(({ id }) => keyOf(deck, id));
  return { run: { name, drawn: kept }, dropped: drawn.length - kept.length };
}

function valueToAnswer(value: string): Partial<Drawn> {
  if (isDecision(value)) return { decision: value };
  return value === FIRST ? { isFirst: true } : { move: value };
}

/** How often each case came up in kept runs, by id. */
export function casesMet(runs: readonly { readonly choice: readonly string[] }[]) {
  const met: Record<string, number> = {};
  for (const value of runs.flatMap(({ choice }) => choice)) {
    if (/^[a-z]\d{2}$/.test(value)) met[value] = (met[value] ?? 0) + 1;
  }
  return met;
}
