import { isSignal } from '../../domain/cases-result.ts';
import { type Cases, firstMoves } from '../../schema/cases.ts';
import { found, type Problem } from '../problem.ts';

/** A set of cases as its rules see it. */
export interface CaseSet {
  file: string;
  set: Cases;
  languages: readonly string[];
  /** Line of a key of the case at a position, or of the case where it lacks the key. */
  lineOf: (at: number, ...path: string[]) => number;
  /** Line of a key of the file's head. */
  lineOfHead: (key: string) => number;
}

const HELPING = firstMoves.slice(0, 4);
const WHY_FEEDBACK = 'Whoever decided otherwise is told what would have been better, and why.';

/** Every case has a door of its own, feedback for each wrong decision, a kind of sign, and first moves that help. */
export function casesKeysProblems(whole: CaseSet): Problem[] {
  return whole.set.cases.flatMap((one, at) => [
    ...repeatedRooms(whole, one, at),
    ...feedbackProblems(whole, one, at),
    ...kindProblems(whole, one, at),
    ...('script' in one ? moveProblems(whole, one, at) : []),
  ]);
}

type Case = Cases['cases'][number];

function repeatedRooms({ file, set, lineOf }: CaseSet, one: Case, at: number): Problem[] {
  if (!('room' in one)) return [];
  const rooms = (set.cases as Case[]).map((other) => ('room' in other ? other.room : undefined));
  return found(
    rooms.indexOf(one.room) !== at && {
      ...{ file, line: lineOf(at, 'room'), value: one.room },
      message: `Two doors have the number ${one.room}.`,
      instead: 'Give this door a number that no other door of the file has.',
      why: 'Both may stand in one corridor.',
    },
  );
}

function feedbackProblems({ file, lineOf }: CaseSet, one: Case, at: number): Problem[] {
  const needs = { less: one.right !== 'leave', more: one.right !== 'now' };
  const whom = { less: 'too little', more: 'too much' };
  return (['less', 'more'] as const).flatMap((key) => {
    if (needs[key] === (one[key] !== undefined)) return [];
    return {
      ...{ file, line: lineOf(at, key), value: one.id },
      message: needs[key]
        ? `The case “${one.id}” lacks “${key}”.`
        : `The case “${one.id}” has “${key}”, and nobody can do ${whom[key]} where “${one.right}” is right.`,
      instead: needs[key]
        ? `Add ${key}: with what somebody is told who did ${whom[key]}.`
        : `Take “${key}” out.`,
      why: WHY_FEEDBACK,
    };
  });
}

function kindProblems({ file, lineOf }: CaseSet, one: Case, at: number): Problem[] {
  const { id, right, signs, decoy } = one;
  const problem = (key: string, message: string, instead: string): Problem => ({
    ...{ file, line: lineOf(at, key), value: id },
    message: `The case “${id}” ${message}`,
    instead,
    why: 'The result tells the learner which kinds were missed, and what only looked alarming.',
  });
  if (signs.length === 0 && (isSignal(one) || !decoy)) {
    return [
      isSignal(one)
        ? problem(
            'signs',
            `is right with “${right}” and has no sign.`,
            'Add signs: with the kinds of sign that it shows.',
          )
        : problem(
            'signs',
            'has neither a sign nor a decoy.',
            'Add signs: with what it shows, or decoy: with the reason why it is a false alarm.',
          ),
    ];
  }
  if (decoy && isSignal(one)) {
    return [
      problem(
        'decoy',
        `is right with “${right}” and has the decoy “${decoy}”.`,
        'Take the decoy out, or write right: leave',
      ),
    ];
  }
  return [];
}

function moveProblems(
  { file, lineOf }: CaseSet,
  { id, right, moves }: Extract<Case, { script: string }>,
  at: number,
): Problem[] {
  const why = 'The learner is offered one first move that helps, among others that do not.';
  const line = lineOf(at, 'moves');
  const idle = moves.filter((move) => !HELPING.includes(move));
  if (idle.length > 0) {
    return idle.map((move) => ({
      ...{ file, line, value: move },
      message: `The case “${id}” names the first move “${move}”, which never helps.`,
      instead: `Write one of these: ${HELPING.join(', ')}`,
      why,
    }));
  }
  return found(
    moves.length > 0 !== (right !== 'leave') && {
      ...{ file, line, value: id },
      message:
        moves.length > 0
          ? `The case “${id}” is right with “leave” and names first moves.`
          : `The case “${id}” names no first move that helps.`,
      instead:
        moves.length > 0
          ? 'Take “moves” out.'
          : `Add moves: with one or more of these: ${HELPING.join(', ')}`,
      why: moves.length > 0 ? 'Where nothing is to be done, an ordinary word is offered.' : why,
    },
  );
}
