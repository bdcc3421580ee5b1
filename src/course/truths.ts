import { truths } from '../domain/truths.ts';
import type { Truth } from '../schema/scenario.ts';
import type { Role } from '../schema/words.ts';
import { type Module, ofKind, practicesOf } from './module.ts';

/** What may be true in the conversations of a role, by their ids, in the order in which a seed draws. */
export const truthsOfRole = (
  modules: readonly Module[],
  role: Role,
): Record<string, readonly Truth[]> =>
  Object.fromEntries(
    modules
      .flatMap((module) => ofKind(practicesOf(module), 'scenario'))
      .filter(({ data }) => data.role === role && data.truths)
      .map(({ id, data }) => [id, truths.filter((truth) => data.truths?.[truth])]),
  );
