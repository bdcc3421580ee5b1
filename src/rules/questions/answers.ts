import type { Problem } from '../problem.ts';
import { type Content, filesOf, type Named, namedIn } from '../reading/content.ts';
import { fieldOf, listOf, textOf, type Value } from '../reading/value.ts';

/** A question with the file it stands in. */
export interface AskedQuestion extends Named {
  file: string;
  module: string;
  /** `single`, `several`, `sort` …, as it is written. */
  kind: string;
  options: Value[];
}

/** All questions of all modules, in the order of their files. */
export function questionsOf(content: Content): AskedQuestion[] {
  return filesOf(content, 'quiz').flatMap(({ path, module = '', value }) =>
    namedIn(listOf(value, 'items')).map((item) => ({
      ...item,
      ...{ file: path, module },
      ...{
        kind: textOf(fieldOf(item.entry, 'kind')) ?? '',
        options: listOf(item.entry, 'options'),
      },
    })),
  );
}

/** Whether an option is marked as right. */
export function isRight(option: Value): boolean {
  const right = fieldOf(option, 'right');
  return right?.kind === 'boolean' && right.written.toLowerCase() === 'true';
}

/** Every question can be answered: it has right options where it needs them, and a letter for each option. */
export function answersProblems(content: Content): Problem[] {
  return questionsOf(content).flatMap((question) => [
    ...rightProblems(question),
    ...letterProblems(question),
  ]);
}

function rightProblems({ file, line, id, kind, options }: AskedQuestion): Problem[] {
  if (options.length === 0) return [];
  const right = options.filter(isRight).length;
  const problem = (message: string, instead: string, why: string): Problem[] => [
    { file, line, value: id, message: `The question “${id}” ${message}`, instead, why },
  ];
  if (kind === 'single' && right !== 1) {
    return problem(
      right === 0 ? 'has no right option.' : `has ${right} right options.`,
      right === 0
        ? 'Add the line right: true to the option that is right.'
        : 'Keep right: true on one option, or write kind: several.',
      'A question of the kind single has one right option.',
    );
  }
  if (kind === 'several' && right === 0) {
    return problem(
      'has no right option.',
      'Add the line right: true to each option that is right.',
      'Otherwise nobody could answer it.',
    );
  }
  if (kind === 'several' && right === options.length) {
    return problem(
      'has no wrong option.',
      'Take right: true from an option that is wrong, or add such an option.',
      'Otherwise ticking everything would be the answer.',
    );
  }
  if (kind === 'sort' && right === 0) {
    return problem(
      'has no true statement.',
      'Add the line right: true to each statement that is true.',
      'A sorting needs something for each of its two sides.',
    );
  }
  if (kind === 'sort' && right === options.length) {
    return problem(
      'has no myth.',
      'Take right: true from a statement that is a myth, or add such a statement.',
      'A sorting needs something for each of its two sides.',
    );
  }
  return [];
}

function letterProblems({ file, id, options }: AskedQuestion): Problem[] {
  const named = namedIn(options);
  const letters = named.map((option) => option.id);
  return named.flatMap((option, index) => {
    if (letters.indexOf(option.id) === index) return [];
    const free =
      [...'abcdefghijklmnopqrstuvwxyz'].find((letter) => !letters.includes(letter)) ?? 'z';
    return [
      {
        ...{ file, line: option.line, value: option.id },
        message: `Two options of the question “${id}” have the letter “${option.id}”.`,
        instead: `Write id: ${free}`,
        why: 'A stored answer is a letter, so each letter means one option, for ever.',
      },
    ];
  });
}
