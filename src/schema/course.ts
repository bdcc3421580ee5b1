import { z } from 'astro/zod';
import { id, role, words } from './words.ts';

/** `content/course.yml`: languages, audiences and the order of the modules. */
export const courseSchema = z.strictObject({
  /** Permanent id of the course; codes and stored records carry it. */
  id,
  title: words,
  /** One sentence that says what the course is for. */
  promise: words,
  /** Languages in the order in which they are offered; `name` is in the language itself. */
  languages: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]{2,3}$/),
        name: z.string().min(1),
        locale: z.string().min(2),
      }),
    )
    .min(1),
  /** The audiences a learner chooses from. */
  roles: z.array(z.strictObject({ id: role, name: words, who: words })).min(1),
  /** Module ids in the order in which they are taken. */
  modules: z.array(id).min(1),
  /** Most minutes that the short way may take in all; left out, as many as it likes. */
  shortWay: z.int().min(10).max(240).optional(),
  /** The end of the course, where practice is done without help; a short course may do without. */
  final: z
    .strictObject({
      /** The module with the unseen variants, the last cases and the last call; its check is the closing one. */
      module: id,
      /** The lesson to which the coach leads back when this was missing. */
      leads: z.strictObject({
        'asks-directly': id,
        secrecy: id,
        'safety-now': id,
        'hands-over': id,
        'follows-up': id,
        cases: id,
        call: id,
      }),
      /** Questions of the closing check that every refresher asks again, so that answers of years can be compared. */
      refresher: z.array(id).max(6).default([]),
    })
    .optional(),
});
/** What must be there at the end; each leads back to a lesson. */
export type Lead = keyof NonNullable<Course['final']>['leads'];
export type Course = z.infer<typeof courseSchema>;
