import type { Problem } from '../problem.ts';
import { type Content, type Named, quizItems, yamlAt } from '../reading/content.ts';
import { fieldOf, listOf, plainTexts, textOf, textsOf } from '../reading/value.ts';
import { suggestion } from '../references/edit-distance.ts';
import { moduleFolders } from './modules.ts';

const COURSE = 'content/course.yml';
const WHY_LEADS = 'Who has missed something there is led back to its lesson.';
const WHY_REFRESHER =
  'A refresher asks again what the closing check asked, so that the answers can be compared.';
const WHY_TWINS =
  'What has moved is shown only where each starting question has one counterpart that asks the same in other words.';

/** The end of the course is there, leads back to lessons, asks what the start asked, and refreshers what the end asked. */
export function finalProblems(content: Content): Problem[] {
  return [...leadProblems(content), ...refresherProblems(content), ...parityProblems(content)];
}

function refresherProblems(content: Content): Problem[] {
  const asked = textsOf(listOf(fieldOf(yamlAt(content, COURSE), 'final'), 'refresher'));
  const closing = itemsOf(content, 'closing').map(({ id }) => id);
  return asked
    .filter(({ text }) => !closing.includes(text))
    .map(({ text, line }) => ({
      ...{ file: COURSE, line, value: text },
      message: `The closing check has no question “${text}”.`,
      instead: suggestion(text, closing, 'questions of the closing check'),
      why: WHY_REFRESHER,
    }));
}

function leadProblems(content: Content): Problem[] {
  const course = yamlAt(content, COURSE);
  const final = fieldOf(course, 'final');
  if (!final) return [];
  const modules = plainTexts(listOf(course, 'modules'));
  const lessons = modules.flatMap((module) =>
    plainTexts(listOf(yamlAt(content, `content/modules/${module}/module.yml`), 'lessons')),
  );
  const module = fieldOf(final, 'module');
  const leads = fieldOf(final, 'leads')?.fields ?? [];
  return [
    ...(module && !modules.includes(module.written)
      ? [unknown(module.line, module.written, 'module', modules)]
      : []),
    ...leads.flatMap(({ value }) =>
      lessons.includes(value.written) || lessons.length === 0
        ? []
        : [unknown(value.line, value.written, 'lesson', lessons)],
    ),
  ];
}

function unknown(line: number, id: string, noun: string, known: readonly string[]): Problem {
  return {
    ...{ file: COURSE, line, value: id },
    message: `The course has no ${noun} “${id}”.`,
    instead: suggestion(id, known, `${noun}s`),
    why: WHY_LEADS,
  };
}

/** A question of a check, with where it stands. */
type Item = Named & { file: string; kind: string; parallel: string | undefined };

function itemsOf(content: Content, check: string): Item[] {
  return moduleFolders(content).flatMap((module) => {
    const file = `content/modules/${module}/quiz.yml`;
    if (textOf(fieldOf(yamlAt(content, file), 'kind')) !== check) return [];
    return (quizItems(content, module) ?? []).map((item) => ({
      ...item,
      file,
      kind: textOf(fieldOf(item.entry, 'kind')) ?? '',
      parallel: textOf(fieldOf(item.entry, 'parallel')),
    }));
  });
}

function parityProblems(content: Content): Problem[] {
  const starting = itemsOf(content, 'starting');
  const closing = itemsOf(content, 'closing');
  if (closing.length === 0) return [];
  const free = starting.filter(({ id }) => !closing.some(({ parallel }) => parallel === id));
  return [
    ...closing.flatMap((item) => parityProblem(item, starting, free, closing)),
    ...free.map(({ file, line, id }) => ({
      ...{ file, line, value: id },
      message: `No question of the closing check is the counterpart of “${id}”.`,
      instead: `Write a question into the closing check with the line parallel: ${id}`,
      why: WHY_TWINS,
    })),
  ];
}

function parityProblem(
  { file, line, id, kind, parallel }: Item,
  starting: readonly Item[],
  free: readonly Item[],
  closing: readonly Item[],
): Problem[] {
  const counterpart = starting.find((item) => item.id === parallel);
  const example = free[0]?.id ?? starting[0]?.id ?? 'id-of-a-starting-question';
  const problem = (message: string, instead: string) => [
    { ...{ file, line, value: id }, message, instead, why: WHY_TWINS },
  ];
  if (!parallel)
    return problem(
      `The closing question “${id}” does not say whose counterpart it is.`,
      `Add the line parallel: ${example}`,
    );
  if (!counterpart)
    return problem(
      `The closing question “${id}” is said to be the counterpart of “${parallel}”, and the starting check has no such question.`,
      suggestion(
        parallel,
        starting.map((item) => item.id),
        'starting questions',
      ),
    );
  if (counterpart.kind !== kind)
    return problem(
      `The closing question “${id}” is of the kind “${kind}”, its counterpart “${parallel}” of the kind “${counterpart.kind}”.`,
      `Make it kind: ${counterpart.kind}`,
    );
  if (closing.find((item) => item.parallel === parallel)?.id !== id)
    return problem(
      `The closing question “${id}” is a second counterpart of “${parallel}”.`,
      `Keep one of them, or write parallel: ${example}`,
    );
  return [];
}
