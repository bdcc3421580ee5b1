import type { Action, ProgressEvent } from '../../src/domain/progress.ts';
import { mergeEvents, nextEvent } from '../../src/domain/progress.ts';
import type { CodeStep } from '../../src/exports/code.ts';

/** Random numbers from 0 up to 1, the same for the same seed (Mulberry32, T. Ettinger 2017). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A made-up course: 25 lessons and checks of 6 cards, 110 questions, 15 scenes; ids as long as real ones. */
export function madeCourse() {
  const named = (what: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${what}-${(index * 7919) % 10_007}-${index}`);
  const steps: CodeStep[] = named('small-habits', 25).map((id, step) => ({
    id,
    cards: named(`plate-before-face-${step}`, 6),
  }));
  const items = named('two-changes', 110);
  const scenes = named('eleven-pm-knock', 15);
  const ids = [...steps.flatMap(({ id, cards }) => [id, ...cards]), ...items, ...scenes];
  return { steps, items, scenes, ids };
}

/**
 * The record of somebody who finished the made-up course within three weeks: 150 answers with 40 retries, 40 steps,
 * 15 runs of up to 12 lines, in evenings with some minutes between actions.
 */
export function finishedRecord(seed: number): readonly ProgressEvent[] {
  const random = seeded(seed);
  const whole = (count: number) => Math.floor(random() * count);
  const { steps, items, scenes } = madeCourse();
  const choiceOf = (item: number): string[] => {
    const letters = ['a', 'b', 'c', 'd', 'e'];
    if (item % 10 === 7) return [random() < 0.5 ? 'keep' : 'rewrite'];
    if (item % 10 === 8) return [`${whole(5) + 1}`];
    if (item % 10 === 9) return letters.slice(0, 4).toSorted(() => random() - 0.5);
    if (item % 3 === 0) return letters.filter(() => random() < 0.5);
    return [letters[whole(4)] ?? 'a'];
  };
  const runOf = () => [
    `${whole(4096).toString(36)}.${whole(256)}`,
    ...Array.from({ length: 6 + whole(7) }, () => lineOf(whole(40) + 1, random() < 0.1)),
  ];
  const lineOf = (number: number, isRepair: boolean) =>
    (isRepair ? 'x' : 'c') + `${number}`.padStart(2, '0');
  const actions: Action[] = [
    { kind: 'set', item: 'colour', choice: ['teal'] },
    { kind: 'set', item: 'language', choice: ['hi'] },
    { kind: 'set', item: 'role', choice: ['warden'] },
    { kind: 'set', item: 'label', choice: ['सुनीता मैम'] },
  ];
  items.forEach((item, index) => {
    actions.push({ kind: 'answer', item, choice: choiceOf(index) });
    // 40 of 110 questions are tried twice.
    if ((index * 4) % 11 < 4) actions.push({ kind: 'answer', item, choice: choiceOf(index) });
    const step = steps[Math.floor((index * 25) / 110)];
    if (step) actions.push({ kind: 'card', item: step.cards[index % 6] ?? '', choice: [] });
    if (step && index % 11 > 6) actions.push({ kind: 'done', item: step.id, choice: [] });
    const scene = scenes[index / 7];
    if (scene) {
      const run = runOf();
      for (let end = 1; end <= run.length; end++) {
        actions.push({ kind: 'run', item: scene, choice: run.slice(0, end) });
      }
      actions.push({ kind: 'done', item: scene, choice: [] });
    }
  });
  for (const { id } of steps) actions.push({ kind: 'done', item: id, choice: [] });
  let now = 29_925_000;
  return actions.reduce<readonly ProgressEvent[]>((events, action, index) => {
    // An evening has some twenty actions, one every two minutes.
    now += index % 20 === 19 ? 22 * 60 + whole(240) : whole(5);
    const event = nextEvent(events, action, now);
    return event ? mergeEvents(events, [event]) : events;
  }, []);
}

/** What a last door that was not passed, for the call, leaves after a record. */
export const outcomeAfter = (record: readonly ProgressEvent[]): ProgressEvent => ({
  kind: 'outcome',
  item: 'outcome',
  choice: ['failed', '1.0.0', 'call'],
  at: record.at(-1)?.at ?? 0,
  try: 1,
});
