import type { z } from 'astro/zod';
import { aloudSchema } from './aloud.ts';
import { callSchema } from './call.ts';
import { casesSchema } from './cases.ts';
import { coordinatorSchema } from './coordinator.ts';
import { courseSchema } from './course.ts';
import { dangerSchema } from './danger.ts';
import { languageSchema } from './language.ts';
import { glossarySchema, helplinesSchema, sourcesSchema } from './ledgers.ts';
import { lexiconSchema } from './lexicon.ts';
import { lessonSchema, moduleSchema } from './module.ts';
import { quizSchema } from './quiz.ts';
import { readersSchema } from './readers.ts';
import { relaySchema } from './relay.ts';
import { scenarioSchema } from './scenario.ts';
import { placesSchema, siteSchema, uiSchema } from './site.ts';

/** A kind of file in `content/`. Everything that has to know which kinds there are asks the list of them below. */
export interface FileKind {
  /** What code calls it, e.g. `scenario`. */
  readonly name: string;
  /**
   * The path of its files. Names in braces stand for what differs from file to file: `{module}`, `{lesson}` and
   * `{id}` for ids, `{language}` for the short name of a language, `{guide}` and `{image}` for names of such files,
   * `{list}` for the short name of a signing key.
   * The path of a file that stands once has none.
   */
  readonly path: string;
  /** The form of a YAML file, or of a lesson's head; left out where the file is not read as data. */
  readonly schema?: z.ZodType;
  /** The collection in which pages find it; left out where no page needs it. */
  readonly collection?: string;
  /** What messages call one of them, e.g. `conversation`; given where its files carry an id of their own. */
  readonly noun?: string;
  /**
   * Given where it is a practice, a step of its module. The schema of a practice has `title`, `contentNote`,
   * `minutes`, and whose it is: `role` or `roles`.
   */
  readonly practice?: {
    /** The part of the address in front of the practice's id: `practice` for `/hi/practice/warden-knock/`. */
    readonly segment: string;
  };
}

/** All kinds of files that the content consists of; practices in the order in which a module shows them. */
export const fileKinds = [
  { name: 'course', path: 'content/course.yml', schema: courseSchema, collection: 'course' },
  { name: 'site', path: 'content/site.yml', schema: siteSchema, collection: 'site' },
  {
    name: 'helplines',
    path: 'content/helplines.yml',
    schema: helplinesSchema,
    collection: 'helplines',
  },
  { name: 'danger', path: 'content/danger.yml', schema: dangerSchema, collection: 'danger' },
  { name: 'readers', path: 'content/readers.yml', schema: readersSchema, collection: 'readers' },
  {
    name: 'coordinator',
    path: 'content/coordinator.yml',
    schema: coordinatorSchema,
    collection: 'coordinator',
  },
  { name: 'places', path: 'content/places.yml', schema: placesSchema, collection: 'places' },
  { name: 'sources', path: 'content/sources.yml', schema: sourcesSchema, collection: 'sources' },
  {
    name: 'glossary',
    path: 'content/glossary.yml',
    schema: glossarySchema,
    collection: 'glossary',
  },
  { name: 'language', path: 'content/language.yml', schema: languageSchema },
  { name: 'lexicon', path: 'content/languages/{language}.yml', schema: lexiconSchema },
  { name: 'ui', path: 'content/ui/{language}.yml', schema: uiSchema, collection: 'ui' },
  {
    name: 'module',
    path: 'content/modules/{module}/module.yml',
    schema: moduleSchema,
    collection: 'modules',
  },
  {
    name: 'quiz',
    path: 'content/modules/{module}/quiz.yml',
    schema: quizSchema,
    collection: 'quizzes',
  },
  {
    name: 'aloud',
    path: 'content/modules/{module}/aloud.yml',
    schema: aloudSchema,
    collection: 'alouds',
  },
  {
    name: 'lesson',
    path: 'content/modules/{module}/{lesson}.{language}.mdx',
    schema: lessonSchema,
    collection: 'lessons',
  },
  {
    name: 'relay',
    path: 'content/modules/{module}/{id}.relay.yml',
    schema: relaySchema,
    collection: 'relays',
    noun: 'relay',
    practice: { segment: 'relay' },
  },
  {
    name: 'cases',
    path: 'content/modules/{module}/{id}.cases.yml',
    schema: casesSchema,
    collection: 'cases',
    noun: 'cases file',
    practice: { segment: 'cases' },
  },
  {
    name: 'call',
    path: 'content/modules/{module}/{id}.call.yml',
    schema: callSchema,
    collection: 'calls',
    noun: 'call',
    practice: { segment: 'call' },
  },
  {
    name: 'scenario',
    path: 'content/modules/{module}/{id}.scenario.yml',
    schema: scenarioSchema,
    collection: 'scenarios',
    noun: 'conversation',
    practice: { segment: 'practice' },
  },
  { name: 'guide', path: 'content/{guide}' },
  { name: 'image', path: 'content/images/{image}' },
  { name: 'status', path: 'content/status/{list}.jwt' },
] as const satisfies readonly FileKind[];

/** An entry of the list above. */
export type KnownKind = (typeof fileKinds)[number];

/** An entry of the list above that is a practice. */
export type PracticeKind = Extract<KnownKind, { practice: unknown }>;

/** A kind of practice, as far as pages and rules need to know it. */
export type PracticeFileKind = FileKind & Required<Pick<FileKind, 'noun' | 'practice'>>;

/** The kinds that are practices. */
export function practiceKinds(kinds: readonly FileKind[] = fileKinds): PracticeFileKind[] {
  return kinds.filter((kind): kind is PracticeFileKind => kind.practice !== undefined);
}
