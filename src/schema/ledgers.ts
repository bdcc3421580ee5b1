import { z } from 'astro/zod';
import { day, id, words } from './words.ts';

/** `content/helplines.yml`: the only file in which a telephone number may stand. */
export const helplinesSchema = z.array(
  z.strictObject({
    id,
    /** As it is read out, digits and hyphens. */
    number: z.string().regex(/^\+?\d[\d -]*\d$/),
    name: words,
    /** What happens when it is rung, in one sentence. */
    does: words,
    hours: words,
    /** Languages spoken there, as far as a source says so; null where none does. */
    languages: words.nullable(),
    sources: z.array(id).min(1),
    confidence: z.enum(['confirmed', 'single source', 'conflicting']),
    /** Who rang it, when, and what happened; null until somebody has. */
    tested: z.strictObject({ by: z.string().min(1), on: day, note: words.optional() }).nullable(),
  }),
);
export type Helpline = z.infer<typeof helplinesSchema>[number];

/** `content/sources.yml`: what the course's statements rest on. */
export const sourcesSchema = z.array(
  z.strictObject({
    id,
    title: z.string().min(1),
    publisher: z.string().min(1),
    /** Where it can be read; left out of a report of a death, which is never linked. */
    address: z.url().optional(),
    /** A report of somebody's death is named by title and publisher alone. */
    report: z.literal('death').optional(),
    /** Year or day of publication, as far as known. */
    date: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .nullable(),
    confidence: z.enum(['confirmed', 'single source', 'conflicting']),
    /** What the course takes from it, in one sentence per language. */
    says: words,
    /** The day by which somebody looks again whether it still holds. */
    lookAgain: day,
  }),
);
export type Source = z.infer<typeof sourcesSchema>[number];

/** `content/glossary.yml`: one word per idea, in every language. */
export const glossarySchema = z.array(z.strictObject({ id, term: words, meaning: words }));
