import { type CollectionEntry, getCollection, render } from 'astro:content';
import type { Step } from './domain/outline.ts';
import { pathsUnder } from './i18n/paths.ts';
import { type Translate, translator } from './i18n/translator.ts';
import type { AloudCard } from './schema/aloud.ts';
import type { Helpline, Source } from './schema/ledgers.ts';
import type { Item } from './schema/quiz.ts';
import type { Role } from './schema/words.ts';

/** Addresses of all pages, below the base path of this build. */
export const paths = pathsUnder(import.meta.env.BASE_URL);

/** A lesson in all its languages. */
export interface Lesson extends Step {
  texts: Record<string, CollectionEntry<'lessons'>>;
}

/** A module with its lessons and questions in order. */
export interface Module {
  id: string;
  /** Its place in the corridor, from 1. */
  number: number;
  data: CollectionEntry<'modules'>['data'];
  lessons: Lesson[];
  items: Item[];
  /** Questions that no lesson places; together they are the module's check. */
  checkItems: Item[];
  checkKind: 'starting' | 'module' | 'closing';
  /** The interface text that its check is called by. */
  checkName: string;
  /** Sentences to say aloud, which lessons place. */
  alouds: AloudCard[];
  /** What is practised in it, in the order of the way through it; unseen variants are left out. */
  practices: Practice[];
  /** Its practice conversations on the way through it; each is for one role. In the last module these are unseen variants. */
  scenes: Scene[];
  /** Conversations off that way: further unseen variants, for a second try and for refreshers. */
  variants: Scene[];
  steps: Step[];
}

/** A practice conversation. */
export type Scene = PracticeOf<'scenario', 'scenarios'>;

/** A practice of any kind; what all kinds have in common is read from `data` and `roles`. */
export type Practice =
  | PracticeOf<'relay', 'relays'>
  | PracticeOf<'cases', 'cases'>
  | PracticeOf<'call', 'calls'>
  | Scene;

interface PracticeOf<Kind extends string, Name extends 'scenarios' | 'cases' | 'calls' | 'relays'> {
  kind: Kind;
  /** The segment of the address in which practices of its kind stand. */
  segment: string;
  id: string;
  /** Whose practice it is. */
  roles: readonly Role[];
  data: CollectionEntry<Name>['data'];
}

/** The practices of one kind. */
export const ofKind = <Kind extends Practice['kind']>(
  practices: readonly Practice[],
  kind: Kind,
): Extract<Practice, { kind: Kind }>[] =>
  practices.filter(
    (practice): practice is Extract<Practice, { kind: Kind }> => practice.kind === kind,
  );

/** What the tags of a lesson need while its page is drawn. */
export interface Reading {
  lang: string;
  t: Translate;
  items: Record<string, Item>;
  alouds: Record<string, AloudCard>;
  helplines: Record<string, Helpline>;
  /** Number of each source on the sources page, from 1. */
  sourceNumbers: Record<string, number>;
  roleNames: Record<Role, string>;
}

async function single<
  Name extends 'course' | 'site' | 'helplines' | 'sources' | 'glossary' | 'places',
>(name: Name) {
  const [entry] = await getCollection(name);
  if (!entry)
    throw new Error(`content/${name}.yml is missing. Restore it, because every page needs it.`);
  return entry.data as CollectionEntry<Name>['data'];
}

const TAG_WITH_ID = /<(Card|Question|Aloud)\s+id="([^"]+)"/g;

/** Ids of a lesson's cards of all kinds, in the order of its file. */
export function cardsOf(body: string): { kind: string; id: string }[] {
  return [...body.matchAll(TAG_WITH_ID)].map(([, kind = '', id = '']) => ({ kind, id }));
}

/** Whether a scene is the first of its role. */
const isFirstOfRole = (scene: Scene, all: readonly Scene[]) =>
  all.find(({ data }) => data.role === scene.data.role) === scene;

async function readCourse() {
  const [
    course,
    site,
    helplines,
    sources,
    glossary,
    places,
    modules,
    quizzes,
    alouds,
    lessons,
    scenarios,
    cases,
    calls,
    relays,
    ui,
  ] = await Promise.all([
    single('course'),
    single('site'),
    single('helplines'),
    single('sources'),
    single('glossary'),
    single('places'),
    getCollection('modules'),
    getCollection('quizzes'),
    getCollection('alouds'),
    getCollection('lessons'),
    getCollection('scenarios'),
    getCollection('cases'),
    getCollection('calls'),
    getCollection('relays'),
    getCollection('ui'),
  ]);
  const lessonById = new Map(lessons.map((lesson) => [lesson.id, lesson]));

  const joined = course.modules.map((id, index): Module => {
    const data = modules.find((module) => module.id === id)?.data;
    if (!data)
      throw new Error(
        `content/modules/${id}/module.yml is missing. Add it or take "${id}" out of content/course.yml.`,
      );
    const quiz = quizzes.find((entry) => entry.id === id)?.data ?? {
      kind: 'module' as const,
      items: [],
    };
    const joinedLessons = data.lessons.map((lesson): Lesson => {
      const texts = Object.fromEntries(
        course.languages.flatMap((language) => {
          const text = lessonById.get(`${id}/${lesson}.${language.id}`);
          return text ? [[language.id, text]] : [];
        }),
      );
      const [first] = Object.values(texts);
      return { id: lesson, texts, cards: cardsOf(first?.body ?? '').map((card) => card.id) };
    });
    const placed = new Set(joinedLessons.flatMap(({ cards }) => cards));
    const checkItems = quiz.items.filter((item) => !placed.has(item.id));
    const within = <Entry extends { id: string }>(entries: readonly Entry[]) =>
      entries
        .filter((entry) => entry.id.startsWith(`${id}/`))
        .map((entry) => ({ ...entry, id: entry.id.slice(id.length + 1) }));
    const allScenes = within(scenarios).map(
      (scene): Scene => ({
        kind: 'scenario',
        segment: 'practice',
        id: scene.id,
        roles: [scene.data.role],
        data: scene.data,
      }),
    );
    const scenes = allScenes.filter((scene) =>
      id === course.final?.module ? isFirstOfRole(scene, allScenes) : !scene.data.variantOf,
    );
    const withRoles = <Entry extends { id: string; data: { roles: Role[] } }>(entry: Entry) => ({
      id: entry.id,
      roles: entry.data.roles,
      data: entry.data as Entry['data'],
    });
    const practices: Practice[] = [
      ...within(relays).map((entry) => ({
        kind: 'relay' as const,
        segment: 'relay',
        ...withRoles(entry),
      })),
      ...within(cases).map((entry) => ({
        kind: 'cases' as const,
        segment: 'cases',
        ...withRoles(entry),
      })),
      ...within(calls).map((entry) => ({
        kind: 'call' as const,
        segment: 'call',
        ...withRoles(entry),
      })),
      ...scenes,
    ];
    const more = (step: string) =>
      data.core && !data.core.includes(step) ? { isMore: true as const } : {};
    const check: Step[] =
      checkItems.length > 0
        ? [
            {
              id: `${id}-check`,
              cards: [...checkItems.map((item) => item.id), `${id}-result`],
              ...more('check'),
            },
          ]
        : [];
    return {
      id,
      number: index + 1,
      data,
      lessons: joinedLessons,
      items: quiz.items,
      checkItems,
      checkKind: quiz.kind,
      checkName: quiz.kind === 'module' ? 'module.check' : `module.${quiz.kind}-check`,
      alouds: alouds.find((entry) => entry.id === id)?.data ?? [],
      practices,
      scenes,
      variants: allScenes.filter((scene) => !scenes.includes(scene)),
      steps: [
        ...joinedLessons.map(({ id: lesson, cards }) => ({ id: lesson, cards, ...more(lesson) })),
        ...practices.map((practice) => ({
          id: practice.id,
          cards: [practice.id],
          ...(data.roles.some((role) => !practice.roles.includes(role)) && {
            roles: practice.roles,
          }),
          ...more(practice.id),
        })),
        ...check,
      ],
    };
  });

  const translators = Object.fromEntries(
    course.languages.map(({ id, locale }) => {
      const texts = ui.find((entry) => entry.id === id)?.data ?? {};
      return [id, translator(texts, locale, `content/ui/${id}.yml`)];
    }),
  );

  return {
    course,
    site,
    helplines,
    sources,
    glossary,
    places,
    modules: joined,
    /** The interface texts of a language. */
    translate(lang: string): Translate {
      const t = translators[lang];
      if (!t) throw new Error(`"${lang}" is not a language of content/course.yml.`);
      return t;
    },
  };
}

let reading: ReturnType<typeof readCourse> | undefined;

/** The whole course, joined and ready for pages; the only door to the content collections. */
export function wholeCourse(): ReturnType<typeof readCourse> {
  reading ??= readCourse();
  return reading;
}

/** Everything the tags of a lesson need, for one module in one language. */
export async function readingOf(lang: string, module?: Module): Promise<Reading> {
  const { course, helplines, sources, translate } = await wholeCourse();
  return {
    lang,
    t: translate(lang),
    items: Object.fromEntries((module?.items ?? []).map((item) => [item.id, item])),
    alouds: Object.fromEntries((module?.alouds ?? []).map((card) => [card.id, card])),
    helplines: Object.fromEntries(helplines.map((line) => [line.id, line])),
    sourceNumbers: Object.fromEntries(sources.map(({ id }: Source, index) => [id, index + 1])),
    roleNames: Object.fromEntries(
      course.roles.map(({ id, name }) => [id, name[lang] ?? id]),
    ) as Record<Role, string>,
  };
}

/** The drawn text of a lesson in one language, with its tags still to be given. */
export const lessonToContent = async (entry: CollectionEntry<'lessons'>) =>
  (await render(entry)).Content;

/** One path entry per language, for `getStaticPaths`. */
export async function languagePaths() {
  const { course } = await wholeCourse();
  return course.languages.map(({ id }) => ({ params: { lang: id } }));
}
