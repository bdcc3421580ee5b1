import { type Habit, habitProblem, placesOf } from '../habits.ts';
import type { Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
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
  return [...Map.groupBy(single, ({ file }) => file).entries()].flatMap(([file, questions]) =>
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
  const habit = (finds: Habit<SingleQuestion>['finds'], isSo: string, instead: string): Problem[] =>
    habitProblem(questions, {
      ...{ finds, most: MOST },
      problem: (found, most) => ({
        ...{ file, line: found[0].line, value: found[0].id },
        message: `In ${found.length} of the ${questions.length} questions with one right option the right one is ${isSo}: ${namesOf(found)}.`,
        instead: `${instead}, until it is so in ${most} at most.`,
      }),
    });
  return [
    ...languages.flatMap((language) =>
      habit(
        (question) => isRightLongest(question, language),
        `the longest in the language “${language}”`,
        'Shorten the right options or lengthen others',
      ),
    ),
    ...placesOf(questions.map(({ options }) => options)).flatMap((place) =>
      habit(
        ({ options }) => options.findIndex(isRight) === place,
        `option number ${place + 1}`,
        'Move the right option to another place, letter and all',
      ),
    ),
  ];
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

function namesOf(questions: readonly SingleQuestion[]): string {
  return questions.map(({ id }) => id).join(', ');
}
