import { toLatinDigits } from './digits.ts';
import { pasted } from './pasted.ts';

/**
 * A text as it is compared: lower case, without signs between words, nukta, joiners, digits and the dot or moon above a
 * letter made alike, since people type them as their keyboard does. Words are parted by one space, with one at either end.
 */
function plainWords(text: string): string {
  const letters = toLatinDigits(pasted(text))
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u093c\u200c\u200d]/g, '')
    .replace(/\u0901/g, '\u0902');
  return ` ${letters.match(/[\p{L}\p{M}\p{N}]+/gu)?.join(' ') ?? ''} `;
}

/**
 * Which of some named lists have a phrase that stands in a text, as whole words. It finds; it does not judge.
 * @param lists phrases by name
 * @returns the names of lists that were found, in their order
 */
export function phrasesIn(
  text: string,
  lists: Readonly<Record<string, readonly string[]>>,
): string[] {
  const words = plainWords(text);
  return Object.entries(lists)
    .filter(([, phrases]) =>
      phrases.some((phrase) => plainWords(phrase).trim() && words.includes(plainWords(phrase))),
    )
    .map(([name]) => name);
}
