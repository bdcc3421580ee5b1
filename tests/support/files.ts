import { parse } from 'yaml';
import type { ContentFile } from '../../src/rules/problem.ts';
import { fileKinds, type KnownKind } from '../../src/schema/kinds.ts';
import { pathToKind } from '../../src/schema/paths.ts';

type KindNamed<Name> = Extract<KnownKind, { name: Name }>;
type DataOf<Name> =
  KindNamed<Name> extends { schema: { parse: (data: never) => infer Data } } ? Data : never;

/** The files of a kind among some content files with what they hold, by the module and the id that their paths name. */
export function filesOfKind<Name extends KnownKind['name']>(
  files: readonly ContentFile[],
  name: Name,
): { module: string; id: string; data: DataOf<Name> }[] {
  const kinds = fileKinds.filter((kind) => kind.name === name);
  return files.flatMap(({ path, text }) => {
    const { kind, module = '', id = '' } = pathToKind(path, kinds) ?? {};
    return kind?.schema
      ? [{ module, id, data: kind.schema.parse(parse(text)) as DataOf<Name> }]
      : [];
  });
}
