import { expect, test } from '@playwright/test';
import { rowsToCsv } from '../../src/exports/round-csv.ts';
import { personOf, rowOf, score } from '../support/rounds.ts';

test('a table has a line for each row, numbers for names, and empty cells where nothing was said', () => {
  const rows = [
    rowOf(personOf(4)),
    rowOf(personOf(7), {
      ...{ passed: true, acts: { asked: 3, handedOver: 0, followedUp: 1 } },
      scores: { start: score(2, 4), 'months-3': score(5, 9) },
    }),
  ];
  const [head = '', ...lines] = rowsToCsv(rows).trimEnd().split('\r\n');
  const names = head.split(',');
  expect(names.slice(0, 3)).toEqual(['row', 'finished', 'start_right']);
  expect(names.slice(-3)).toEqual(['asked_directly', 'handed_over', 'followed_up']);
  expect(names).toContain('months_3_ready');
  const cells = (line = '') =>
    Object.fromEntries(
      line.split(',').flatMap((cell, at) => (cell === '' ? [] : [[names[at], cell]])),
    );
  expect(lines.map(cells)).toEqual([
    { row: '1', finished: '0' },
    {
      ...{ row: '2', finished: '1', asked_directly: '3', handed_over: '0', followed_up: '1' },
      ...{ start_right: '2', start_asked: '5', start_ready: '4', start_scales: '2' },
      ...{ months_3_right: '5', months_3_asked: '5', months_3_ready: '9', months_3_scales: '2' },
    },
  ]);
});
