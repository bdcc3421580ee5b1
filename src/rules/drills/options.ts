import type { Figures } from '../language/figures.ts';
import type { Problem } from '../problem.ts';
import { isRight } from '../questions/answers.ts';
import { habitsOf } from '../questions/balance.ts';
import { type Named, namedIn } from '../reading/content.ts';
import { fieldOf, type Value, walk } from '../reading/value.ts';

/** Most characters of an option's text, of what is said or happens after it, and of the coach's note. */
export const longestOf = { text: 160, says: 240, coach: 240 } as const;

/** One question of a call or relay, as it stands in the file. */
export interface Stage {
  /** What an editor knows it by, such as `opening` or `landmark`. */
  id: string;
  line: number;
  options: Value[];
  /** Whether exactly one option is right, or one at least. */
  rights: 'one' | 'some';
}

/** A call or relay. */
export interface DrillFile {
  file: string;
  root: Value;
  stages: Stage[];
  languages: readonly string[];
  figures: Figures;
}

/** Every question of a drill can be left, no option stands twice, texts are short, no habit helps, and no figure is stated. */
export function drillProblems(drill: DrillFile): Problem[] {
  const { file, root, stages, languages, figures } = drill;
  const single = stages.filter(({ options }) => options.filter(isRight).length === 1);
  const rights = stages.flatMap((stage) => rightProblems(file, stage));
  return [
    ...rights,
    ...idProblems(file, namedIn(stages.flatMap(({ options }) => options))),
    ...stages.flatMap(({ options }) =>
      namedIn(options).flatMap((one) => lengthProblems(file, one)),
    ),
    ...(rights.length > 0 ? [] : habitsOf(file, single, languages)),
    ...figureProblems(file, root, figures),
  ];
}

function rightProblems(file: string, { id, line, options, rights }: Stage): Problem[] {
  if (options.length === 0) return [];
  const right = options.filter(isRight);
  const problem = (message: string, instead: string, why: string): Problem[] => [
    { file, line, value: id, message: `The question “${id}” ${message}`, instead, why },
  ];
  if (right.length === 0) {
    return problem(
      'has no right option.',
      'Add the line right: true to the option that leads on.',
      'Every other option comes back to the question; without a right one nobody could leave it.',
    );
  }
  if (right.length === options.length) {
    return problem(
      'has no weak option.',
      'Take right: true from an option that is weak, or add such an option.',
      'Where everything leads on, nothing is practised.',
    );
  }
  if (rights === 'one' && right.length > 1) {
    return problem(
      `has ${right.length} right options: ${namedIn(right)
        .map((option) => option.id)
        .join(', ')}.`,
      'Keep right: true on one of them.',
      'Here one answer is true, and a learner who gave the other would be left in doubt.',
    );
  }
  return [];
}

function idProblems(file: string, named: readonly Named[]): Problem[] {
  const ids = named.map(({ id }) => id);
  return named.flatMap(({ id, line }, index) => {
    if (ids.indexOf(id) === index) return [];
    return [
      {
        ...{ file, line, value: id },
        message: `Two options of this file have the id “${id}”.`,
        instead: `Write id: ${freeId(id, ids)}`,
        why: 'A kept run consists of these ids, so each may mean one option only, and for ever.',
      },
    ];
  });
}

/** The next id with the same letter that the file does not have. */
function freeId(id: string, ids: readonly string[]): string {
  const numbers = Array.from({ length: 99 }, (_, index) => `${index + 1}`.padStart(2, '0'));
  const free = numbers.map((number) => id.charAt(0) + number).find((one) => !ids.includes(one));
  return free ?? id;
}

function lengthProblems(file: string, { id, entry }: Named): Problem[] {
  return (['text', 'says', 'coach'] as const).flatMap((key) =>
    (fieldOf(entry, key)?.fields ?? []).flatMap(({ value: { written, line } }) => {
      const length = [...written].length;
      const most = longestOf[key];
      if (length <= most) return [];
      return [
        {
          ...{ file, line, value: written },
          message: `The text “${key}” of “${id}” has ${length} characters.`,
          instead: `Shorten it by ${length - most} to ${most}: “${written}”`,
          why: 'It is read on a small screen, in a hurry.',
        },
      ];
    }),
  );
}

function figureProblems(file: string, root: Value, { statisticIn }: Figures): Problem[] {
  return [...walk(root)].flatMap(({ value: { kind, written, line } }) => {
    const figure = kind === 'text' ? statisticIn(written) : undefined;
    if (!figure) return [];
    return [
      {
        ...{ file, line, value: figure },
        message: `This practice states “${figure}”, and it has no place for a source.`,
        instead: 'Take the figure out here, and state it in a lesson with its source.',
        why: 'A figure without a source cannot be checked, and wrong figures about suicide do harm.',
      },
    ];
  });
}
