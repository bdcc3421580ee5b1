import type { Fault } from './fault.ts';
import type { Content } from './reading/content.ts';
import { groupBy } from './reading/group.ts';
import type { Lesson } from './reading/lesson-text.ts';
import { fieldOf } from './reading/value.ts';

/** Every lesson is there in each language and takes the same minutes. */
export function twinLessonsFaults(content: Content): Fault[] {
  return lessonTwins(content).flatMap((group) => {
    const [first, ...twins] = group;
    if (!first) return [];
    const missing = content.languages.filter(
      (id) => !group.some(({ language }) => language === id),
    );
    return [
      ...missing.map((language) => missingTwin(first, language)),
      ...twins.flatMap((twin) => minutesFault(first, twin)),
    ];
  });
}

function missingTwin({ path, module, lesson }: Lesson, language: string): Fault {
  const twin = `content/modules/${module}/${lesson}.${language}.mdx`;
  return {
    file: path,
    line: 1,
    value: twin,
    problem: `This lesson is missing in the language “${language}”.`,
    instead: `Add the file ${twin} with the same cards, tags and ids.`,
    why: 'A learner may change the language at any card and finds the same card again.',
  };
}

function minutesFault(first: Lesson, twin: Lesson): Fault[] {
  const [minutes, twinMinutes] = [first, twin].map(({ head }) => fieldOf(head, 'minutes'));
  if (!minutes || !twinMinutes || minutes.written === twinMinutes.written) return [];
  return [
    {
      file: twin.path,
      line: twinMinutes.line,
      value: twinMinutes.written,
      problem: `The lesson takes ${twinMinutes.written} minutes here and ${minutes.written} in ${first.path}.`,
      instead: `Write minutes: ${minutes.written} here, or correct the other file.`,
      why: 'It is one lesson, and the course adds its minutes up once.',
    },
  ];
}

/**
 * Lessons in all their languages.
 * @returns for each lesson its files in the order of the languages
 */
export function lessonTwins({ lessons, languages }: Content): Lesson[][] {
  const groups = groupBy(lessons, ({ module, lesson }) => `${module}/${lesson}`);
  return [...groups.values()].map((group) =>
    languages.flatMap((language) => group.filter((lesson) => lesson.language === language)),
  );
}
