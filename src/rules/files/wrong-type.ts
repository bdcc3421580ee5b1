import type { Problem } from '../problem.ts';
import type { Value } from '../reading/value.ts';

/** How the types of schemas are called. */
const names: Record<string, string> = {
  ...{ string: 'a text', words: 'a text in each language', number: 'a number' },
  ...{ boolean: 'true or false', array: 'a list', object: 'a group of keys' },
  ...{ record: 'a group of keys', enum: 'one of a few words' },
};

const examples: Record<string, string> = {
  ...{ string: '…', words: '{ hi: …, en: … }', number: '3', boolean: 'true' },
  ...{ array: '[ … ]', object: 'and below it its keys, two spaces further in' },
};

/** How a value of a type is written, e.g. `{ hi: …, en: … }` for a text with languages. */
export function exampleOfType(type: string | undefined): string {
  return examples[type ?? ''] ?? '…';
}

/**
 * What is wrong with a value of another type than it should have, and what to write instead.
 * @param key the key under which it stands; empty for the whole file
 * @param type the type that it should have
 */
export function wrongType(
  key: string,
  { kind, written }: Value,
  type: string | undefined,
): Pick<Problem, 'message' | 'instead'> {
  if (type === 'string' && (kind === 'number' || kind === 'boolean')) {
    return {
      message: `“${key}” is a text, and ${written} without quotes counts as ${kind === 'number' ? 'a number' : 'yes or no'}.`,
      instead: `Write ${key}: "${written}"`,
    };
  }
  if (type === 'number' && kind === 'text' && /^\d+$/.test(written)) {
    return {
      message: `“${key}” is a number, and "${written}" in quotes counts as a text.`,
      instead: `Write ${key}: ${written}`,
    };
  }
  if (type === 'number' && kind === 'number') {
    return {
      message: `“${key}” is a whole number, not ${written}.`,
      instead: `Write ${key}: ${Math.round(Number(written)) || 1}`,
    };
  }
  const found =
    { map: 'a group of keys', list: 'a list', empty: 'nothing' }[kind as string] ?? `“${written}”`;
  const message = `${key ? `“${key}”` : 'The file'} needs ${names[type ?? ''] ?? 'another form'}, and has ${found}.`;
  if (!key) {
    return {
      message,
      instead:
        type === 'array'
          ? 'Begin each entry with a hyphen: - id: …'
          : 'Write its keys, each on a line of its own.',
    };
  }
  if (type === 'array' && written) return { message, instead: `Write ${key}: [${written}]` };
  if (type === 'string' && kind === 'empty')
    return { message, instead: `Write the text after ${key}:` };
  return { message, instead: `Write ${key}: ${exampleOfType(type)}` };
}
