import { parse } from 'yaml';
import type { ContentFile } from '../../src/rules/problem.ts';
import { fileKinds, type KnownKind } from '../../src/schema/kinds.ts';
import { pathToKind } from '../../src/schema/paths.ts';

type KindNamed<Name> = Extract<KnownKind, { name: Name }>;
type DataOf<Name> =
  KindNamed<Name> extends { schema: { parse: (data: never) => infer Data } } ? Data : never;

const reads = new WeakMap<ContentFile, () => unknown>();

/**
 * The files of a kind among some content files with what they hold, by the module and the id that their paths name. A file
 * is read when its data are first asked for: all conversations together take seconds, and few tests need more than one.
 */
export function filesOfKind<Name extends KnownKind['name']>(
  files: readonly ContentFile[],
  name: Name,
): { module: string; id: string; readonly data: DataOf<Name> }[] {
  const kinds = fileKinds.filter((kind) => kind.name === name);
  return files.flatMap((file) => {
    const { path, text } = file;
    const { kind, module = '', id = '' } = pathToKind(path, kinds) ?? {};
    const { schema } = kind ?? {};
    if (!schema) return [];
    const read = reads.get(file) ?? once(() => schema.parse(parse(text)));
    reads.set(file, read);
    return [
      {
        module,
        id,
        get data() {
          return read() as DataOf<Name>;
        },
      },
    ];
  });
}

/** A function that works its answer out at the first call and then gives the same one. */
export function once<Answer>(answer: () => Answer): () => Answer {
  let known: { answer: Answer } | undefined;
  return () => {
    known ??= { answer: answer() };
    return known.answer;
  };
}
