import { type Module, ofKind, type Practice, practicesOf } from './module.ts';
import { wholeCourse } from './read.ts';

/** One path entry per language, for `getStaticPaths`. */
export async function languagePaths() {
  const { course } = await wholeCourse();
  return course.languages.map(({ id }) => ({ params: { lang: id } }));
}

/** One path entry per language and module, for `getStaticPaths`; left out, every module is wanted. */
export async function modulePaths(isWanted: (module: Module) => boolean = () => true) {
  const { course, modules } = await wholeCourse();
  return course.languages.flatMap(({ id: lang }) =>
    modules
      .filter(isWanted)
      .map((module) => ({ params: { lang, module: module.id }, props: { module } })),
  );
}

/** One path entry per language and practice of a kind, for `getStaticPaths`; unseen variants have their pages too. */
export async function practicePaths<Kind extends Practice['kind']>(kind: Kind) {
  const { course, modules } = await wholeCourse();
  return course.languages.flatMap(({ id: lang }) =>
    modules.flatMap((module) =>
      ofKind(practicesOf(module), kind).map((practice) => ({
        params: { lang, id: practice.id },
        props: { module, practice },
      })),
    ),
  );
}
