import { practiceKinds } from '../../schema/kinds.ts';
import { pathToKind } from '../../schema/paths.ts';
import { moduleFolders } from '../course/modules.ts';
import { aloudCards, type Content, quizItems, yamlAt } from '../reading/content.ts';
import { listOf, textsOf } from '../reading/value.ts';

/** Something with an id, and where the id is given. */
export interface IdOwner {
  id: string;
  file: string;
  line: number;
  /** What it is, e.g. `The card`. */
  noun: string;
  module: string;
}

const PAGES = [
  ...['now', 'our-numbers', 'poster', 'hand-over', 'help', 'me', 'my-data', 'outcome'],
  ...['glossary', 'sources', 'about', 'check', 'practice', 'modules', 'ledgers', 'readers'],
  ...['round', 'coordinator'],
];
const SETTINGS = ['role', 'language', 'theme', 'label', 'colour', 'round'];

/** Names that pages of the site and settings of the record have, with what has them; no id of the content may be one of them. */
export function takenNames({ kinds }: Content): ReadonlyMap<string, string> {
  const segments = practiceKinds(kinds).map(({ practice }) => practice.segment);
  return new Map([
    ...[...PAGES, ...segments].map((name) => [name, 'a page of the site'] as const),
    ...SETTINGS.map((name) => [name, 'a setting'] as const),
  ]);
}

/** Everything in the course that progress refers to: modules with their checks, lessons, cards, questions, aloud cards, practices. */
export function idOwners(content: Content): IdOwner[] {
  const course = 'content/course.yml';
  const listed = textsOf(listOf(yamlAt(content, course), 'modules'));
  const modules = listed.map(({ text, line }) => ({
    id: text,
    file: course,
    line,
    noun: 'The module',
    module: text,
  }));
  const checks = modules.flatMap((owner) => [
    { ...owner, id: `${owner.id}-check`, noun: 'The check of the module' },
    { ...owner, id: `${owner.id}-result`, noun: 'The result card of the module' },
  ]);
  return [
    ...modules,
    ...checks,
    ...practicesIn(content),
    ...moduleFolders(content).flatMap((module) => ownersIn(content, module)),
  ];
}

function ownersIn(content: Content, module: string): IdOwner[] {
  const owners = (
    name: string,
    noun: string,
    named: readonly { id: string; line: number }[] | undefined = [],
  ) => {
    const file = `content/modules/${module}/${name}.yml`;
    return named.map(({ id, line }) => ({ id, file, line, noun, module }));
  };
  const list = listOf(yamlAt(content, `content/modules/${module}/module.yml`), 'lessons');
  const lessons = textsOf(list).map(({ text: id, line }) => ({ id, line }));
  return [
    ...owners('module', 'The lesson', lessons),
    ...cardsIn(content, module),
    ...owners('quiz', 'The question', quizItems(content, module)),
    ...owners('aloud', 'The aloud card', aloudCards(content, module)),
  ];
}

/** Cards of a module. In the files of one lesson the same id is the same card, reported once; twice in a file it is two. */
function cardsIn({ lessons }: Content, module: string): IdOwner[] {
  const known = new Set<string>();
  return lessons
    .filter((lesson) => lesson.module === module)
    .flatMap(({ path, lesson, tags }) => {
      const inFile = new Set<string>();
      return tags.flatMap(({ name, attributes, line }) => {
        const id = attributes.get('id');
        if (name !== 'Card' || !id) return [];
        const isCounterpart = known.has(`${lesson}/${id}`) && !inFile.has(id);
        known.add(`${lesson}/${id}`);
        inFile.add(id);
        return isCounterpart ? [] : [{ id, file: path, line, noun: 'The card', module }];
      });
    });
}

/** Practices; the file's name is the id. */
function practicesIn({ files, kinds }: Content): IdOwner[] {
  return files.flatMap(({ path }) => {
    const { kind, module, id } = pathToKind(path, practiceKinds(kinds)) ?? {};
    if (!kind?.noun || !module || !id) return [];
    return [{ id, file: path, line: 1, noun: `The ${kind.noun}`, module }];
  });
}
