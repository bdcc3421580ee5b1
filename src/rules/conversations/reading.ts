import { type Scenario, scenarioSchema } from '../../schema/scenario.ts';
import { issueToWords } from '../files/schema-messages.ts';
import type { ContentFile, Problem } from '../problem.ts';
import { follow, type Value, valueToData } from '../reading/value.ts';
import { readYamlFile } from '../reading/yaml-text.ts';

/** A practice conversation as the rules see it. */
export interface Scene {
  file: string;
  /** The scene's permanent id, told from the file's name. */
  id: string;
  scenario: Scenario;
  /** Line in the file of what stands at the end of a path. */
  lineAt: (...path: (string | number)[]) => number;
}

const NAME = /^content\/modules\/[^/]+\/([^/]+)\.scenario\.yml$/;

/** Reads every `*.scenario.yml`; what is not in its form becomes a problem and is left out. */
export function readScenes(files: readonly ContentFile[]): {
  scenes: Scene[];
  problems: Problem[];
} {
  const read = files.flatMap((file) => {
    const [, id] = NAME.exec(file.path) ?? [];
    return id ? [readScene(file, id)] : [];
  });
  return {
    scenes: read.flatMap(({ scene }) => scene ?? []),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readScene(source: ContentFile, id: string): { scene?: Scene; problems: Problem[] } {
  const { path: file } = source;
  const { value: root, problems } = readYamlFile(source);
  if (!root) return { problems };
  const { data: scenario, error } = scenarioSchema.safeParse(valueToData(root));
  const issues = (error?.issues ?? []).flatMap((issue) => {
    const { value: found, steps } = follow(root, issue.path);
    const isMissing = steps < issue.path.length;
    return issueToWords(issue, { schema: scenarioSchema, root, found, isMissing }).map((words) => ({
      ...words,
      file,
    }));
  });
  const lineAt = (...path: (string | number)[]) => lineOf(root, path);
  return {
    ...(scenario && problems.length === 0 && { scene: { file, id, scenario, lineAt } }),
    problems: [...problems, ...issues],
  };
}

/** The line of the deepest value of a path that is there; a key's own line where it has one. */
function lineOf(root: Value, path: readonly (string | number)[]): number {
  const { value } = follow(root, path.slice(0, -1));
  const key = path.at(-1);
  return value.fields.find((field) => field.key === key)?.line ?? follow(root, path).value.line;
}
