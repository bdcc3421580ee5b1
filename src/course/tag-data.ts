import type { Translate } from '../i18n/translator.ts';
import type { AloudCard } from '../schema/aloud.ts';
import type { Danger } from '../schema/danger.ts';
import type { Helpline, Source } from '../schema/ledgers.ts';
import type { Item } from '../schema/quiz.ts';
import type { Role } from '../schema/words.ts';
import type { Module } from './module.ts';
import { wholeCourse } from './read.ts';

/** What the tags of a lesson need while its page is drawn. */
export interface Reading {
  lang: string;
  t: Translate;
  items: Record<string, Item>;
  alouds: Record<string, AloudCard>;
  helplines: Record<string, Helpline>;
  danger: Danger;
  /** Number of each source on the sources page, from 1. */
  sourceNumbers: Record<string, number>;
  roleNames: Record<Role, string>;
}

/** Everything the tags of a lesson need, for one module in one language. */
export async function readingOf(lang: string, module?: Module): Promise<Reading> {
  const { course, danger, helplines, sources, translate } = await wholeCourse();
  return {
    lang,
    t: translate(lang),
    items: Object.fromEntries((module?.items ?? []).map((item) => [item.id, item])),
    alouds: Object.fromEntries((module?.alouds ?? []).map((card) => [card.id, card])),
    helplines: Object.fromEntries(helplines.map((line) => [line.id, line])),
    danger,
    sourceNumbers: Object.fromEntries(sources.map(({ id }: Source, index) => [id, index + 1])),
    roleNames: Object.fromEntries(
      course.roles.map(({ id, name }) => [id, name[lang] ?? id]),
    ) as Record<Role, string>,
  };
}
