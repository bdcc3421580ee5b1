import { type Scenario, scenarioSchema } from '../../schema/scenario.ts';
import { type Cache, noCache } from '../cache.ts';
import { type Content, filesOf } from '../reading/content.ts';
import { follow, type Value, valueToData } from '../reading/value.ts';

/** A practice conversation as the rules see it. */
export interface Scene {
  file: string;
  /** The scene's permanent id, taken from the file's name. */
  id: string;
  scenario: Scenario;
  /** Line in the file of what stands at the end of a path. */
  lineAt: (...path: (string | number)[]) => number;
}

const readings = new WeakMap<Content, readonly Scene[]>();

/** The conversations of the content; one that is not in its form is left out, since the schema tells its problems. */
export function readScenes(content: Content, cache: Cache = noCache): readonly Scene[] {
  const scenes = readings.get(content) ?? scenesIn(content, cache);
  readings.set(content, scenes);
  return scenes;
}

function scenesIn(content: Content, cache: Cache): Scene[] {
  const broken = new Set(content.problems.map(({ file }) => file));
  return filesOf(content, 'scenario').flatMap(({ path: file, id = '', text, value: root }) => {
    const scenario = cache.remember(
      'scene',
      [text],
      () => scenarioSchema.safeParse(valueToData(root)).data ?? null,
    );
    if (!scenario || broken.has(file)) return [];
    return [{ file, id, scenario, lineAt: (...path) => lineOf(root, path) }];
  });
}

/** The line of the deepest value of a path that is there; a key's own line where it has one. */
function lineOf(root: Value, path: readonly (string | number)[]): number {
  const { value } = follow(root, path.slice(0, -1));
  const key = path.at(-1);
  return value.fields.find((field) => field.key === key)?.line ?? follow(root, path).value.line;
}
