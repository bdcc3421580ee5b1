import { found, type Problem } from '../problem.ts';
import type { Content } from '../reading/content.ts';
import type { Lesson } from '../reading/lesson-text.ts';
import { fieldOf } from '../reading/value.ts';

/** Every lesson is there in each language and takes the same minutes. */
export function lessonsParityProblems(content: Content): Problem[] {
  return lessonCounterparts(content).flatMap((group) => {
    const [first, ...counterparts] = group;
    if (!first) return [];
    const missing = content.languages.filter(
      (id) =>
        !group.some(({ language }) => language === id) &&
        !content.unreadable.has(first.path.replace(/\w+\.mdx$/, `${id}.mdx`)),
    );
    return [
      ...missing.map((language) => missingCounterpart(first, language)),
      ...counterparts.flatMap((counterpart) => minutesProblem(first, counterpart)),
    ];
  });
}

function missingCounterpart({ path, module, lesson }: Lesson, language: string): Problem {
  const counterpart = `content/modules/${module}/${lesson}.${language}.mdx`;
  return {
    file: path,
    line: 1,
    value: counterpart,
    message: `This lesson is missing in the language “${language}”.`,
    instead: `Add the file ${counterpart} with the same cards, tags and ids.`,
    why: 'A learner may change the language at any card and finds the same card again.',
  };
}

function minutesProblem(first: Lesson, counterpart: Lesson): Problem[] {
  const [minutes, counterpartMinutes] = [first, counterpart].map(({ head }) =>
    fieldOf(head, 'minutes'),
  );
  if (minutes?.kind !== 'number' || counterpartMinutes?.kind !== 'number') return [];
  return found(
    minutes.written !== counterpartMinutes.written && {
      file: counterpart.path,
      line: counterpartMinutes.line,
      value: counterpartMinutes.written,
      message: `The lesson takes ${counterpartMinutes.written} minutes here and ${minutes.written} in ${first.path}.`,
      instead: `Write minutes: ${minutes.written} here, or correct the other file.`,
      why: 'It is one lesson, and the course adds its minutes up once.',
    },
  );
}

/**
 * Lessons in all their languages.
 * @returns for each lesson its files in the order of the languages
 */
export function lessonCounterparts({ lessons, languages }: Content): Lesson[][] {
  const groups = Map.groupBy(lessons, ({ module, lesson }) => `${module}/${lesson}`);
  return [...groups.values()].map((group) =>
    languages.flatMap((language) => group.filter((lesson) => lesson.language === language)),
  );
}
