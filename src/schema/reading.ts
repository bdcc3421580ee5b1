import { z } from 'astro/zod';

const list = z.array(z.string().trim().min(1));

/** `content/reading.yml`: word lists for the report on how easily the lessons read. */
export const readingSchema = z.strictObject({
  /** English words in Devanagari that Kota uses; the report counts them. */
  loans: list,
  /** By language, words that every reader knows and that the course itself uses seldom. */
  known: z.record(z.string(), list),
});
export type Reading = z.infer<typeof readingSchema>;
