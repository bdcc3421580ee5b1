import type { Problem } from '../problem.ts';
import type { Scene } from './reading.ts';

/** Words of an opening, the part of all notes that may begin with the same ones, and from how many notes of scenes with truths on that is a problem. */
export const coaching = { words: 3, most: 0.05, notes: 800 } as const;

/** How the coach begins, and how many notes of how many begin so. */
export interface Opening {
  language: string;
  opening: string;
  count: number;
  notes: number;
}

/** The commonest opening of the coach's notes in each language. */
export function commonestOpenings(scenes: readonly Pick<Scene, 'scenario'>[]): Opening[] {
  const notes = scenes.flatMap(({ scenario }) =>
    Object.values(scenario.turns).flatMap(({ choices = [] }) => choices.map(({ coach }) => coach)),
  );
  const languages = Object.keys(notes[0] ?? {});
  return languages.flatMap((language) => {
    const counts = new Map<string, number>();
    for (const note of notes) {
      const words = (note[language] ?? '').split(/[\s,;:.।!?“”‘’]+/u).filter(Boolean);
      const opening = words.slice(0, coaching.words).join(' ');
      counts.set(opening, (counts.get(opening) ?? 0) + 1);
    }
    const [top] = [...counts].toSorted(([, a], [, b]) => b - a);
    return top ? [{ language, opening: top[0], count: top[1], notes: notes.length }] : [];
  });
}

/** In the scenes with truths the coach has no formula. */
export function coachProblems(scenes: readonly Scene[]): Problem[] {
  const counted = scenes.filter(({ scenario }) => scenario.truths);
  return commonestOpenings(counted)
    .filter(({ count, notes }) => notes >= coaching.notes && count > notes * coaching.most)
    .map(({ language, opening, count, notes }) => ({
      ...{ file: counted.at(-1)?.file ?? '', line: 1, value: opening },
      message: `In the language “${language}” ${count} of ${notes} notes of the coach begin with “${opening}”.`,
      instead: `Begin some of them with other words, until it is ${Math.floor(notes * coaching.most)} at most.`,
      why: 'A formula is skipped by whoever has read it twice.',
    }));
}
