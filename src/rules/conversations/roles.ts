import { truths } from '../../domain/truths.ts';
import { found, type Problem } from '../problem.ts';
import type { Scene } from './reading.ts';

/** Where every scene of a role has truths, the role meets all three, and one of its scenes says what holds the first time. */
export function roleProblems(scenes: readonly Scene[]): Problem[] {
  return [...Map.groupBy(scenes, ({ scenario }) => scenario.role)].flatMap(([role, own]) => {
    const [first] = own;
    if (!first || own.some(({ scenario }) => !scenario.truths)) return [];
    const met = new Set(own.flatMap(({ scenario }) => Object.keys(scenario.truths ?? {})));
    const missing = truths.filter((truth) => !met.has(truth));
    const at = { file: first.file, line: first.lineAt('truths'), value: role };
    return found(
      missing.length > 0 && {
        ...at,
        message: `No scene of the role “${role}” holds: ${missing.join(', ')}.`,
        instead: `Add ${missing.join(', ')} to the “truths” of one of its scenes.`,
        why: 'Whoever has met one answer only has learnt to expect it.',
      },
      !own.some(({ scenario }) => scenario.firstPlay) && {
        ...at,
        message: `No scene of the role “${role}” says what is true the first time.`,
        instead: 'Add the line firstPlay: thoughts to the scene that its learners come to first.',
        why: 'The first run is to meet what the lessons before it were about.',
      },
    );
  });
}
