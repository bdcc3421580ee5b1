import { partsOf, readTest } from '../../domain/scenario-compile.ts';
import type { Effect, Test } from '../../domain/scenario-graph.ts';
import type { Translate } from '../../i18n/translator.ts';

/** A language of the review book, which shows all languages side by side. */
export interface ReviewLanguage {
  id: string;
  t: Translate;
  /** Names of roles by id. */
  roles: Readonly<Record<string, string>>;
  /** Names of helplines by id. */
  helplines: Readonly<Record<string, string>>;
}

const counts = ['rapport', 'disclosed', 'listened'];
const isLineId = (name: string) => /^[a-z]+\d+$/.test(name);

/** The name of a flag, count or truth, such as `asked directly`. */
const nameOf = (name: string, t: Translate) =>
  t(`review.flag-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);

function testToWords([name, least, most]: Test, t: Translate, tempers: readonly string[]): string {
  if (isLineId(name)) return t(most === 0 ? 'review.not-chosen' : 'review.chosen', { id: name });
  const what = tempers.includes(name) ? name : nameOf(name, t);
  if (!counts.includes(name)) return most === 0 ? t('review.not', { what }) : what;
  if (least === most) return t('review.exactly', { what, n: least });
  return least === 0
    ? t('review.at-most', { what, n: most })
    : t('review.at-least', { what, n: least });
}

/**
 * A condition in words, from how it is written in the file, such as `asked, rapport < 3`.
 * @param tempers those of the scene, which are named as in its file
 */
export const conditionToWords = (
  when: string,
  t: Translate,
  tempers: readonly string[] = [],
): string =>
  partsOf(when)
    .map((part) => {
      const test = readTest(part);
      return test ? testToWords(test, t, tempers) : part;
    })
    .join(t('review.and'));

/** What a choice changes in words; what only the program keeps for itself is left out. */
export function effectsToWords(effects: readonly Effect[], t: Translate): string {
  return effects
    .filter(([name]) => name !== 'erred' && !isLineId(name))
    .map(([name, by]) => {
      const what = nameOf(name, t);
      if (counts.includes(name)) return `${what} ${by < 0 ? '−' : '+'}${Math.abs(by)}`;
      return by ? what : t('review.no-longer', { what });
    })
    .join(' · ');
}

/** What is said of a module's review: who signed it and when, and whether it has changed since. */
export const reviewToWords = (
  review: { name: string; role: string; on: string } | null,
  state: 'unreviewed' | 'signed' | 'changed',
  t: Translate,
): string =>
  review
    ? t(state === 'changed' ? 'module.review-changed' : 'module.reviewed', {
        ...{ name: review.name, role: review.role, date: review.on },
      })
    : t('module.unreviewed');
