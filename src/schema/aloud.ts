import { z } from 'astro/zod';
import { id, words } from './words.ts';

const tick = z.strictObject({ id, text: words });

const card = z.strictObject({
  id,
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
