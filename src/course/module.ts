import type { CollectionEntry } from 'astro:content';
import { onTheWay } from '../domain/on-the-way.ts';
import type { Step } from '../domain/outline.ts';
import type { AloudCard } from '../schema/aloud.ts';
import type { Course } from '../schema/course.ts';
import { type FileKind, fileKinds, type PracticeKind, practiceKinds } from '../schema/kinds.ts';
import type { Module as ModuleData } from '../schema/module.ts';
import type { Item, Quiz } from '../schema/quiz.ts';
import type { Role, Words } from '../schema/words.ts';
import { cardsIn } from './lesson.ts';

/** A lesson in all its languages. */
export interface Lesson extends Step {
  texts: Record<string, CollectionEntry<'lessons'>>;
}

/** A module with its lessons and questions in order. */
export interface Module {
  id: string;
  /** Its place among the doors of a role, from 1; where roles count it differently, the last of them. */
  number: number;
  data: ModuleData;
  lessons: Lesson[];
  items: Item[];
  /** Questions that no lesson places; together they are the module's check. */
  checkItems: Item[];
  checkKind: Quiz['kind'];
  /** The interface text that its check is called by. */
  checkName: string;
  /** Sentences to say aloud, which lessons place. */
  alouds: AloudCard[];
  /** What is practised on the way through it, in order. */
  practices: Practice[];
  /** Practices off that way: unseen variants, for a second try and for refreshers. */
  variants: Practice[];
  steps: Step[];
}

/** A practice of any kind; what all kinds have in common is read from `data` and `roles`. */
export type Practice<Kind = PracticeKind> = Kind extends PracticeKind
  ? {
      kind: Kind['name'];
      /** The segment of the address in which practices of its kind stand. */
      segment: string;
      id: string;
      /** Whose practice it is. */
      roles: readonly Role[];
      data: ReturnType<Kind['schema']['parse']>;
    }
  : never;

/** What the file of any practice holds. */
export interface PracticeData {
  title: Words;
  minutes: number;
  role?: Role;
  roles?: readonly Role[];
  variantOf?: string | undefined;
}

/** An entry of a collection. */
export interface Entry<Data> {
  id: string;
  data: Data;
}

/** What a course is joined from; practices under the name of their collection. */
export interface CourseEntries {
  modules: readonly Entry<ModuleData>[];
  quizzes: readonly Entry<Quiz>[];
  alouds: readonly Entry<AloudCard[]>[];
  lessons: readonly CollectionEntry<'lessons'>[];
  practices: Readonly<Record<string, readonly Entry<PracticeData>[]>>;
}

/** The practices of one kind. */
export const ofKind = <Kind extends Practice['kind']>(
  practices: readonly Practice[],
  kind: Kind,
): Extract<Practice, { kind: Kind }>[] =>
  practices.filter(
    (practice): practice is Extract<Practice, { kind: Kind }> => practice.kind === kind,
  );

/** All practices of a module, the unseen variants last. */
export const practicesOf = ({ practices, variants }: Module): Practice[] => [
  ...practices,
  ...variants,
];

/**
 * Joins the modules of a course, in its order.
 * @throws Error where a module of the course has no file
 */
export function joinModules(
  course: Pick<Course, 'modules' | 'languages'>,
  entries: CourseEntries,
  kinds: readonly FileKind[] = fileKinds,
): Module[] {
  const before: (readonly string[])[] = [];
  return course.modules.map((id): Module => {
    const data = entries.modules.find((module) => module.id === id)?.data;
    if (!data)
      throw new Error(
        `content/modules/${id}/module.yml is missing. Add it or take "${id}" out of content/course.yml.`,
      );
    const number = Math.max(...data.roles.map((role) => placeFor(role, before)));
    before.push(data.roles);
    const quiz = entries.quizzes.find((entry) => entry.id === id)?.data;
    const { kind: checkKind = 'module', items = [] } = quiz ?? {};
    const lessons = lessonsOf(id, data, course, entries);
    const placed = new Set(lessons.flatMap(({ cards }) => cards));
    const checkItems = items.filter((item) => !placed.has(item.id));
    const { practices, variants } = placedPractices(id, entries, kinds);
    const joined = { id, data, lessons, items, checkItems, checkKind, practices, variants };
    return {
      ...joined,
      number,
      checkName: checkKind === 'module' ? 'module.check' : `module.${checkKind}-check`,
      alouds: entries.alouds.find((entry) => entry.id === id)?.data ?? [],
      steps: stepsOf(joined),
    };
  });
}

/** The place of the next door for a role, behind those for it that come before. */
const placeFor = (role: string, before: readonly (readonly string[])[]): number =>
  before.filter((roles) => roles.includes(role)).length + 1;

function lessonsOf(
  id: string,
  data: ModuleData,
  { languages }: Pick<Course, 'languages'>,
  entries: CourseEntries,
): Lesson[] {
  const byId = new Map(entries.lessons.map((lesson) => [lesson.id, lesson]));
  return data.lessons.map((lesson): Lesson => {
    const texts = Object.fromEntries(
      languages.flatMap((language) => {
        const text = byId.get(`${id}/${lesson}.${language.id}`);
        return text ? [[language.id, text]] : [];
      }),
    );
    const [first] = Object.values(texts);
    return { id: lesson, texts, cards: first ? cardsIn(first) : [] };
  });
}

function placedPractices(module: string, entries: CourseEntries, kinds: readonly FileKind[]) {
  const all = practiceKinds(kinds).flatMap(({ name, collection = '', practice: { segment } }) =>
    (entries.practices[collection] ?? [])
      .filter(({ id }) => id.startsWith(`${module}/`))
      .map(({ id, data }) => ({
        ...{ kind: name, segment, id: id.slice(module.length + 1), data },
        roles: data.role ? [data.role] : (data.roles ?? []),
        ...{ role: data.role, variantOf: data.variantOf },
      })),
  );
  const way = onTheWay(all);
  const toPractices = (some: typeof all) =>
    // Each collection holds what the schema of its kind has read.
    some.map(({ role: _role, variantOf: _of, ...practice }) => practice) as unknown as Practice[];
  return {
    practices: toPractices(way),
    variants: toPractices(all.filter((practice) => !way.includes(practice))),
  };
}

function stepsOf({
  id,
  data,
  lessons,
  practices,
  checkItems,
}: Pick<Module, 'id' | 'data' | 'lessons' | 'practices' | 'checkItems'>): Step[] {
  const more = (step: string) =>
    data.core && !data.core.includes(step) ? { isMore: true as const } : {};
  const checkCards = [...checkItems.map((item) => item.id), `${id}-result`];
  return [
    ...lessons.map(({ id: lesson, cards }) => ({ id: lesson, cards, ...more(lesson) })),
    ...practices.map((practice) => ({
      id: practice.id,
      cards: [practice.id],
      ...(data.roles.some((role) => !practice.roles.includes(role)) && { roles: practice.roles }),
      ...more(practice.id),
    })),
    ...(checkItems.length > 0 ? [{ id: `${id}-check`, cards: checkCards, ...more('check') }] : []),
  ];
}
