import type { Problem } from '../problem.ts';
import { habitsOf, type SingleQuestion } from '../questions/balance.ts';
import { isRight } from '../questions/right-options.ts';
import type { YamlFile } from '../reading/content.ts';

/** Through a call or relay no habit helps. */
export function drillHabits(
  { path }: YamlFile,
  stages: readonly SingleQuestion[],
  languages: readonly string[],
): Problem[] {
  // Where nothing is right the rule on right options speaks, and its correction changes the habit.
  if (stages.some(({ options }) => !options.some(isRight))) return [];
  const single = stages.filter(({ options }) => options.filter(isRight).length === 1);
  return habitsOf(path, single, languages);
}
