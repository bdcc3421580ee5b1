import { type Module, practicesOf } from './module.ts';

/** The ids of a course that events of a record may name. */
export interface CourseIds {
  /** Every lesson, practice and check with its cards; unseen variants as well, since a record may hold a run of one. */
  steps: readonly { id: string; cards: readonly string[] }[];
  /** Every question. */
  items: readonly string[];
  /** Every practice, unseen variants as well. */
  practices: readonly string[];
  /** All of these, and every card. */
  all: readonly string[];
}

/** The ids of some modules; of all modules, those of the course. */
export function courseIds(modules: readonly Module[]): CourseIds {
  const steps = modules.flatMap((module) => [
    ...module.steps.map(({ id, cards }) => ({ id, cards })),
    ...module.variants.map(({ id }) => ({ id, cards: [id] })),
  ]);
  const items = modules.flatMap((module) => module.items.map(({ id }) => id));
  const practices = modules.flatMap((module) => practicesOf(module).map(({ id }) => id));
  return {
    ...{ steps, items, practices },
    all: [
      ...new Set([...steps.flatMap(({ id, cards }) => [id, ...cards]), ...items, ...practices]),
    ],
  };
}
