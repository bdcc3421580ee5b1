import type { Action, ProgressEvent } from '../domain/progress.ts';
import { eventsFormat } from '../store/migrate.ts';
import { toSlot } from '../store/slot.ts';
import { spaceOf } from '../store/space.ts';

/** Id of the profile whose record it is. */
const PROFILE = 'bench';
/** A Monday evening in 2026, in minutes since 1970. */
const BEGIN = 29_925_000;

/** How much somebody has done who has finished the course: about 800 events. */
const DONE = { cards: 350, answers: 170, steps: 90, runs: 18, linesOfRun: 11 } as const;

/**
 * What the browser's storage holds of somebody who has finished the course, by key. Its items are made up, so that no
 * page finds its own questions answered already.
 */
export function finishedRecord(base: string): Record<string, string> {
  const item = (what: string, number: number) => `finished-${what}-${number}`;
  const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
  const actions: Action[] = [
    { kind: 'set', item: 'colour', choice: ['teal'] },
    ...numbers(DONE.cards).map((number) => ({
      ...{ kind: 'card' as const, item: item('card', number), choice: [] },
    })),
    ...numbers(DONE.answers).map((number) => ({
      ...{ kind: 'answer' as const, item: item('question', number), choice: ['a', 'c'] },
    })),
    ...numbers(DONE.steps).map((number) => ({
      ...{ kind: 'done' as const, item: item('step', number), choice: [] },
    })),
    ...numbers(DONE.runs).flatMap((number) =>
      numbers(DONE.linesOfRun).map((last) => ({
        ...{ kind: 'run' as const, item: item('scene', number) },
        choice: ['1a.7', ...numbers(last + 1).map((line) => `c${line + 10}`)],
      })),
    ),
  ];
  const events = actions.map((action, nth): ProgressEvent => {
    const at = BEGIN + 3 * nth;
    return { ...action, at, try: 1 };
  });
  const key = (name: string) => `${spaceOf(base)}${name}`;
  const slot = (seq: number) => toSlot(eventsFormat, seq, events);
  return {
    [key(`${PROFILE}.a`)]: slot(1),
    [key(`${PROFILE}.b`)]: slot(2),
    [key('active')]: PROFILE,
  };
}
