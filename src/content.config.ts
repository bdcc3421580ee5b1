import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { yamlFiles } from './build/yaml-files.ts';
import { aloudSchema } from './schema/aloud.ts';
import { callSchema } from './schema/call.ts';
import { casesSchema } from './schema/cases.ts';
import { courseSchema } from './schema/course.ts';
import { glossarySchema, helplinesSchema, sourcesSchema } from './schema/ledgers.ts';
import { lessonSchema, moduleSchema } from './schema/module.ts';
import { quizSchema } from './schema/quiz.ts';
import { relaySchema } from './schema/relay.ts';
import { scenarioSchema } from './schema/scenario.ts';
import { placesSchema, siteSchema, uiSchema } from './schema/site.ts';

/** Binds the content to its schemas. A file that stands once is a collection with one entry, named like the file. */
export const collections = {
  course: defineCollection({ loader: yamlFiles(/^content\/(course)\.yml$/), schema: courseSchema }),
  site: defineCollection({ loader: yamlFiles(/^content\/(site)\.yml$/), schema: siteSchema }),
  helplines: defineCollection({
    loader: yamlFiles(/^content\/(helplines)\.yml$/),
    schema: helplinesSchema,
  }),
  places: defineCollection({ loader: yamlFiles(/^content\/(places)\.yml$/), schema: placesSchema }),
  sources: defineCollection({
    loader: yamlFiles(/^content\/(sources)\.yml$/),
    schema: sourcesSchema,
  }),
  glossary: defineCollection({
    loader: yamlFiles(/^content\/(glossary)\.yml$/),
    schema: glossarySchema,
  }),
  /** Id: the language. */
  ui: defineCollection({ loader: yamlFiles(/^content\/ui\/([a-z]+)\.yml$/), schema: uiSchema }),
  /** Id of modules, quizzes and aloud cards: the module's folder. */
  modules: defineCollection({
    loader: yamlFiles(/^content\/modules\/([^/]+)\/module\.yml$/),
    schema: moduleSchema,
  }),
  quizzes: defineCollection({
    loader: yamlFiles(/^content\/modules\/([^/]+)\/quiz\.yml$/),
    schema: quizSchema,
  }),
  alouds: defineCollection({
    loader: yamlFiles(/^content\/modules\/([^/]+)\/aloud\.yml$/),
    schema: aloudSchema,
  }),
  /** Id of practices: `<module>/<practice>`. */
  cases: defineCollection({
    loader: yamlFiles(/^content\/modules\/([^/]+\/[^/]+)\.cases\.yml$/),
    schema: casesSchema,
  }),
  calls: defineCollection({
    loader: yamlFiles(/^content\/modules\/([^/]+\/[^/]+)\.call\.yml$/),
    schema: callSchema,
  }),
  relays: defineCollection({
    loader: yamlFiles(/^content\/modules\/([^/]+\/[^/]+)\.relay\.yml$/),
    schema: relaySchema,
  }),
  scenarios: defineCollection({
    loader: yamlFiles(/^content\/modules\/([^/]+\/[^/]+)\.scenario\.yml$/),
    schema: scenarioSchema,
  }),
  /** Id: `<module>/<lesson>.<language>`. */
  lessons: defineCollection({
    loader: glob({
      base: './content/modules',
      pattern: '*/*.mdx',
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
    schema: lessonSchema,
  }),
};
