import type { Step } from '../domain/outline.ts';
import type { Translate } from '../i18n/translator.ts';
import type { Module } from './module.ts';
import { paths } from './paths.ts';
import { wholeCourse } from './read.ts';

/** A link onwards. */
export interface Way {
  address: string;
  text: string;
  /** Whose way it is, ids parted by spaces; left out, everybody's. */
  roles?: string;
  /** Whether it stands back behind another way. */
  isQuiet?: true;
}

/** The way to what the whole course has come to. */
const toOutcome = (lang: string, t: Translate): Way => ({
  address: paths.single(lang, 'outcome'),
  text: t('lesson.to-outcome'),
});

/**
 * Where one may go after a step: on along the short way of one's role, into the next module if need be; and, standing
 * back, to the very next step where that lies off the short way. Whatever lies off the way itself leads to the outcome.
 */
export async function afterStep(
  module: Module,
  step: string,
  lang: string,
  t: Translate,
): Promise<Way[]> {
  const { modules } = await wholeCourse();
  const here = module.steps.findIndex(({ id }) => id === step);
  if (here < 0) return [toOutcome(lang, t)];
  const roles = module.steps[here]?.roles ?? module.data.roles;
  const ways = roles.flatMap((role): Way[] => {
    const isFor = (one: Step) => !one.roles || one.roles.includes(role);
    const rest = module.steps.slice(here + 1).filter(isFor);
    const onward = rest.find(({ isMore }) => !isMore);
    const [next] = rest;
    return [
      {
        ...(onward ? toStep(module, onward.id, lang, t) : toNext(modules, module, role, lang, t)),
        roles: role,
      },
      ...(next?.isMore
        ? [{ ...toStep(module, next.id, lang, t), roles: role, isQuiet: true as const }]
        : []),
    ];
  });
  return joined(ways, module.data.roles);
}

/** A step of a module as a list of them shows it. */
export interface ListedStep {
  id: string;
  address: string;
  text: string;
  /** How long it takes, in words. */
  size: string;
  /** Whose step it is; left out, everybody's. */
  roles?: readonly string[];
  /** Whether it lies off the short way. */
  isMore?: true;
}

/** The steps of a module in order, to be listed. */
export function stepsOf(module: Module, lang: string, t: Translate): ListedStep[] {
  const minutes = (count = 0) => t('module.lesson-minutes', { count });
  const check = `${module.id}-check`;
  const all: Omit<ListedStep, 'isMore'>[] = [
    ...module.lessons.map(({ id, texts: { [lang]: text } }) => ({
      id,
      address: paths.lesson(lang, module.id, id),
      text: text?.data.title ?? '',
      size: minutes(text?.data.minutes),
    })),
    ...module.practices.map((practice) => ({
      id: practice.id,
      roles: practice.roles,
      address: paths.practice(lang, practice),
      text: t('lesson.to-practice', { title: practice.data.title[lang] ?? '' }),
      size: minutes(practice.data.minutes),
    })),
    {
      id: check,
      address: paths.check(lang, module.id),
      text: t(module.checkName),
      size: t('module.questions', { count: module.checkItems.length }),
    },
  ];
  const placed = new Map(module.steps.map((step) => [step.id, step]));
  return all.flatMap((step) => {
    const own = placed.get(step.id);
    return own ? [{ ...step, ...(own.isMore && { isMore: true as const }) }] : [];
  });
}

/** The way into a module: the first step of its short way that is everybody's. */
export function toFirst(module: Module, lang: string, t: Translate): Way | undefined {
  const first = module.steps.find(({ roles, isMore }) => !roles && !isMore);
  return first && toStep(module, first.id, lang, t);
}

/** Ways to the same place made one; a way for every role of the module names none. */
function joined(ways: readonly Way[], all: readonly string[]): Way[] {
  const places = new Map<string, Way[]>();
  for (const way of ways) places.set(way.address, [...(places.get(way.address) ?? []), way]);
  const one = [...places.values()].flatMap((same): Way[] => {
    const [first] = same;
    if (!first) return [];
    const { roles: _, ...way } = first;
    const roles = same.map((other) => other.roles ?? '');
    return [{ ...way, ...(roles.length < all.length && { roles: roles.join(' ') }) }];
  });
  return one.toSorted((a, b) => Number(a.isQuiet ?? false) - Number(b.isQuiet ?? false));
}

/** The way to a step of a module: a lesson, a practice or the check. */
function toStep(module: Module, id: string, lang: string, t: Translate): Way {
  const lesson = module.lessons.find((one) => one.id === id);
  if (lesson) {
    const title = lesson.texts[lang]?.data.title ?? '';
    const address = paths.lesson(lang, module.id, id);
    return { address, text: t('lesson.next-lesson', { title }) };
  }
  const practice = module.practices.find((one) => one.id === id);
  if (practice) {
    const title = practice.data.title[lang] ?? '';
    return { address: paths.practice(lang, practice), text: t('lesson.to-practice', { title }) };
  }
  const text = t(module.checkKind === 'module' ? 'lesson.to-check' : module.checkName);
  return { address: paths.check(lang, module.id), text };
}

/** The next door of a role: the outcome after the closing check, the corridor after the last door. */
function toNext(
  modules: readonly Module[],
  module: Module,
  role: string,
  lang: string,
  t: Translate,
): Way {
  if (module.checkKind === 'closing') return toOutcome(lang, t);
  const next = modules
    .slice(modules.indexOf(module) + 1)
    .find(({ data }) => data.roles.some((own) => own === role));
  if (!next) return { address: paths.map(lang), text: t('lesson.to-map') };
  const title = next.data.title[lang] ?? '';
  return { address: paths.module(lang, next.id), text: t('lesson.next-lesson', { title }) };
}
