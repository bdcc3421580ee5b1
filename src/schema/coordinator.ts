import { z } from 'astro/zod';
import { withMeta } from './meta.ts';
import { id, words } from './words.ts';

/** A text in which a helpline's number and name may be put. */
const text = withMeta(words, { longest: 400, hasHelplines: true });

/** What to do or to know, and what it rests on. */
const step = z.strictObject({
  /** The first words, set apart. */
  head: words.optional(),
  text,
  sources: z.array(id).min(1).optional(),
});

/** Something to print or to read aloud: a letter, a script, a text to agree to; `____` is filled in by hand. */
const paper = z.strictObject({ id, title: words, lines: z.array(text).min(1) });

/** `content/coordinator.yml`: the guide for whoever runs the course in a hostel, and the papers of a round. */
export const coordinatorSchema = z.strictObject({
  lead: text,
  parts: z
    .array(
      z.strictObject({
        id,
        /** The page on which it stands. */
        on: z.enum(['guide', 'round']),
        title: words,
        lead: text.optional(),
        steps: z.array(step).min(1),
        papers: z.array(paper).min(1).optional(),
      }),
    )
    .min(1),
});
