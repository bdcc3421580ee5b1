import type { z } from 'astro/zod';
import { words } from '../../schema/words.ts';
import { fieldOf, textOf, type Value } from '../reading/value.ts';

/** Any schema of the content. */
export type Schema = z.core.$ZodType;

/** The parts of Zod's own description that the walk below needs. */
export interface Description {
  type: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  valueType?: Schema;
  innerType?: Schema;
  options?: Schema[];
  discriminator?: string;
  values?: unknown[];
}
/** What Zod knows of a schema. */
export const described = (schema: Schema) => schema._zod.def as unknown as Description;

/**
 * The schema of a value without its wrappers (optional, nullable, default); of several kinds the one that
 * the value says it is, or undefined where it says none.
 */
export function unwrapped(schema: Schema, value: Value | undefined): Schema | undefined {
  const { innerType, options, discriminator } = described(schema);
  if (innerType) return unwrapped(innerType, value);
  if (!options || !discriminator) return schema;
  const kind = textOf(fieldOf(value, discriminator));
  return options.find((option) => kindsOf(option, discriminator).includes(kind));
}

function kindsOf(option: Schema, discriminator: string): unknown[] {
  const literal = described(option).shape?.[discriminator];
  return literal ? (described(literal).values ?? []) : [];
}

/** Whether a schema is that of a text in every language, with or without a limit of its length. */
export const isWords = (schema: Schema): boolean => schema._zod.def === words._zod.def;

/** The schema within a schema that stands at the end of a path of keys and positions. */
function schemaAt(
  schema: Schema,
  value: Value | undefined,
  path: readonly PropertyKey[],
): Schema | undefined {
  const inner = unwrapped(schema, value);
  const [step, ...rest] = path;
  if (!inner || step === undefined) return inner;
  const { shape, element, valueType } = described(inner);
  const next = typeof step === 'number' ? element : (shape?.[String(step)] ?? valueType);
  const nextValue = typeof step === 'number' ? value?.items[step] : fieldOf(value, String(step));
  return next && schemaAt(next, nextValue, rest);
}

/** The keys that a map at a path may have; empty where the schema sets none. */
export function knownKeys(schema: Schema, value: Value, path: readonly PropertyKey[]): string[] {
  const map = schemaAt(schema, value, path);
  return map ? Object.keys(described(map).shape ?? {}) : [];
}

/** The type that a value at a path should have: `string`, `array`, `object`, `words` … */
export function typeAt(
  schema: Schema,
  value: Value,
  path: readonly PropertyKey[],
): string | undefined {
  const found = schemaAt(schema, value, path);
  return found && (isWords(found) ? 'words' : described(found).type);
}
