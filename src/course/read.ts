import { type CollectionEntry, type CollectionKey, getCollection } from 'astro:content';
import { type Translate, translator } from '../i18n/translator.ts';
import { practiceKinds } from '../schema/kinds.ts';
import { courseIds } from './ids.ts';
import { type Entry, joinModules, type PracticeData } from './module.ts';

async function single<
  Name extends
    | 'course'
    | 'site'
    | 'helplines'
    | 'sources'
    | 'glossary'
    | 'places'
    | 'danger'
    | 'readers'
    | 'coordinator',
>(name: Name) {
  const [entry] = await getCollection(name);
  if (!entry)
    throw new Error(`content/${name}.yml is missing. Restore it, because every page needs it.`);
  return entry.data as CollectionEntry<Name>['data'];
}

/** The practices under the names of their collections. */
async function readPractices(): Promise<Record<string, Entry<PracticeData>[]>> {
  const names = practiceKinds().flatMap(({ collection }) => collection ?? []);
  const read = names.map(async (name) => [name, await getCollection(name as CollectionKey)]);
  return Object.fromEntries(await Promise.all(read));
}

async function readCourse() {
  const [course, site, helplines, sources, glossary, places, danger, readers, coordinator, ui] =
    await Promise.all([
      single('course'),
      single('site'),
      single('helplines'),
      single('sources'),
      single('glossary'),
      single('places'),
      single('danger'),
      single('readers'),
      single('coordinator'),
      getCollection('ui'),
    ]);
  const [modules, quizzes, alouds, lessons, practices] = await Promise.all([
    getCollection('modules'),
    getCollection('quizzes'),
    getCollection('alouds'),
    getCollection('lessons'),
    readPractices(),
  ]);
  const joined = joinModules(course, { modules, quizzes, alouds, lessons, practices });
  const translators = Object.fromEntries(
    course.languages.map(({ id, locale }) => {
      const texts = ui.find((entry) => entry.id === id)?.data ?? {};
      return [id, translator(texts, locale, `content/ui/${id}.yml`)];
    }),
  );
  return {
    ...{ course, site, helplines, sources, glossary, places, danger, coordinator },
    /** Who has to read what before it is called reviewed. */
    readers: readers.readers,
    modules: joined,
    /** Everything that a record or a code may name. */
    ids: courseIds(joined),
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
