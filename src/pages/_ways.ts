import { type Module, type Practice, paths, wholeCourse } from '../course.ts';
import type { Translate } from '../i18n/translator.ts';

/** A link onwards. */
export interface Way {
  address: string;
  text: string;
  /** Whose way it is, ids parted by spaces; left out, everybody's. */
  roles?: string;
  /** Whether it stands back behind another way. */
  isQuiet?: boolean;
}

/** The way to a module's check, or to the corridor where it has none. */
export function toCheck(
  { id, checkItems, checkKind, checkName }: Module,
  lang: string,
  t: Translate,
): Way {
  if (checkItems.length === 0) return { address: paths.map(lang), text: t('lesson.to-map') };
  const text = t(checkKind === 'module' ? 'lesson.to-check' : checkName);
  return { address: paths.check(lang, id), text };
}

/** The way to what the whole course has come to. */
export const toOutcome = (lang: string, t: Translate): Way => ({
  address: paths.single(lang, 'outcome'),
  text: t('lesson.to-outcome'),
});

/** Where one may go after a module's lesson: the next lesson; after the last one the practices, then the check. */
export function afterLesson(module: Module, index: number, lang: string, t: Translate): Way[] {
  const following = module.lessons[index + 1];
  if (following) {
    const title = following.texts[lang]?.data.title ?? '';
    const address = paths.lesson(lang, module.id, following.id);
    return [{ address, text: t('lesson.next-lesson', { title }) }];
  }
  const practices = toPractice(module, module.practices, module.data.roles, lang, t);
  return [...practices, { ...toCheck(module, lang, t), isQuiet: practices.length > 0 }];
}

/** Where one may go after a practice: the next one of one's role; after the last one the check. */
export function afterPractice(module: Module, id: string, lang: string, t: Translate): Way[] {
  const here = module.practices.findIndex((practice) => practice.id === id);
  const roles = module.practices[here]?.roles ?? [];
  const practices = toPractice(module, module.practices.slice(here + 1), roles, lang, t);
  const isLeft = (role: string) => practices.every((way) => !way.roles?.split(' ').includes(role));
  const left = roles.filter(isLeft);
  if (left.length === 0) return practices;
  const check = toCheck(module, lang, t);
  return [...practices, left.length < roles.length ? { ...check, roles: left.join(' ') } : check];
}

/** The first of some practices for each of some roles; roles that share one share the way. */
function toPractice(
  module: Module,
  practices: readonly Practice[],
  roles: readonly string[],
  lang: string,
  t: Translate,
): Way[] {
  const firstFor = (role: string) =>
    practices.find((practice) => practice.roles.some((own) => own === role));
  return practices.flatMap((practice) => {
    const own = roles.filter((role) => firstFor(role) === practice);
    if (own.length === 0) return [];
    return {
      address: paths.practice(lang, practice),
      text: t('lesson.to-practice', { title: practice.data.title[lang] ?? '' }),
      ...(own.length < module.data.roles.length && { roles: own.join(' ') }),
    };
  });
}

/** Where one goes after a module's check: the outcome after the closing one, else the next module, or the corridor. */
export async function afterCheck(module: Module, lang: string, t: Translate): Promise<Way[]> {
  if (module.checkKind === 'closing') return [toOutcome(lang, t)];
  const { modules } = await wholeCourse();
  const following = modules[modules.indexOf(module) + 1];
  if (!following) return [{ address: paths.map(lang), text: t('lesson.to-map') }];
  const title = following.data.title[lang] ?? '';
  return [{ address: paths.module(lang, following.id), text: t('lesson.next-lesson', { title }) }];
}
