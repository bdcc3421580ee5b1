import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import { groupBy } from '../reading/group.ts';
import { fieldOf, textOf } from '../reading/value.ts';
import { type AskedQuestion, questionsOf } from './asked.ts';
import { isRight } from './right-options.ts';

/** Fewer questions than this are too few to show a habit. */
const LEAST = 3;
/** A habit is reported where it holds for more than this part of a module's questions. */
const MOST = 2 / 3;

/** Over a module the right option is neither nearly always the longest nor nearly always in one place. */
export function balanceProblems(content: Content): Problem[] {
  const single = questionsOf(content).filter(
    ({ kind, options }) => kind === 'single' && options.filter(isRight).length === 1,
  );
  return [...groupBy(single, ({ file }) => file).entries()].flatMap(([file, questions]) =>
    habitsOf(file, questions, content.languages),
  );
}

/** A question with one right option. */
export type SingleQuestion = Pick<AskedQuestion, 'id' | 'line' | 'options'>;

/** The habits by which somebody could answer a file's questions, each with one right option, without having learnt anything. */
export function habitsOf(
  file: string,
  questions: readonly SingleQuestion[],
  languages: readonly string[],
): Problem[] {
  if (questions.length < LEAST) return [];
  return [...lengthProblems(file, questions, languages), ...placeProblems(file, questions)];
}

function lengthProblems(
  file: string,
  questions: readonly SingleQuestion[],
  languages: readonly string[],
): Problem[] {
  return languages.flatMap((language) => {
    const longest = questions.filter((question) => isRightLongest(question, language));
    const [first] = longest;
    if (!first || longest.length <= questions.length * MOST) return [];
    return [
      {
        ...{ file, line: first.line, value: first.id },
        message: `In ${longest.length} of the ${questions.length} questions with one right option the right one is the longest in the language “${language}”: ${namesOf(longest)}.`,
        instead: `Shorten the right options or lengthen others, until it is so in ${Math.floor(questions.length * MOST)} at most.`,
        why: 'Whoever notices the habit answers without having learnt anything.',
      },
    ];
  });
}

function isRightLongest({ options }: SingleQuestion, language: string): boolean {
  const length = (option: (typeof options)[number]) =>
    [...(textOf(fieldOf(fieldOf(option, 'text'), language)) ?? '')].length;
  const right = options.find(isRight);
  return (
    right !== undefined &&
    options.every((option) => option === right || length(option) < length(right))
  );
}

function placeProblems(file: string, questions: readonly SingleQuestion[]): Problem[] {
  const byPlace = groupBy(questions, ({ options }) => options.findIndex(isRight));
  return [...byPlace.entries()].flatMap(([place, same]) => {
    const [first] = same;
    if (!first || same.length <= questions.length * MOST) return [];
    return [
      {
        ...{ file, line: first.line, value: first.id },
        message: `In ${same.length} of the ${questions.length} questions with one right option the right one is option number ${place + 1}: ${namesOf(same)}.`,
        instead: `Move the right option to another place, letter and all, until it is so in ${Math.floor(questions.length * MOST)} at most.`,
        why: 'Whoever notices the habit answers without having learnt anything.',
      },
    ];
  });
}

function namesOf(questions: readonly SingleQuestion[]): string {
  return questions.map(({ id }) => id).join(', ');
}
