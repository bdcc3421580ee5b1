import type { z } from 'astro/zod';
import type { Problem } from '../problem.ts';
import { fieldOf, follow, textsOf, type Value } from '../reading/value.ts';
import { textToId } from '../references/edit-distance.ts';

/** Examples for values whose schema gives a pattern without words. */
const examples: Record<string, string> = {
  number: '"112"',
  date: '"2024-05"',
  id: 'hi',
  room: '"204"',
};

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
    return {
      message: `${message}: it is a day.`,
      instead: `Write year, month and day: ${key}: "2026-11-23"`,
    };
  }
  if (format === 'url') {
    const whole = `https://${written.trim()}`;
    const address = URL.canParse(whole) ? whole : 'https://example.org/page/';
    return {
      message: `${message}: it is a web address.`,
      instead: `Write the whole address: ${key}: ${address}`,
    };
  }
  // The schemas say in words what their ids look like; other patterns come without words.
  if (zodMessage.startsWith('Invalid')) {
    return {
      message: `${message}.`,
      instead: `Write it like this: ${key}: ${examples[key] ?? '…'}`,
    };
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
  const taken = textsOf(options.flatMap((option) => fieldOf(option, 'id') ?? [])).map(
    ({ text }) => text,
  );
  return [...'abcdefghijklmnopqrstuvwxyz'].find((letter) => !taken.includes(letter)) ?? 'z';
}
