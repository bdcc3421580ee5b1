import { z } from 'astro/zod';
import { withMeta } from './meta.ts';
import { role, words, wordsUpTo } from './words.ts';

/** What a call and a relay have in common beside their stages. */
export const drillShape = {
  title: words,
  roles: z.array(role).min(1),
  /** What has happened, in two or three sentences. */
  setting: words,
  contentNote: words,
  /** What happens afterwards, and what remains: who stays, who opens the gate, who can be at the door first. */
  closing: words,
};

/** Something to choose at a stage of a call or a relay, beside what it costs. */
export const optionShape = {
  /** A permanent name within its file, such as `r01` or `k07`; stored runs consist of these. */
  id: withMeta(z.string().regex(/^[a-z]\d{2}$/), { among: 'file' }),
  /** What the learner says or does. */
  text: wordsUpTo(160),
  /** It goes on; any other option costs its time and leads back to the same question. */
  right: z.literal(true).optional(),
  /** What is answered, or what happens. */
  says: wordsUpTo(240),
  /** The coach: names the act, and for a weak one the better words; what sped an alert up or delayed it. */
  coach: wordsUpTo(240),
};
