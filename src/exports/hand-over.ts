import { pasted, pastedTime } from '../domain/pasted.ts';
import { plainLine } from '../domain/plain-line.ts';

/** What a hand-over card says, in its order, and how many characters each may have. There is no place for a name. */
export const handOverFields = {
  initials: 2,
  room: 12,
  told: 60,
  'told-at': 5,
  rang: 60,
  sits: 60,
  'sits-until': 5,
  checks: 60,
  'checks-at': 5,
  'looks-at': 160,
} as const;
export type HandOverField = keyof typeof handOverFields;

/** Fields by the time they are about. */
export const handOverParts: Readonly<Record<'tonight' | 'tomorrow', readonly HandOverField[]>> = {
  tonight: ['initials', 'room', 'told', 'told-at', 'rang', 'sits', 'sits-until'],
  tomorrow: ['checks', 'checks-at', 'looks-at'],
};

/** What has to be settled before a night is handed over. */
const MUSTS: readonly HandOverField[] = ['told', 'sits', 'sits-until', 'checks', 'checks-at'];

/** A card with what was filled in; all values are plain text in one line each. */
export type HandOver = Readonly<Partial<Record<HandOverField, string>>>;

/** Fields that hold hours and minutes, or nothing. */
const TIMES: readonly HandOverField[] = ['told-at', 'sits-until', 'checks-at'];
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What may stand in a field: one line without signs that cannot be seen, as long as the field allows. */
function tidied(field: HandOverField, typed: string): string {
  const line = pasted(typed);
  if (field === 'initials') return (line.match(/\p{L}\p{M}*/gu) ?? []).slice(0, 2).join('');
  if (!TIMES.includes(field)) return plainLine([...line].slice(0, handOverFields[field]).join(''));
  const time = pastedTime(line);
  return TIME.test(time) ? time : '';
}

/**
 * Composes a card of what was typed. Unknown fields are left out, and so are empty ones.
 * @param typed what stands in the fields, by name
 */
export function composeHandOver(typed: Readonly<Record<string, string>>): HandOver {
  const fields = Object.keys(handOverFields) as HandOverField[];
  return Object.fromEntries(
    fields
      .map((field) => [field, tidied(field, typed[field] ?? '')] as const)
      .filter(([, value]) => value !== ''),
  );
}

/** What is still to be settled, in the order of the card. */
export const openFields = (card: HandOver): HandOverField[] =>
  MUSTS.filter((field) => card[field] === undefined);

/**
 * The card as text to pass on: a title, then a line for each field that was filled in, by part.
 * @param say gives the words for `title`, for a part, for a field and for `footer`
 */
export function handOverToText(card: HandOver, say: (key: string) => string): string {
  const parts = Object.entries(handOverParts).map(([part, fields]) => {
    const lines = fields.flatMap((field) => {
      const value = card[field];
      return value === undefined ? [] : [`${say(field)}: ${value}`];
    });
    return lines.length > 0 ? [say(part), ...lines].join('\n') : '';
  });
  return [say('title'), ...parts, say('footer')].filter(Boolean).join('\n\n');
}
