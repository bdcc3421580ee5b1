import { z } from 'astro/zod';
import { withMeta } from './meta.ts';
import { id } from './words.ts';

/** Words in their order, in the notation that `content/README.md` explains. */
const pattern = z.string().trim().min(1);

const rule = z.strictObject({
  /** Problems name a rule by it. */
  id: withMeta(id, { among: 'file' }),
  /** An `error` stops the build; a `warn` is told by `npm run check:language` alone. */
  level: z.enum(['error', 'warn']).default('error'),
  patterns: z.array(pattern).min(1),
  /** Whether the words may stand where somebody else speaks, in quotation marks, or in what is marked as wrong. */
  quotable: z.boolean().default(false),
  /** What to write in their place. */
  instead: z.string().trim().min(1),
  why: z.string().trim().min(1),
  sources: z.array(id).min(1),
  /** Sentences that the rule finds, and sentences like them that it lets stand. */
  catches: z.array(z.string()).min(1),
  passes: z.array(z.string()).min(1),
  /** Words in whose midst a find is none, each with its reason. */
  allow: z.array(z.strictObject({ pattern, why: z.string().trim().min(1) })).default([]),
});

/** A word's hash, `~5` behind it where a word counts by its first five letters; a pair has two. */
const hash = z.string().regex(/^[0-9a-f]{16}(~\d+)?( [0-9a-f]{16}(~\d+)?)?$/, {
  error: 'a hash is what npm run check:language -- add-hash prints',
});

/** `content/language.yml`: words that the course does not use, and things that it does not state. */
export const languageSchema = z.strictObject({
  /** Words that stand for each other in a pattern, under the name that stands there between < and >. */
  groups: z.record(id, z.array(z.string().trim().min(1)).min(1)),
  /** How one speaks of suicide. */
  rules: z.array(rule),
  /** What nobody has shown to be so. */
  unstated: z.array(rule),
  /** Words that are printed nowhere in this project, not even here. */
  hidden: z.strictObject({
    instead: z.string().trim().min(1),
    why: z.string().trim().min(1),
    sources: z.array(id).min(1),
    words: z.strictObject({
      devanagari: z.array(hash),
      roman: z.array(hash),
      english: z.array(hash),
    }),
  }),
});
export type Language = z.infer<typeof languageSchema>;
export type LanguageRule = Language['rules'][number];
