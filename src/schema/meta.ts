import { z } from 'astro/zod';

/** What the rules read from a schema, beyond what Zod checks itself. */
export interface Meta {
  /** Most characters of a text, in each language. */
  longest?: number;
  /** Whether a line break begins a new bubble, so that `longest` counts for each line. */
  isBubbles?: boolean;
  /** Whether `{helpline:tele-manas}` in a text is replaced by the name of that helpline. */
  hasHelplines?: boolean;
  /** Of an id: among what it is the only one of its name; left out, the entries of its list; `none`: several may share it. */
  among?: 'list' | 'file' | 'course' | 'none';
  /** Of a list of options: whether exactly one is right, or some are and some are not. */
  rights?: 'one' | 'some';
  /** What such options are called, if not right and wrong options. */
  sides?: readonly [right: string, wrong: string];
}

/** The schema with something for the rules to read; what it accepts stays the same. */
export function withMeta<Schema extends z.ZodType>(schema: Schema, meta: Meta): Schema {
  return schema.meta({ ...meta }) as Schema;
}

/** What a schema gives the rules to read; wrappers such as `optional` come after it. */
export function metaOf(schema: z.core.$ZodType): Meta {
  return (z.globalRegistry.get(schema) ?? {}) as Meta;
}
