import type { z } from 'astro/zod';
import type { Problem } from '../problem.ts';
import { fieldOf, follow, plainTexts, type Value } from '../reading/value.ts';
import { textToId } from '../references/edit-distance.ts';
import { readAddress, readDay, readNumber } from './corrections.ts';

/**
 * What is wrong with the form of a text, and what to write instead.
 * @param key the key under which it stands
 * @param root the whole file, to see which letters its neighbours have
 */
export function wrongForm(
  { format, message: zodMessage, path }: z.core.$ZodIssueInvalidStringFormat,
  key: string,
  root: Value,
  { written }: Value,
): Pick<Problem, 'message' | 'instead'> {
  const message = `“${written}” is not how “${key}” is written`;
  if (format === 'date') {
    return { message: `${message}: it is a day.`, instead: dayInstead(key, written) };
  }
  if (format === 'url') {
    const meant = readAddress(written);
    const isRight = meant && (key === 'contact' || meant.startsWith('http'));
    return {
      message: `${message}: it is a web address${key === 'contact' ? ' or a mail address' : ''}.`,
      instead: isRight
        ? `Write ${key}: ${meant}`
        : 'Write the whole address as the browser shows it when the page is open, with https:// in front.',
    };
  }
  // The schemas say in words what their ids look like; other patterns come without words.
  if (zodMessage.startsWith('Invalid')) {
    return { message: `${message}.`, instead: patternInstead(key, written) };
  }
  if (format === 'includes') {
    return {
      message: `${message}: ${zodMessage}.`,
      instead: 'Write {amount} where the number is to stand.',
    };
  }
  if (zodMessage.includes('digits')) {
    return { message: `${message}: ${zodMessage}.`, instead: `Write it like this: ${key}: p07` };
  }
  const corrected = zodMessage.includes('letter') ? freeLetter(root, path) : textToId(written);
  return { message: `${message}: ${zodMessage}.`, instead: `Write ${key}: ${corrected}` };
}

/** A letter that no option of the same question has. */
function freeLetter(root: Value, path: readonly PropertyKey[]): string {
  const options = follow(root, path.slice(0, -2)).value.items;
  const taken = plainTexts(options.flatMap((option) => fieldOf(option, 'id') ?? []));
  return [...'abcdefghijklmnopqrstuvwxyz'].find((letter) => !taken.includes(letter)) ?? 'z';
}

function dayInstead(key: string, written: string): string {
  const day = readDay(written);
  if (day && !day.iso) {
    return `The calendar has no ${day.words}. Look up the day, and write its year, month and day in digits, with hyphens between.`;
  }
  return day?.iso && day.iso.length > 7
    ? `Write ${key}: "${day.iso}"\nThat is ${day.words}.`
    : `Write after ${key}: in quotes the year in four digits, the month in two and the day in two, with hyphens between.`;
}

/** What to write where a schema has a pattern without words; never a value of its own that could be taken over. */
function patternInstead(key: string, written: string): string {
  const unquoted = written.replaceAll(/["'“”‘’]/g, '').trim();
  if (key === 'number') {
    const number = readNumber(written);
    return number
      ? `Write number: "${number}"`
      : 'Write after number: in quotes the digits of one number, as you dialled them, and nothing else. A second number gets an entry of its own.';
  }
  if (key === 'date') {
    const month = /^\d{4}$/.test(unquoted) ? unquoted : readDay(written)?.iso?.slice(0, 7);
    return month
      ? `Write date: "${month}"`
      : 'Write after date: in quotes the year in four digits, or the year, a hyphen and the month in two.';
  }
  if (key === 'room') return 'Write after room: in quotes the number of the room.';
  const id = textToId(written);
  return unquoted === written ? `Write ${key}: ${id}` : `Write ${key}: ${unquoted}`;
}
