import { z } from 'astro/zod';
import { withMeta } from './meta.ts';
import { role, words, wordsUpTo } from './words.ts';

/** The stations that an alert passes, from the post to the door. */
export const stations = ['post', 'platform', 'command-centre', 'control-room', 'door'] as const;
export type Station = (typeof stations)[number];

/** A permanent name within its file, such as `k07`; stored runs consist of these. */
const optionId = withMeta(z.string().regex(/^[a-z]\d{2}$/), { among: 'file' });

const option = z.strictObject({
  id: optionId,
  /** What is done with the alert here. */
  text: wordsUpTo(160),
  /** The alert goes on; any other option costs its minutes and leads back to the same fork. */
  right: z.literal(true).optional(),
  /** Minutes that pass; invented for the practice, and said to be. */
  minutes: z.int().min(0).max(120),
  /** What happens. */
  says: wordsUpTo(240),
  /** What sped it up or delayed it. */
  coach: wordsUpTo(240),
});

/** `content/modules/<module>/<id>.relay.yml`: one alert, carried from a post to the door. The file's name is its permanent id. */
export const relaySchema = z.strictObject({
  title: words,
  roles: z.array(role).min(1),
  minutes: z.int().min(2).max(8),
  setting: words,
  contentNote: words,
  forks: z
    .array(
      z.strictObject({
        station: z.enum(stations),
        /** What is known here, and what is not. */
        scene: words,
        asks: words,
        options: withMeta(z.array(option).min(2).max(4), { rights: 'one' }),
      }),
    )
    .min(5)
    // A kept run, which holds every option at worst, has 64 values at most.
    .max(15),
  /** What nobody outside knows about the real relay; told at the end. */
  unknown: words,
  /** What remains: who can be at the door first. */
  closing: words,
});
export type Relay = z.infer<typeof relaySchema>;
