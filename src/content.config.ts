import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { contentFiles } from './build/content-files.ts';
import { fileKinds, type KnownKind } from './schema/kinds.ts';

type CollectedKind = Extract<KnownKind, { collection: string }>;
type Collections = {
  [Kind in CollectedKind as Kind['collection']]: { schema: Kind['schema']; loader: Loader };
};

/** Binds the content to its schemas. A file that stands once is a collection with one entry, named like the file. */
export const collections = Object.fromEntries(
  fileKinds.flatMap((kind) =>
    'collection' in kind
      ? [[kind.collection, defineCollection({ loader: contentFiles(kind), schema: kind.schema })]]
      : [],
  ),
  // Keys and schemas come from one list, whose types say which belongs to which.
) as unknown as Collections;
