import { type EndedRuns, standingsOf } from './last-runs.ts';
import { hasFinished, leads } from './outcome.ts';
import { type Progress, type ProgressEvent, REFRESHER } from './progress.ts';

/**
 * What a refresher consists of, in the order in which it is offered. The short questions come first: they measure what
 * is still there, not what was practised a moment ago.
 */
export const refresherParts = ['items', 'talk', 'cases', 'call'] as const;
export type RefresherPart = (typeof refresherParts)[number];

/** Minutes within which the four parts of one refresher are done: an evening, or two weeks of night duty. */
const TOGETHER = 14 * 24 * 60;

/** What counts for the refresher that is open: minutes at which its parts ended. */
export interface Counted {
  readonly runs: EndedRuns;
  /** Of each short question, minutes of its answers. */
  readonly items: readonly (readonly number[])[];
}

/**
 * Takes of all that was done what counts for the refresher that is open. What the last door and the closing check had
 * asked does not count again.
 *
 * The short questions are those of the closing check, so their answers are further tries of the same questions. What
 * somebody knew at some point in time is told by the first try of each question in that time, since a second one has
 * read what the first was told; how ready they felt by what was kept at first (`keptAnswer`). At the end these are the
 * first tries of all, at 3 weeks, 3 and 6 months the first ones since that refresher opened; at the start those of the
 * counterparts that the closing check names.
 * @param items ids of the short questions
 * @param counts says of a minute whether it counts, see `countsFor`
 */
export function countedFor(
  { talks, rounds, calls }: EndedRuns,
  answers: Progress['answers'],
  items: readonly string[],
  counts: (at: number) => boolean,
): Counted {
  const isCounted = ({ at }: { readonly at: number }) => counts(at);
  return {
    runs: {
      talks: talks.filter(isCounted),
      rounds: rounds.filter(isCounted),
      calls: calls.filter(isCounted),
    },
    items: items.map((item) => (answers[item] ?? []).filter(isCounted).map(({ at }) => at)),
  };
}

/** Whether an end or an answer is one of a refresher whose last part ended at some minute. */
const isTogether = (at: number, last: number): boolean => at > last - TOGETHER && at <= last;

/** The parts that are done. @param now minute at which it is asked */
export function doneParts({ runs, items }: Counted, now: number): RefresherPart[] {
  const ends: Readonly<Record<RefresherPart, readonly (readonly number[])[]>> = {
    items,
    talk: [runs.talks.map(({ at }) => at)],
    cases: [runs.rounds.map(({ at }) => at)],
    call: [runs.calls.map(({ at }) => at)],
  };
  return refresherParts.filter((part) =>
    ends[part].every((minutes) => minutes.some((at) => isTogether(at, now))),
  );
}

/**
 * The event that tells of a refresher, once its four parts were done together. It follows from the record alone: phones
 * with the same record write the same event.
 *
 * An act that was missing does not keep a refresher from being done. What moved gatekeepers in trials was fresh practice
 * itself, and who is held back by a failed evening does not come back; so the event says what was met, the page leads to
 * the lesson of what was not, and the certificate goes on resting on the end of the course.
 * @param release release of the course, as in `outcomeEvent`
 * @returns null while a part is open
 */
export function refresherEvent(counted: Counted, release: string): ProgressEvent | null {
  const { talks, rounds, calls } = counted.runs;
  const ends = [...[...talks, ...rounds, ...calls].map(({ at }) => at), ...counted.items.flat()];
  const at = ends
    .sort((a, b) => a - b)
    .find((minute) => doneParts(counted, minute).length === refresherParts.length);
  if (at === undefined) return null;
  const { all } = standingsOf(counted.runs, (end) => isTogether(end, at));
  return {
    kind: 'outcome',
    item: REFRESHER,
    choice: [
      hasFinished(all) ? 'passed' : 'failed',
      release,
      ...leads.filter((lead) => all[lead] === 'met'),
    ],
    at,
    try: 1,
  };
}
