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
});
export type Course = z.infer<typeof courseSchema>;
