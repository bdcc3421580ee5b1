import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import { yamlFiles } from './build/yaml-files.ts';
import { fileKinds, type KnownKind } from './schema/kinds.ts';
import { collectionId, pathToKind } from './schema/paths.ts';

type CollectedKind = Extract<KnownKind, { collection: string }>;
type Collections = {
  [Kind in CollectedKind as Kind['collection']]: { schema: Kind['schema']; loader: Loader };
};

/** Lessons are MDX, which Astro reads and draws. */
const lessons = glob({
  base: './content/modules',
  // Ids begin with a letter; what editors leave behind, such as `~$plate.en.mdx`, does not.
  pattern: '*/[a-z]*.mdx',
  generateId: ({ entry }) => {
    const file = pathToKind(`content/modules/${entry}`);
    return file ? collectionId(file) : entry;
  },
});

/** Binds the content to its schemas. A file that stands once is a collection with one entry, named like the file. */
export const collections = Object.fromEntries(
  fileKinds.flatMap((kind) =>
    'collection' in kind
      ? [
          [
            kind.collection,
            defineCollection({
              loader: kind.name === 'lesson' ? lessons : yamlFiles(kind),
              schema: kind.schema,
            }),
          ],
        ]
      : [],
  ),
  // Keys and schemas come from one list, whose types say which belongs to which.
) as unknown as Collections;
