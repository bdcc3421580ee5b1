import type { ReviewLanguage } from '../../components/review/in-words.ts';
import { type Lesson, type Module, paths, type Scene, wholeCourse } from '../../course.ts';
import { readLesson } from '../../rules/reading/lesson-text.ts';

/** The languages of the review book, with what its pages need to speak them. */
export async function reviewLanguages(): Promise<ReviewLanguage[]> {
  const { course, helplines, translate } = await wholeCourse();
  return course.languages.map(({ id }) => ({
    id,
    t: translate(id),
    roles: Object.fromEntries(course.roles.map((role) => [role.id, role.name[id] ?? role.id])),
    helplines: Object.fromEntries(helplines.map((line) => [line.id, line.name[id] ?? line.id])),
  }));
}

/** A text in all languages, in one line. */
export const inAll = (
  languages: readonly ReviewLanguage[],
  text: (language: ReviewLanguage) => string | undefined,
): string => [...new Set(languages.map(text))].join(' · ');

/** Ways out of the review book: the corridor in each language. */
export const waysOut = (languages: readonly ReviewLanguage[]) =>
  languages.map(({ id, t }) => ({ address: paths.map(id), text: t('map.title'), lang: id }));

/** All conversations of a module, the unseen variants last. */
export const scenesOf = ({ scenes, variants }: Module): Scene[] => [...scenes, ...variants];

/**
 * The pages of their own that a module's practice has in the book. A kind that the course lists
 * under `practices` is there by itself; one that deserves a page of its own joins here, with a page under `src/pages/review/`.
 */
export const pagesOf = (module: Module): BookPage[] => [
  ...otherPractices(module).map(({ id, data: { title } }) => ({
    ...{ id, address: paths.reviewPractice(id), title },
  })),
  ...scenesOf(module).map(({ id, data: { title, variantOf } }) => ({
    ...{ id, address: paths.review(id), title },
    ...(variantOf ? { variantOf } : {}),
  })),
];

/** The practices of a module that are no conversations; each has a page that shows all that its file holds. */
export const otherPractices = ({ practices }: Module) =>
  practices.filter((practice) => practice.kind !== 'scenario');

/** A page of the book beside those of the modules. */
export interface BookPage {
  id: string;
  address: string;
  title: Readonly<Record<string, string>>;
  /** The scene of which it is an unseen variant. */
  variantOf?: string;
}

/** A lesson's text in each language, in pieces. */
export const lessonTexts = ({ texts }: Lesson) =>
  Object.fromEntries(
    Object.entries(texts).map(([language, { id, body = '' }]) => {
      const file = { path: `content/modules/${id}.mdx`, text: `---\n---\n${body}` };
      return [language, readLesson(file, { module: '', lesson: id, language })];
    }),
  );
