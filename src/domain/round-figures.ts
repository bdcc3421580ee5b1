import {
  type Acts,
  actNames,
  type Measure,
  measures,
  mergeRows,
  type Row,
  scoreToPercent,
  type Wave,
} from './round.ts';
import { type PairedChange, pairedChange, type Share, wilson } from './statistics.ts';

/** Figures that rest on fewer people, or count fewer, are not shown, so that nobody can be told by them. */
export const LEAST_SHOWN = 5;

/** Waves after the course has begun, each compared with how it was before. */
export type Later = Exclude<Wave, 'start' | 'start-short'>;

/** How one measure has moved from the start to a later wave, for those who answered both. */
export interface Moved {
  readonly measure: Measure;
  readonly wave: Later;
  readonly change: PairedChange;
}

/** What somebody did since the course: how many of those who said it did it at all, and how often in all. */
export interface Done {
  readonly people: Share;
  readonly times: number;
}

/** What the rows of one round come to; null, or not there, where a figure would rest on fewer than `LEAST_SHOWN`. */
export interface Figures {
  /** How many people have sent a row. */
  readonly people: number;
  /** How many of them finished with all that must be there. */
  readonly finished: Share | null;
  /** How many of them answered in each later wave. */
  readonly answered: Readonly<Partial<Record<Later, Share>>>;
  readonly moved: readonly Moved[];
  /** How many have said what they did. */
  readonly said: Share | null;
  readonly done: Readonly<Partial<Record<keyof Acts, Done>>>;
}

const later = ['finish', 'weeks-3', 'months-3', 'months-6'] as const satisfies readonly Later[];

const shownShare = (count: number, of: number): Share | null =>
  count < LEAST_SHOWN ? null : wilson(count, of);

/** The entries whose figure may be shown. */
const shownOnly = <Name extends string, Value>(
  names: readonly Name[],
  figureOf: (name: Name) => Value | null,
) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = figureOf(name);
      return value === null ? [] : [[name, value]];
    }),
  ) as Partial<Record<Name, Value>>;

/** What the rows of one round come to. @param given in any order, some perhaps more than once */
export function rowsToFigures(given: readonly Row[]): Figures {
  const rows = mergeRows(given);
  const share = (has: (row: Row) => boolean) => shownShare(rows.filter(has).length, rows.length);
  const acts = rows.flatMap((row) => row.acts ?? []);
  return {
    people: rows.length,
    finished: share(({ passed }) => passed),
    answered: shownOnly(later, (wave) => share(({ scores }) => scores[wave] !== undefined)),
    moved: measures.flatMap((measure) => later.flatMap((wave) => movedIn(rows, measure, wave))),
    said: shownShare(acts.length, rows.length),
    done: shownOnly(actNames, (name) => {
      const people = shownShare(acts.filter((one) => one[name] > 0).length, acts.length);
      return people && { people, times: acts.reduce((sum, one) => sum + one[name], 0) };
    }),
  };
}

function movedIn(rows: readonly Row[], measure: Measure, wave: Later): Moved[] {
  const pairs = rows.flatMap(({ scores }): [number, number][] => {
    const first = scores[wave === 'finish' ? 'start' : 'start-short'];
    const [before, after] = [first, scores[wave]].map(
      (score) => score && scoreToPercent(score, measure),
    );
    return typeof before === 'number' && typeof after === 'number' ? [[before, after]] : [];
  });
  const change = pairs.length < LEAST_SHOWN ? null : pairedChange(pairs);
  return change ? [{ measure, wave, change }] : [];
}
