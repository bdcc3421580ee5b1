import { z } from 'astro/zod';
import { drillHead, optionAt } from './drill.ts';
import { withMeta } from './meta.ts';
import { words } from './words.ts';

/** The stations that an alert passes, from the post to the door. */
export const stations = ['post', 'platform', 'command-centre', 'control-room', 'door'] as const;
export type Station = (typeof stations)[number];

const option = optionAt({
  /** Minutes that pass; invented for the practice, and said to be. */
  minutes: z.int().min(0).max(120),
});

/** `content/modules/<module>/<id>.relay.yml`: one alert, carried from a post to the door. The file's name is its permanent id. */
export const relaySchema = z.strictObject({
  ...drillHead(8),
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
