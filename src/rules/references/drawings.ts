import { found, type Problem } from '../problem.ts';
import { type Content, filesOf } from '../reading/content.ts';
import type { Lesson, Part } from '../reading/lesson-text.ts';
import { fieldOf } from '../reading/value.ts';
import { suggestion } from './edit-distance.ts';

/** Characters of what a drawing shows, as in the schema of conversations. */
const LONGEST = 120;
const LATER = 'People look before they read, and nobody waits for a drawing below the text.';

/** The drawings that are named are there; every lesson has one, below the text of a card. */
export function drawingsProblems(content: Content): Problem[] {
  const names = [...content.paths.keys()].flatMap(
    (path) => /^content\/images\/([^/]+)\.svg$/.exec(path)?.[1] ?? [],
  );
  const missing = (file: string, line: number, name: string, why: string): Problem[] =>
    names.includes(name) ? [] : [missingDrawing(file, line, name, names, why)];
  return [
    ...filesOf(content, 'module').flatMap(({ path, value }) => {
      const drawing = fieldOf(value, 'drawing');
      if (drawing?.kind !== 'text') return [];
      const why = 'The drawing stands on the module’s door.';
      return missing(path, drawing.line, drawing.written, why);
    }),
    ...filesOf(content, 'scenario').flatMap(({ path, value }) => {
      const name = fieldOf(fieldOf(value, 'drawing'), 'name');
      if (name?.kind !== 'text') return [];
      return missing(path, name.line, name.written, 'The drawing shows the room before the talk.');
    }),
    ...content.lessons.flatMap((lesson) => [
      ...lesson.tags.flatMap(({ name, attributes, line }) => {
        const drawing = name === 'Drawing' ? attributes.get('name') : undefined;
        return [
          ...(drawing ? missing(lesson.path, line, drawing, 'The card shows the drawing.') : []),
          ...longProblems(lesson.path, line, attributes.get('alt') ?? ''),
        ];
      }),
      ...(lesson.isWhole ? placeProblems(lesson) : []),
    ]),
  ];
}

function missingDrawing(
  file: string,
  line: number,
  value: string,
  names: readonly string[],
  why: string,
): Problem {
  const added = `content/images/${value}.svg`;
  const hint = suggestion(value, names, 'drawings');
  return {
    ...{ file, line, value, why },
    message: `There is no drawing ${added}.`,
    instead: hint.startsWith('Did') ? hint : `Add the file ${added}. ${hint}`,
  };
}

function longProblems(file: string, line: number, alt: string): Problem[] {
  const { length } = [...alt];
  return found(
    length > LONGEST && {
      ...{ file, line, value: alt },
      message: `What the drawing shows takes ${length} characters.`,
      instead: `Say in ${LONGEST} characters at most which things are seen and where.`,
      why: 'Who cannot see the drawing hears it between two cards and should be back at the text soon.',
    },
  );
}

function placeProblems({ path, parts, tags }: Lesson): Problem[] {
  const cards = parts.filter(({ name }) => name === 'Card');
  const [first] = cards;
  if (first && !tags.some(({ name }) => name === 'Drawing')) {
    return [
      {
        ...{ file: path, line: first.line, value: first.attributes.get('id') ?? '' },
        message: 'The lesson has no drawing.',
        instead:
          'Write <Drawing name="…" alt="…" /> as the last line of a card, with the name of a file in content/images/, or of one that you draw by content/images/README.md.',
        why: LATER,
      },
    ];
  }
  return cards.flatMap((card) => card.parts.filter(isEarly).map((part) => early(path, part)));
}

const isDrawing = ({ kind, name }: Part) => kind === 'tag' && name === 'Drawing';

function isEarly(part: Part, at: number, parts: readonly Part[]): boolean {
  return isDrawing(part) && parts.slice(at + 1).some((later) => !isDrawing(later));
}

function early(file: string, { line, attributes }: Part): Problem {
  const value = attributes.get('name') ?? '';
  return {
    ...{ file, line, value, why: LATER },
    message: `Text follows the drawing “${value}” in its card.`,
    instead: 'Move the drawing to the end of the card, right before </Card>.',
  };
}
