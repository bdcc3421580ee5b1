import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { fieldOf } from '../reading/value.ts';
import { suggestion } from './edit-distance.ts';

/** The drawing on each module's door is there. */
export function drawingsProblems({ paths, yaml }: Content): Problem[] {
  const names = [...paths.keys()].flatMap(
    (path) => /^content\/images\/([^/]+)\.svg$/.exec(path)?.[1] ?? [],
  );
  return [...yaml.values()].flatMap(({ path, kind, value }) => {
    const drawing = kind.kind === 'module' ? fieldOf(value, 'drawing') : undefined;
    if (drawing?.kind !== 'text' || names.includes(drawing.written)) return [];
    const file = `content/images/${drawing.written}.svg`;
    const hint = suggestion(drawing.written, names, 'drawings');
    return [
      {
        ...{ file: path, line: drawing.line, value: drawing.written },
        message: `There is no drawing ${file}.`,
        instead: hint.startsWith('Did') ? hint : `Add the file ${file}. ${hint}`,
        why: 'The drawing stands on the module’s door.',
      },
    ];
  });
}
