import { expect, test } from '@playwright/test';
import { sceneFigures } from '../../src/cli/scene-figures.ts';
import { scenesIn } from '../support/scenes.ts';
import { courseSite } from '../support/sites.ts';
import { problemsWith } from './tiny-scene.ts';

test('A scene in order has no problems', () => {
  expect(problemsWith()).toEqual([]);
});

test('The listing of a scene tells its size, its runs, its outcomes and how far habits get', () => {
  const [knock] = scenesIn(
    courseSite.files.filter(({ path }) => path.endsWith('/warden-knock.scenario.yml')),
  );
  const listing = knock ? sceneFigures('warden-knock', knock.scenario) : '';
  const [head, size, lines, variety, truth, runs, outcomes, domains, scores, trained] =
    listing.split('\n');
  expect(head).toBe('warden-knock');
  expect(size).toMatch(/^ {2}turns \d+, choices \d+, words hi \d+, en \d+$/);
  expect(lines).toMatch(/^ {2}lines of a run \d+ to \d+$/);
  expect(variety).toMatch(
    /^ {2}two plays share \d+ %, an early choice alters [\d.]+ later lines, \d+ % of replies and thoughts vary$/,
  );
  expect(truth).toBe('  truth none');
  expect(runs).toMatch(/^ {2}runs [\d,]+, places [\d,]+$/);
  expect(outcomes).toMatch(/handed-over [\d.]+ %/);
  expect(domains).toMatch(/asks-directly [\d.]+ %/);
  expect(scores).toMatch(
    /^ {2}score: trained 100 %, at random \d+ %, longest \(hi\) \d+ %, longest \(en\) \d+ %$/,
  );
  expect(trained).toMatch(/^ {2}trained run: c\d+( c\d+)+$/);
});
