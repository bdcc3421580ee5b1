/** Kinds of local number, as `content/site.yml` names them. */
export const contactKinds = [
  'warden',
  'owner',
  'counsellor',
  'hospital',
  'police-station',
  'control-room',
  'other',
] as const;
export type ContactKind = (typeof contactKinds)[number];

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
export const most = { numbers: 12, name: 32, by: 16, digits: 15, place: 48 } as const;

/** What is wrong with a number; each has its sentence in the `numbers` group of `content/ui`. */
export type NumberFault = 'kind' | 'name' | 'number' | 'by' | 'on' | 'future' | 'place';

export type NumberReading =
  | { readonly ok: true; readonly number: OwnNumber }
  | { readonly ok: false; readonly fault: NumberFault };

/** Letters, marks, digits, spaces and a few signs; nothing unseen, nothing that could be a tag. */
const TEXT = /^[\p{L}\p{M}\p{N} .,'’()/&-]*$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads a number from anywhere: a form, a link, the phone's storage. Never throws.
 * @param value anything
 * @param today the day until which it may have been rung, `2026-11-23`; without it any day will do
 */
export function toOwnNumber(value: unknown, today?: string): NumberReading {
  const fields = (typeof value === 'object' && value ? value : {}) as Record<string, unknown>;
  const text = (key: string) => {
    const raw = fields[key];
    return typeof raw === 'string'
      ? raw.slice(0, 200).normalize('NFC').trim().replace(/\s+/g, ' ')
      : '';
  };
  const refuse = (fault: NumberFault): NumberReading => ({ ok: false, fault });
  const kind = contactKinds.find((known) => known === fields['kind']);
  const [name, by, on] = [text('name'), text('by'), text('on')];
  const number = toDigits(text('number'));
  const place = kind === 'control-room' ? text('place') : '';
  if (!kind) return refuse('kind');
  if (name === '' || [...name].length > most.name || !TEXT.test(name)) return refuse('name');
  if (!new RegExp(`^\\+?\\d{3,${most.digits}}$`).test(number)) return refuse('number');
  if ([...by].length > most.by || !TEXT.test(by) || (by === '') !== (on === ''))
    return refuse('by');
  if (on !== '' && !isDay(on)) return refuse('on');
  if (today !== undefined && on > today) return refuse('future');
  if (place.length > most.place || !/^([a-z][a-z0-9-]*)?$/.test(place)) return refuse('place');
  return { ok: true, number: { kind, name, number, by, on, place } };
}

/** A number as it was typed, in Latin digits without what people write between them. */
function toDigits(typed: string): string {
  return typed
    .replaceAll(/[०-९]/g, (digit) => `${digit.charCodeAt(0) - 0x0966}`)
    .replaceAll(/[\s().-]/g, '');
}

function isDay(day: string): boolean {
  const time = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return day >= '2020' && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** Names the number: the same kind and digits are the same number, tested again or called otherwise. */
export const numberKey = ({ kind, number }: OwnNumber): string =>
  `${kind}-${number.replace('+', '')}`;

/** What numbers from elsewhere would change. */
export interface Arrival {
  readonly added: readonly OwnNumber[];
  /** Numbers that are there already, with another name, place or test. */
  readonly changed: readonly OwnNumber[];
  /** All numbers afterwards. */
  readonly all: readonly OwnNumber[];
}

/** Brings numbers into a list; of the same number the later test is kept, and of two equal ones the arriving. */
export function arrival(own: readonly OwnNumber[], arriving: readonly OwnNumber[]): Arrival {
  const all = new Map(own.map((number) => [numberKey(number), number]));
  const added = new Map<string, OwnNumber>();
  const changed = new Map<string, OwnNumber>();
  for (const number of arriving) {
    const key = numberKey(number);
    const before = all.get(key);
    if (before && (before.on > number.on || isEqual(before, number))) continue;
    all.set(key, number);
    const isNew = !own.some((known) => numberKey(known) === key);
    (isNew ? added : changed).set(key, number);
  }
  return { added: [...added.values()], changed: [...changed.values()], all: [...all.values()] };
}

function isEqual(one: OwnNumber, other: OwnNumber): boolean {
  return JSON.stringify(toOwnNumber(one)) === JSON.stringify(toOwnNumber(other));
}
