import { z } from 'astro/zod';
import { withMeta } from './meta.ts';
import { role, words, wordsUpTo } from './words.ts';

/** How the file of a call or a relay begins. @param most minutes that it may take */
export const drillHead = (most: number) => ({
  title: words,
  roles: z.array(role).min(1),
  minutes: z.int().min(2).max(most),
  /** What has happened, in two or three sentences. */
  setting: words,
  contentNote: words,
});

/** Something to choose at a stage of a call or a relay. @param cost the field that says what it costs */
export const optionAt = <Cost extends z.core.$ZodLooseShape>(cost: Cost) =>
  z.strictObject({
    /** A permanent name within its file, such as `r01` or `k07`; stored runs consist of these. */
    id: withMeta(z.string().regex(/^[a-z]\d{2}$/), { among: 'file' }),
    /** What the learner says or does. */
    text: wordsUpTo(160),
    /** It goes on; any other option costs its time and leads back to the same question. */
    right: z.literal(true).optional(),
    ...cost,
    /** What is answered, or what happens. */
    says: wordsUpTo(240),
    /** The coach: names the act, and for a weak one the better words; what sped an alert up or delayed it. */
    coach: wordsUpTo(240),
  });
