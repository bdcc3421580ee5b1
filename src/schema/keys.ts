import type { z } from 'astro/zod';
import { fileKinds } from './kinds.ts';

interface Description {
  shape?: Record<string, z.core.$ZodType>;
  element?: z.core.$ZodType;
  valueType?: z.core.$ZodType;
  innerType?: z.core.$ZodType;
  options?: z.core.$ZodType[];
}

let known: ReadonlySet<string> | undefined;

/** Every key that some file of the content may have, e.g. `minutes`; gathered when it is first asked for. */
export function keysOfAllKinds(): ReadonlySet<string> {
  known ??= new Set(fileKinds.flatMap((kind) => ('schema' in kind ? keysIn(kind.schema) : [])));
  return known;
}

function keysIn(schema: z.core.$ZodType): string[] {
  const { shape, element, valueType, innerType, options } = schema._zod.def as Description;
  const within = [...(options ?? []), element, valueType, innerType].flatMap((one) => one ?? []);
  const fields = Object.entries(shape ?? {});
  return [...fields.flatMap(([key, field]) => [key, ...keysIn(field)]), ...within.flatMap(keysIn)];
}
