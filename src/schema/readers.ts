import { z } from 'astro/zod';
import { id, words } from './words.ts';

/** The id of a lesson, card, question, sentence to say aloud or practice; a case is written `post-lab/p46`. */
const item = z.string().regex(/^[a-z0-9-]+(\/[a-z]\d{2})?$/, {
  error: 'write the id of a lesson, card, question or practice, and a case as post-lab/p46',
});

const reason = z.strictObject({
  /** The name under which the files of languages list the words that show it. */
  id,
  /** Why this reader is to see the texts. */
  why: words,
  /** What is to be read. A lesson stands for its cards, a practice for all that it holds. */
  items: z.array(item).min(1),
});

/** `content/readers.yml`: which texts a professional has to read before anybody calls them reviewed, and why. */
export const readersSchema = z.strictObject({
  readers: z
    .array(
      z.strictObject({
        id,
        name: words,
        reasons: z.array(reason).min(1),
        /** What this reader is asked to decide. */
        asks: z.array(z.strictObject({ item, ask: words })).default([]),
      }),
    )
    .min(1),
});
export type Readers = z.infer<typeof readersSchema>;
