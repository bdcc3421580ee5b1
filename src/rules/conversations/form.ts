import { readNext } from '../../domain/scenario-compile.ts';
import { found, type Problem } from '../problem.ts';
import type { Scene } from './reading.ts';

/** A turn goes on or ends; a weak choice, and no other, has a better sentence and a way back; every choice leads on. */
export function formProblems({ file, scenario, lineAt }: Scene): Problem[] {
  const problem = (
    path: (string | number)[],
    value: string,
    message: string,
    instead: string,
    why: string,
  ): Problem => ({
    ...{ file, line: lineAt(...path), value, message, instead, why },
  });
  return Object.entries(scenario.turns).flatMap(([turn, { choices, ends }]) => {
    const isBoth = choices && ends;
    const unclear = found(
      (isBoth || (!choices && !ends)) &&
        problem(
          ['turns', turn],
          turn,
          `The turn “${turn}” has ${isBoth ? 'both “choices” and “ends”' : 'neither “choices” nor “ends”'}.`,
          isBoth
            ? 'Take one of them out.'
            : 'Add its choices or, where the scene ends here, the line ends: safe-exit',
          'A talk goes on or it ends; a learner must never stand before nothing.',
        ),
    );
    return [
      ...unclear,
      ...(choices ?? []).flatMap((choice, i) => {
        const at = ['turns', turn, 'choices', i];
        const { id, quality, next } = choice;
        const onlyWeak = (['better', 'repair'] as const).flatMap((key) => {
          if ((quality === 'weak') === Boolean(choice[key])) return [];
          return [
            quality === 'weak'
              ? problem(
                  [...at, 'id'],
                  id,
                  `The weak choice “${id}” has no “${key}”.`,
                  key === 'better'
                    ? 'Add better: with the sentence that would have done what was meant.'
                    : 'Add repair: with an id, the text that takes the line back, and the student’s reply.',
                  'After a weak line the learner sees the better one and can come back.',
                )
              : problem(
                  [...at, key],
                  id,
                  `The choice “${id}” is ${quality}, and it has “${key}”.`,
                  `Take “${key}” out, or write quality: weak`,
                  'Only a weak line is taken back.',
                ),
          ];
        });
        const open = readNext(next).at(-1)?.when !== undefined;
        return [
          ...onlyWeak,
          ...found(
            open &&
              problem(
                [...at, 'next'],
                next,
                `“next” of “${id}” names no turn for the case that “${readNext(next).at(-1)?.when}” does not hold.`,
                `Add the turn that follows otherwise: next: ${next}; …`,
                'A learner who comes here would stand before nothing.',
              ),
          ),
        ];
      }),
    ];
  });
}
