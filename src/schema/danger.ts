import { z } from 'astro/zod';
import { flags } from './scenario-acts.ts';
import { id, words } from './words.ts';

/** `content/danger.yml`: the one rule for danger, which lessons, practice and the order of ringing follow. */
export const dangerSchema = z.strictObject({
  /** What is asked beside the direct question. */
  questions: z.array(z.strictObject({ id, text: words })).min(1),
  /** The first that fits holds. */
  situations: z
    .array(
      z.strictObject({
        id,
        sign: words,
        /** Ids of helplines in the order in which they are rung. */
        rings: z.array(id).min(1),
        /** What a practice must have shown before this situation may be taken; left out, nothing. */
        needs: z.array(z.enum(flags)).min(1).optional(),
        act: words,
      }),
    )
    .min(1),
  /** What will happen when help comes. */
  arrival: words,
});
export type Danger = z.infer<typeof dangerSchema>;
