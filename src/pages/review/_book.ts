import type { ReviewLanguage } from '../../components/review/in-words.ts';
import { type Module, paths, type Scene, wholeCourse } from '../../course.ts';

/** The languages of the review book, with what its pages need to speak them. */
export async function reviewLanguages(): Promise<ReviewLanguage[]> {
  const { course, helplines, translate } = await wholeCourse();
  return course.languages.map(({ id }) => ({
    id,
    t: translate(id),
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
