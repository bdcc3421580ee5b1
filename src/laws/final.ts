import { moduleFolders } from './corridor.ts';
import type { Fault } from './fault.ts';
import { suggestion } from './nearest.ts';
import { type Content, type Named, quizItems, yamlAt } from './reading/content.ts';
import { fieldOf, listOf, textOf, textsOf } from './reading/value.ts';

const COURSE = 'content/course.yml';
const WHY_LEADS = 'Who has missed something there is led back to its lesson.';
const WHY_TWINS =
  'What has moved is shown only where each starting question has one twin that asks the same in other words.';

/** The end of the course is there, leads back to lessons, and asks what the start asked. */
export function finalFaults(content: Content): Fault[] {
  return [...leadFaults(content), ...twinFaults(content)];
}

function leadFaults(content: Content): Fault[] {
  const course = yamlAt(content, COURSE);
  const final = fieldOf(course, 'final');
  if (!final) return [];
  const modules = textsOf(listOf(course, 'modules')).map(({ text }) => text);
  const lessons = modules.flatMap((module) =>
    textsOf(listOf(yamlAt(content, `content/modules/${module}/module.yml`), 'lessons')).map(
      ({ text }) => text,
    ),
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

function unknown(line: number, id: string, noun: string, known: readonly string[]): Fault {
  return {
    ...{ file: COURSE, line, value: id },
    problem: `The course has no ${noun} “${id}”.`,
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

function twinFaults(content: Content): Fault[] {
  const starting = itemsOf(content, 'starting');
  const closing = itemsOf(content, 'closing');
  if (closing.length === 0) return [];
  const free = starting.filter(({ id }) => !closing.some(({ parallel }) => parallel === id));
  return [
    ...closing.flatMap((item) => twinFault(item, starting, free, closing)),
    ...free.map(({ file, line, id }) => ({
      ...{ file, line, value: id },
      problem: `No question of the closing check is the twin of “${id}”.`,
      instead: `Write a question into the closing check with the line parallel: ${id}`,
      why: WHY_TWINS,
    })),
  ];
}

function twinFault(
  { file, line, id, kind, parallel }: Item,
  starting: readonly Item[],
  free: readonly Item[],
  closing: readonly Item[],
): Fault[] {
  const twin = starting.find((item) => item.id === parallel);
  const example = free[0]?.id ?? starting[0]?.id ?? 'id-of-a-starting-question';
  const fault = (problem: string, instead: string) => [
    { ...{ file, line, value: id }, problem, instead, why: WHY_TWINS },
  ];
  if (!parallel)
    return fault(
      `The closing question “${id}” does not say whose twin it is.`,
      `Add the line parallel: ${example}`,
    );
  if (!twin)
    return fault(
      `The closing question “${id}” is said to be the twin of “${parallel}”, and the starting check has no such question.`,
      suggestion(
        parallel,
        starting.map((item) => item.id),
        'starting questions',
      ),
    );
  if (twin.kind !== kind)
    return fault(
      `The closing question “${id}” is of the kind “${kind}”, its twin “${parallel}” of the kind “${twin.kind}”.`,
      `Make it kind: ${twin.kind}`,
    );
  if (closing.find((item) => item.parallel === parallel)?.id !== id)
    return fault(
      `The closing question “${id}” is a second twin of “${parallel}”.`,
      `Keep one of them, or write parallel: ${example}`,
    );
  return [];
}
