import type { ContactKind } from '../schema/site.ts';
import { everyOf } from './every.ts';

/** Kinds of local number, as `content/site.yml` names them. Codes say a kind by its place here: add at the end. */
export const contactKinds = everyOf<ContactKind>()([
  'warden',
  'owner',
  'counsellor',
  'hospital',
  'police-station',
  'control-room',
  'other',
]);
export type { ContactKind };

/** A number that a hostel keeps on its own phones. */
export interface OwnNumber {
  readonly kind: ContactKind;
  /** Name or post of whoever answers. */
  readonly name: string;
  /** Digits only, with a `+` before them where the country is dialled. */
  readonly number: string;
  /** Initials or post of who has rung it; empty where nobody has. */
  readonly by: string;
  /** The day on which it was rung, `2026-11-23`; empty where nobody has. */
  readonly on: string;
  /** Id of the place that a control room answers for; empty for all others. */
  readonly place: string;
}

/** How much of each a phone keeps, so that all of it goes into one QR code. */
export const most = { numbers: 12, name: 30, by: 14 } as const;

/** What is wrong with a number; each has its sentence in the `numbers` group of `content/ui`. */
export type NumberProblem = 'kind' | 'name' | 'number' | 'by' | 'on' | 'future' | 'place';

export type NumberReading =
  | { readonly ok: true; readonly number: OwnNumber }
  | { readonly ok: false; readonly problem: NumberProblem };

/** A few signs beside letters and digits; nothing unseen but joiners within words, nothing that could be a tag. */
const words = (from: number, to: number) =>
  new RegExp(
    `^(?:[\\p{L}\\p{M}\\p{N} .,'’()/&-]|[\\p{L}\\p{M}][\\u200c\\u200d](?=\\p{L})){${from},${to}}$`,
    'u',
  );
const rules = {
  kind: new RegExp(`^(${contactKinds.join('|')})$`),
  name: words(1, most.name),
  number: /^\+?\d{3,15}$/,
  by: words(0, most.by),
  on: /^(20[2-9]\d-\d\d-\d\d)?$/,
  place: /^([a-z][a-z0-9-]{0,47})?$/,
};

/**
 * Reads a number from anywhere: a form, a link, the phone's storage. Never throws.
 * @param value anything; what was typed has gone through `typedToNumber` before
 * @param today the day until which it may have been rung, `2026-11-23`; without it any day will do
 */
export function toOwnNumber(value: unknown, today = '3000'): NumberReading {
  const given = Object(value);
  const number: Record<string, string> = {};
  for (const [key, rule] of Object.entries(rules)) {
    const raw = typeof given[key] === 'string' ? given[key].slice(0, 200) : '';
    let text = raw.normalize('NFC').trim();
    if (key === 'place' && number['kind'] !== 'control-room') text = '';
    if (!rule.test(text)) return { ok: false, problem: key as NumberProblem };
    number[key] = text;
  }
  const { by, on = '' } = number;
  if (!by !== !on) return { ok: false, problem: 'by' };
  if (on && !isDay(on)) return { ok: false, problem: 'on' };
  if (on > today) return { ok: false, problem: 'future' };
  return { ok: true, number: number as unknown as OwnNumber };
}

/** Whether the calendar has such a day. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00Z`);
  return date.getTime() > 0 && date.toISOString().startsWith(day);
}
