import { type NumberProblem, type OwnNumber, toOwnNumber } from './own-number.ts';
import { pastedName } from './pasted.ts';
import { isLikelyNumber, pastedNumber } from './pasted-number.ts';

/** What is wrong with a number as it was typed; each has its sentence in the `numbers` group of `content/ui`. */
export type TypedProblem = NumberProblem | 'no-name' | 'no-number' | 'unlikely';

export type TypedReading =
  | { readonly ok: true; readonly number: OwnNumber }
  | { readonly ok: false; readonly problem: TypedProblem; readonly number?: string };

/**
 * Reads a number that somebody typed or pasted into a form. Never throws.
 * @param today the day until which it may have been rung, `2026-11-23`
 * @param compared a number of unlikely length that somebody has looked at again and wants to keep
 */
export function typedToNumber(
  typed: Readonly<Record<string, unknown>>,
  today: string,
  compared = '',
): TypedReading {
  const textOf = (field: string) => String(typed[field] ?? '').slice(0, 400);
  const [name, by] = [pastedName(textOf('name')), pastedName(textOf('by'))];
  const number = pastedNumber(textOf('number'));
  if (name === '') return { ok: false, problem: 'no-name' };
  if (number === '') return { ok: false, problem: 'no-number' };
  const reading = toOwnNumber({ ...typed, name, by, number }, today);
  if (!reading.ok) return reading;
  if (reading.number.kind === 'control-room' && !reading.number.place)
    return { ok: false, problem: 'place' };
  if (!isLikelyNumber(number) && number !== compared)
    return { ok: false, problem: 'unlikely', number };
  return reading;
}
