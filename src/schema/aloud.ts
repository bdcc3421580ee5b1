import { z } from 'astro/zod';
import { withMeta } from './meta.ts';
import { id, words, wordsUpTo } from './words.ts';

/** What to listen for; read at a glance. */
const tick = z.strictObject({ id, text: wordsUpTo(120) });

const card = z.strictObject({
  id: withMeta(id, { among: 'course' }),
  /** Who is there, and what to say to them. */
  prompt: words,
  /** An example to start from; the learner then says it in their own words. */
  line: words.optional(),
  /** What to listen for in one's own voice. What is ticked is never stored. */
  ticks: z.array(tick).min(3).max(5),
});
export type AloudCard = z.infer<typeof card>;

/** `content/modules/<id>/aloud.yml`: sentences to be said aloud. */
export const aloudSchema = z.array(card).min(1);
