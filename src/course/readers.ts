import type { Words } from '../schema/words.ts';
import { idsIn } from './lesson.ts';
import { type Module, practicesOf } from './module.ts';
import { paths } from './paths.ts';

/** A text of the course, where the review book shows it in all languages. */
export interface BookPlace {
  address: string;
  /** What it is called, or how it begins. */
  title: Words;
}

/**
 * Every text that `content/readers.yml` may name, by its id there.
 * @param guide the parts of the coordinator's guide, which stand among the ledgers
 */
export function bookPlaces(
  modules: readonly Module[],
  guide: readonly { id: string; title: Words }[],
): ReadonlyMap<string, BookPlace> {
  const parts = guide.map(
    ({ id, title }): Placed => [id, { address: `${paths.reviewLedgers()}#${id}`, title }],
  );
  return new Map([...modules.flatMap(placesIn), ...parts]);
}

type Placed = [id: string, place: BookPlace];

function placesIn(module: Module): Placed[] {
  const page = paths.reviewModule(module.id);
  const at = (id: string, title: Words): Placed => [id, { address: `${page}#${id}`, title }];
  return [
    ...module.lessons.flatMap((lesson) => {
      const titles = Object.entries(lesson.texts).map(([lang, { data }]) => [lang, data.title]);
      const title: Words = Object.fromEntries(titles);
      return [at(lesson.id, title), ...cardsOf(lesson).map((card) => at(card, title))];
    }),
    ...module.items.map(({ id, prompt }) => at(id, prompt)),
    ...module.alouds.map(({ id, prompt }) => at(id, prompt)),
    ...practicesOf(module).flatMap((practice): Placed[] => {
      const { id, kind, data } = practice;
      const address = kind === 'scenario' ? paths.review(id) : paths.reviewPractice(id);
      if (practice.kind !== 'cases') return [[id, { address, title: data.title }]];
      const cases: readonly { id: string }[] = practice.data.cases;
      return [
        [id, { address, title: data.title }],
        ...cases.map(
          (one): Placed => [
            `${id}/${one.id}`,
            { address: `${address}#${one.id}`, title: data.title },
          ],
        ),
      ];
    }),
  ];
}

/** Ids of the cards with text of a lesson, the same in every language. */
const cardsOf = ({ texts }: Module['lessons'][number]): string[] =>
  Object.values(texts)
    .slice(0, 1)
    .flatMap((text) => idsIn(text, ['Card']));
