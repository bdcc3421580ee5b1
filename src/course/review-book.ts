import type { ReviewLanguage } from '../components/review/in-words.ts';
import { type Module, ofKind, practicesOf } from './module.ts';
import { paths } from './paths.ts';
import { wholeCourse } from './read.ts';

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

/** The kind of practice that has a page of its own form in the book; any other shows all that its file holds, row by row. */
const DRAWN = 'scenario';

/** The conversations of a module, the unseen variants last. */
export const scenesOf = (module: Module) => ofKind(practicesOf(module), DRAWN);

/** The practices of a module that are no conversations. */
export const otherPractices = (module: Module) =>
  practicesOf(module).filter((practice) => practice.kind !== DRAWN);

/** The pages of their own that a module's practices have in the book. */
export const pagesOf = (module: Module): BookPage[] => [
  ...otherPractices(module).map(({ id, data: { title } }) => ({
    ...{ id, address: paths.reviewPractice(id), title },
  })),
  ...scenesOf(module).map(({ id, data: { title, variantOf } }) => ({
    ...{ id, address: paths.review(id), title },
    ...(variantOf ? { variantOf } : {}),
  })),
];

/** A page of the book beside those of the modules. */
export interface BookPage {
  id: string;
  address: string;
  title: Readonly<Record<string, string>>;
  /** The scene of which it is an unseen variant. */
  variantOf?: string;
}
