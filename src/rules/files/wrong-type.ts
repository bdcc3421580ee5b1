import { toLatinDigits } from '../../domain/digits.ts';
import type { Problem } from '../problem.ts';
import type { Value } from '../reading/value.ts';
import { quoted } from '../reading/yaml-lines.ts';

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

/** How a number, or yes or no, is written that stands there in words or signs of its own; never another value. */
function fromWords(key: string, written: string, type: 'number' | 'boolean'): string {
  if (type === 'number') {
    const numbers = toLatinDigits(written).match(/\d+/g) ?? [];
    return numbers.length === 1
      ? `Write ${key}: ${Number(numbers[0])}`
      : `Write the number in digits, and nothing else, after ${key}:`;
  }
  if (/^(?:yes|y|on|true|हाँ|हां|सही)$/i.test(written)) return `Write ${key}: true`;
  if (/^(?:no|n|off|false|नहीं|ग़लत|गलत)$/i.test(written)) return `Write ${key}: false`;
  return `Write ${key}: true, or ${key}: false`;
}

/**
 * What is wrong with a value of another type than it should have, and what to write instead.
 * @param key the key under which it stands; empty for the whole file
 * @param type the type that it should have
 */
export function wrongType(
  key: string,
  { kind, written, fields }: Value,
  type: string | undefined,
): Pick<Problem, 'message' | 'instead'> {
  const [only] = fields;
  if (type === 'string' && only && fields.length === 1 && only.value.kind !== 'map') {
    return {
      message: 'The text in this line holds a colon followed by a space.',
      instead: `Put the text in quotes: ${quoted(`${only.key}: ${only.value.written}`)}`,
    };
  }
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
  const other = type === 'number' || type === 'boolean' ? fromWords(key, written, type) : undefined;
  const found =
    { map: 'a group of keys', list: 'a list', empty: 'nothing' }[kind as string] ?? `“${written}”`;
  const message = `${key ? `“${key}”` : 'The file'} needs ${names[type ?? ''] ?? 'another form'}, and has ${found}.`;
  if (other) return { message, instead: other };
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
