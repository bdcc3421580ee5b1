import { moduleFolders } from './corridor.ts';
import type { Fault } from './fault.ts';
import { type Content, quizItems, yamlAt } from './reading/content.ts';
import { listOf, textsOf } from './reading/value.ts';

/** Something with an id, and where the id is given. */
interface Bearer {
  id: string;
  file: string;
  line: number;
  /** What it is, e.g. `the card`. */
  noun: string;
  module: string;
}

/** Modules, lessons, cards and questions never share an id. */
export function idsFaults(content: Content): Fault[] {
  const taken = new Map<string, Bearer>();
  const bearers = bearersOf(content);
  for (const bearer of bearers) if (!taken.has(bearer.id)) taken.set(bearer.id, bearer);
  return bearers.flatMap((bearer) => {
    const { id, file, line, noun, module } = bearer;
    const first = taken.get(id);
    if (!first || first === bearer) return [];
    const better = id.startsWith(module) ? `${id}-2` : `${module}-${id}`;
    const fresh = [better, `${better}-2`].find((name) => !taken.has(name));
    return [
      {
        ...{ file, line, value: id },
        problem: `${noun} “${id}” has the id of ${first.noun.toLowerCase()} in ${first.file}:${first.line}.`,
        instead: `Give it an id of its own, for example “${fresh ?? `${better}-3`}”.`,
        why: 'Stored answers refer to ids alone, so each id means one thing in the whole course, for ever.',
      },
    ];
  });
}

function bearersOf(content: Content): Bearer[] {
  const course = 'content/course.yml';
  const listed = textsOf(listOf(yamlAt(content, course), 'modules'));
  const modules = listed.map(({ text, line }) => ({
    id: text,
    file: course,
    line,
    noun: 'The module',
    module: text,
  }));
  const checks = modules.map((bearer) => ({
    ...bearer,
    id: `${bearer.id}-check`,
    noun: 'The check of the module',
  }));
  return [
    ...modules,
    ...checks,
    ...moduleFolders(content).flatMap((module) => bearersIn(content, module)),
  ];
}

function bearersIn(content: Content, module: string): Bearer[] {
  const moduleFile = `content/modules/${module}/module.yml`;
  const quizFile = `content/modules/${module}/quiz.yml`;
  const lessons = textsOf(listOf(yamlAt(content, moduleFile), 'lessons'));
  return [
    ...lessons.map(({ text, line }) => ({
      id: text,
      file: moduleFile,
      line,
      noun: 'The lesson',
      module,
    })),
    ...cardsIn(content, module),
    ...(quizItems(content, module) ?? []).map(({ id, line }) => ({
      id,
      file: quizFile,
      line,
      noun: 'The question',
      module,
    })),
  ];
}

/** Cards of a module. In the files of one lesson the same id is the same card, told once; twice in a file it is two. */
function cardsIn({ lessons }: Content, module: string): Bearer[] {
  const known = new Set<string>();
  return lessons
    .filter((lesson) => lesson.module === module)
    .flatMap(({ path, lesson, tags }) => {
      const inFile = new Set<string>();
      return tags.flatMap(({ name, attributes, line }) => {
        const id = attributes.get('id');
        if (name !== 'Card' || !id) return [];
        const isTwin = known.has(`${lesson}/${id}`) && !inFile.has(id);
        known.add(`${lesson}/${id}`);
        inFile.add(id);
        return isTwin ? [] : [{ id, file: path, line, noun: 'The card', module }];
      });
    });
}
