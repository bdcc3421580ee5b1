import { z } from 'astro/zod';
import { day, id, role, words } from './words.ts';

/** `content/modules/<id>/module.yml`; the folder name is the module's permanent id. */
export const moduleSchema = z.strictObject({
  title: words,
  /** What a learner can do afterwards, in one sentence; shown on the door. */
  promise: words,
  /** Who takes it; a module for everybody lists all roles. */
  roles: z.array(role).min(1),
  /** Minutes that the short way takes, reading and practice together. */
  minutes: z.int().min(1).max(30),
  /** Name of the drawing on its door, a file in `content/images/`. */
  drawing: id,
  /** What the learner will do, each with an observable verb. */
  objectives: z.array(words).min(1),
  /** Said before the module where a scene may weigh heavily; leave out where none does. */
  contentNote: words.optional(),
  /** Lesson ids in order; each has one file per language, `<lesson>.<language>.mdx`. */
  lessons: z.array(id).min(1),
  /**
   * The short way: ids of the lessons and practices that nobody leaves out, and `check` for the module's check. All
   * others are offered to those who want more. Left out, everything belongs to it.
   */
  core: z.array(id).min(1).optional(),
  /** A professional's signature over the module, or null while nobody has signed. */
  review: z
    .strictObject({
      name: z.string().min(1),
      role: z.string().min(1),
      on: day,
      /** Hash of the module's files as they were signed; another one now means that something has changed since. */
      hash: z.string().min(8),
      /** Hash of each file by its name, so that the book can say which of them has changed. */
      files: z.record(z.string(), z.string().min(8)).optional(),
    })
    .nullable(),
});
export type Module = z.infer<typeof moduleSchema>;

/** The head of a lesson file. */
export const lessonSchema = z.strictObject({
  title: z.string().trim().min(1),
  minutes: z.int().min(1).max(10),
});
export type Lesson = z.infer<typeof lessonSchema>;
