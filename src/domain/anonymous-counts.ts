/** A row of a table of counts: a role, a place, a state. */
export interface CountRow {
  readonly name: string;
  readonly count: number;
}

/** What may be published of a table: rows that stand for themselves, and how many others come to how much together. */
export interface PublicCounts {
  readonly shown: readonly CountRow[];
  /** Rows that are hidden as one sum; null where none has to be. */
  readonly others: { readonly rows: number; readonly count: number } | null;
}

/** A count below this could tell of somebody. */
export const leastShown = 5;
/** So many values at least must be possible for each hidden row to whoever knows all that is shown, and this rule. */
const leastPossible = 3;

/**
 * Hides small counts so that no total gives them away. Rows below five go into one sum; while that sum would tell what
 * one of its rows holds, the next larger row goes in, too. All tables of one register come to the same total, which is
 * the sum of what is shown. What is shown of one table says nothing of a row in another.
 * @param rows every row that the table has, also those of nobody
 * @returns null where so few people are there that nothing may be shown
 */
export function hideSmall(rows: readonly CountRow[]): PublicCounts | null {
  if (sumOf(rows) < leastShown) return null;
  const sorted = [...rows].sort((a, b) => a.count - b.count || (a.name < b.name ? -1 : 1));
  let hidden = sorted.filter(({ count }) => count < leastShown).length;
  if (hidden === 0) return { shown: rows, others: null };
  while (hidden < sorted.length && !isVague(sorted, hidden)) hidden += 1;
  const [others, shown] = [sorted.slice(0, hidden), sorted.slice(hidden)];
  return {
    shown: rows.filter((row) => shown.includes(row)),
    others: { rows: hidden, count: sumOf(others) },
  };
}

const sumOf = (rows: readonly CountRow[]) => rows.reduce((sum, { count }) => sum + count, 0);

/**
 * Whether the sum of the first rows leaves each small one of them open to whoever knows how many are small and that
 * the larger ones among them lie between five and the least that is shown.
 */
function isVague(sorted: readonly CountRow[], hidden: number): boolean {
  const sum = sumOf(sorted.slice(0, hidden));
  const small = sorted.filter(({ count }) => count < leastShown).length;
  const large = hidden - small;
  const largest = sorted[hidden]?.count ?? Number.POSITIVE_INFINITY;
  const atMost = Math.min(leastShown - 1, sum - large * leastShown);
  const besides = large > 0 ? large * largest : 0;
  const atLeast = Math.max(0, sum - besides - (leastShown - 1) * (small - 1));
  return hidden > 1 && sum >= leastShown && atMost - atLeast + 1 >= leastPossible;
}
