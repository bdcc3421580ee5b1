import { z } from 'astro/zod';
import { withMeta } from './meta.ts';
import { id, role, words, wordsUpTo } from './words.ts';

/** An option's permanent letter; stored answers refer to it, so a letter is never given to another option. */
const letter = z
  .string()
  .regex(/^[a-z]$/, { error: 'an option id is one lower-case letter, for example b' });

const optionText = wordsUpTo(120);
const feedback = wordsUpTo(320);

const option = z.strictObject({
  id: letter,
  text: optionText,
  /** Why this is so and, for a weak option, what to say or do instead. */
  feedback,
});
const judgedOption = option.extend({ right: z.boolean().default(false) });

const common = {
  id: withMeta(id, { among: 'course' }),
  /** Whom the question is for; left out, it is for everybody. */
  roles: z.array(role).min(1).optional(),
  prompt: words,
  /** Source ids that the right answer and the feedback rest on. */
  sources: z.array(id).default([]),
  /** In the closing check: the question of the starting check that asks the same in other words. */
  parallel: id.optional(),
};

/** One right option. */
const single = z.strictObject({
  ...common,
  kind: z.literal('single'),
  options: withMeta(z.array(judgedOption).min(3).max(5), { rights: 'one' }),
});
/** Any number of right options. */
const several = z.strictObject({
  ...common,
  kind: z.literal('several'),
  options: withMeta(z.array(judgedOption).min(3).max(6), { rights: 'some' }),
});
/** Statements, each true or a myth; `right: true` marks the true ones. */
const sort = z.strictObject({
  ...common,
  kind: z.literal('sort'),
  options: withMeta(z.array(judgedOption).min(2).max(5), {
    rights: 'some',
    sides: ['true statement', 'myth'],
  }),
});
/** Steps to put in order; the file lists them in the right order. */
const order = z.strictObject({
  ...common,
  kind: z.literal('order'),
  options: z
    .array(z.strictObject({ id: letter, text: optionText }))
    .min(3)
    .max(5),
  /** Why the order is so; shown after an answer. */
  feedback,
});
/** A line that somebody might say: keep it or rewrite it. */
const rewrite = z.strictObject({
  ...common,
  kind: z.literal('rewrite'),
  line: words,
  verdict: z.enum(['keep', 'rewrite']),
  feedback: z.strictObject({ keep: feedback, rewrite: feedback }),
  /** How it may be said; two or three versions. */
  better: z.array(words).min(1).max(3),
});
/** A readiness question without a right answer: five steps from none to full. */
const scale = z.strictObject({ ...common, kind: z.literal('scale') });

export const itemSchema = z.discriminatedUnion('kind', [
  single,
  several,
  sort,
  order,
  rewrite,
  scale,
]);
export type Item = z.infer<typeof itemSchema>;

/** `content/modules/<id>/quiz.yml`. */
export const quizSchema = z.strictObject({
  /**
   * A `starting` check shows no marks: it tells the learner where they stand. A `closing` check asks the same in other
   * words, so that the two can be put side by side. A `module` check counts.
   */
  kind: z.enum(['starting', 'module', 'closing']),
  items: z.array(itemSchema).min(1),
});
export type Quiz = z.infer<typeof quizSchema>;
