import { foldEvents, mergeEvents, type Progress, type ProgressEvent } from './progress.ts';

/** What an import would change, before it is done. */
export interface Preview {
  /** Answers, runs, finished steps (the end of the course and refreshers among them) and places that the record does not have. */
  readonly answers: number;
  readonly runs: number;
  readonly steps: number;
  readonly places: number;
  /** Of all these, how many belong to items that this release does not know. */
  readonly unknown: number;
  /** Settings whose value changes; `from` is null where there was none. */
  readonly settings: readonly { name: string; from: string | null; to: string }[];
  /** Whether the record stays as it is. */
  readonly isNothing: boolean;
}

/** Compares a record with what it would be after an import. */
export function previewImport(
  events: readonly ProgressEvent[],
  imported: readonly ProgressEvent[],
): Preview {
  const before = foldEvents(events);
  const after = foldEvents(mergeEvents(events, imported));
  const more = (count: (progress: Progress) => number) => count(after) - count(before);
  const attempts = (field: 'answers' | 'runs') =>
    more((progress) => Object.values(progress[field]).flat().length);
  const ids = (field: 'done' | 'seen') => more((progress) => Object.keys(progress[field]).length);
  const outcomes = more(({ outcomes, refreshers }) => outcomes.length + refreshers.length);
  const settings = Object.entries(after.settings)
    .map(([name, to]) => ({ name, from: before.settings[name] ?? null, to }))
    .filter(({ from, to }) => from !== to);
  const all = mergeEvents(events, imported);
  const isUnknown = ({ item }: ProgressEvent) => item.startsWith('#');
  return {
    answers: attempts('answers'),
    runs: attempts('runs'),
    steps: ids('done') + outcomes,
    places: ids('seen'),
    unknown: all.filter(isUnknown).length - events.filter(isUnknown).length,
    settings,
    isNothing: all.length === mergeEvents(events).length,
  };
}
