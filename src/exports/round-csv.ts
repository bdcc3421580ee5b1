import { actNames, type Row, type Score, waves } from '../domain/round.ts';

const SCORE = ['right', 'asked', 'ready', 'scales'] as const satisfies readonly (keyof Score)[];
const ACTS = { asked: 'asked_directly', handedOver: 'handed_over', followedUp: 'followed_up' };

/**
 * Rows as a table for those who calculate further: one line a person, numbered, with empty cells where nothing was said.
 * Names of columns are the same in every language, so that a script reads each file.
 * @param rows of one round, merged
 */
export function rowsToCsv(rows: readonly Row[]): string {
  const head = [
    ...['row', 'finished'],
    ...waves.flatMap((wave) => SCORE.map((name) => `${wave}_${name}`.replace('-', '_'))),
    ...actNames.map((name) => ACTS[name]),
  ];
  const lines = rows.map(({ passed, scores, acts }, at) => [
    ...[at + 1, Number(passed)],
    ...waves.flatMap((wave) => SCORE.map((name) => scores[wave]?.[name] ?? '')),
    ...actNames.map((name) => acts?.[name] ?? ''),
  ]);
  return [head, ...lines].map((line) => `${line.join()}\r\n`).join('');
}
