import type { Cache } from '../cache.ts';
import type { Content, YamlFile } from './content.ts';

/**
 * What a rule that looks at one YAML file at a time finds in all of them; what has not changed is not looked at again.
 * @param inputs what its answer depends on beside the file
 */
export function inEachYaml<Answer>(
  { yaml }: Content,
  cache: Cache,
  rule: string,
  answer: (file: YamlFile) => Answer[],
  inputs: readonly string[] = [],
): Answer[] {
  return [...yaml.values()].flatMap((file) =>
    cache.remember(rule, [file.path, file.kind.name, file.text, ...inputs], () => answer(file)),
  );
}
