import { z } from 'astro/zod';
import { withMeta } from './meta.ts';

/** An id that is for ever: lower-case words joined by hyphens, e.g. `plate-comes-back`. */
export const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
  error: 'ids are lower-case Latin words joined by hyphens, for example plate-comes-back',
});

/** One text in every language of the course, keyed by language: `{ hi: …, en: … }`. */
export const words = z.record(z.string(), z.string().trim().min(1));
export type Words = z.infer<typeof words>;

/** Such a text of so many characters at most in each language. */
export const wordsUpTo = (longest: number) => withMeta(words, { longest });

/** A calendar day, written 2026-11-23. */
export const day = z.iso.date();

/** Whom a text or a module is meant for. */
export const role = z.enum(['warden', 'faculty', 'peer']);
export type Role = z.infer<typeof role>;

/** A drawing in a page: `{ name: radio-room, alt: { hi: …, en: … } }`. */
export const drawn = z.strictObject({
  /** Name of a file in `content/images/`. */
  name: id,
  /** What it shows, said to who cannot see it; null where that says nothing beyond the text beside it. */
  alt: wordsUpTo(120).nullable(),
});
