import { z } from 'astro/zod';
import { drillHead, optionAt } from './drill.ts';
import { withMeta } from './meta.ts';
import { words } from './words.ts';

/** What an operator must know before anybody can come, in the order in which it helps. */
export const callItems = [
  'place',
  'landmark',
  'who',
  'phone',
  'link',
  'last-seen',
  'with-them',
  'danger',
] as const;
export type CallItem = (typeof callItems)[number];

/** What goes wrong with a line, whoever is at its other end. */
const callTroubles = [
  'no-answer', // it rings and nobody picks up
  'refused', // sent elsewhere, or told to come in person
  'cut-off', // the line drops in the middle
  'on-hold', // asked to wait
] as const;
export type CallTrouble = (typeof callTroubles)[number];

const option = optionAt({
  /** How long it takes until the talk can go on; a weak one takes longer. */
  seconds: z.int().min(1).max(240),
});

const answers = withMeta(z.array(option).min(2).max(4), { rights: 'one' });

const opening = z.strictObject({
  ...option.shape,
  /** What the first sentence tells already; the operator does not ask for it again. */
  gives: z.array(z.enum(callItems)),
});

/** `content/modules/<module>/<id>.call.yml`: a call to practise. The file's name is its permanent id. No number is dialled. */
export const callSchema = z.strictObject({
  ...drillHead(6),
  /** The slip in the learner's hand: what is known, and what is not ("nobody knows"). */
  facts: z.strictObject(
    Object.fromEntries(callItems.map((item) => [item, words])) as Record<CallItem, typeof words>,
  ),
  /** Whom one might ring first; a wrong room costs time and sends the learner on. At least one is right. */
  rings: withMeta(z.array(option).min(3).max(4), { rights: 'some' }),
  /** The first sentence; the right one begins with the place. */
  opening: withMeta(z.array(opening).min(3).max(4), { rights: 'some' }),
  /** What the operator asks, in this order, unless the first sentence has told it. */
  asks: z
    .array(
      z.strictObject({
        item: z.enum(callItems),
        asks: words,
        options: answers,
      }),
    )
    .min(4),
  /** What goes wrong on the way, each after a stage: after whom one rings, the first sentence, or a question. */
  troubles: z
    .array(
      z.strictObject({
        kind: withMeta(z.enum(callTroubles), { among: 'file' }),
        after: z.enum(['ring', 'opening', ...callItems]),
        happens: words,
        options: answers,
      }),
    )
    .max(3)
    .default([]),
  /** The operator repeats what was said, with one slip; the learner puts it right. */
  repeat: z.strictObject({ says: words, options: answers }),
  /** What happens afterwards: who stays, who opens the gate, who is told. */
  closing: words,
});
export type Call = z.infer<typeof callSchema>;
export type CallOption = z.infer<typeof option>;
