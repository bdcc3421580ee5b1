import { type Module, paths, wholeCourse } from '../course.ts';
import type { Translate } from '../i18n/translator.ts';

/** A link onwards. */
export interface Way {
  address: string;
  text: string;
  /** Whose way it is; left out, everybody's. */
  role?: string;
  /** Whether it stands back behind another way. */
  isQuiet?: boolean;
}

/** The way to a module's check, or to the corridor where it has none. */
export function toCheck({ id, checkItems, checkKind }: Module, lang: string, t: Translate): Way {
  if (checkItems.length === 0) return { address: paths.map(lang), text: t('lesson.to-map') };
  const text = t(checkKind === 'starting' ? 'module.starting-check' : 'lesson.to-check');
  return { address: paths.check(lang, id), text };
}

/** Where one may go after a module's lesson: the next lesson; after the last one the conversations, then the check. */
export function afterLesson(module: Module, index: number, lang: string, t: Translate): Way[] {
  const following = module.lessons[index + 1];
  if (following) {
    const title = following.texts[lang]?.data.title ?? '';
    const address = paths.lesson(lang, module.id, following.id);
    return [{ address, text: t('lesson.next-lesson', { title }) }];
  }
  const talks = module.scenes.map(({ id, data }) => ({
    address: paths.scenario(lang, id),
    text: t('lesson.to-practice', { title: data.title[lang] ?? '' }),
    role: data.role,
  }));
  return [...talks, { ...toCheck(module, lang, t), isQuiet: talks.length > 0 }];
}

/** Where one goes after a module's check: the next module, or the corridor after the last. */
export async function afterCheck(module: Module, lang: string, t: Translate): Promise<Way[]> {
  const { modules } = await wholeCourse();
  const following = modules[modules.indexOf(module) + 1];
  if (!following) return [{ address: paths.map(lang), text: t('lesson.to-map') }];
  const title = following.data.title[lang] ?? '';
  return [{ address: paths.module(lang, following.id), text: t('lesson.next-lesson', { title }) }];
}
