import type { Problem } from '../problem.ts';
import { type Content, filesOf } from '../reading/content.ts';
import { fieldOf } from '../reading/value.ts';
import { suggestion } from './edit-distance.ts';

/** The drawing on each module's door is there. */
export function drawingsProblems(content: Content): Problem[] {
  const names = [...content.paths.keys()].flatMap(
    (path) => /^content\/images\/([^/]+)\.svg$/.exec(path)?.[1] ?? [],
  );
  return filesOf(content, 'module').flatMap(({ path, value }) => {
    const drawing = fieldOf(value, 'drawing');
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
