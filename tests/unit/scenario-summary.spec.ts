import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { replay } from '../../src/domain/scenario.ts';
import { findings } from '../../src/domain/scenario-debrief.ts';
import { summaryOf } from '../../src/domain/scenario-summary.ts';
import { randomRun } from '../../src/domain/scenario-variety.ts';
import { inWorld } from '../../src/domain/scenario-world.ts';
import type { Truth } from '../../src/schema/scenario.ts';
import { assertHolds } from '../support/compare.ts';
import { scenesIn, teaScene } from '../support/scenes.ts';
import { fixtureSite } from '../support/sites.ts';

const bottle = scenesIn(fixtureSite.files).find(({ id }) => id === 'bottle')?.graph;
if (!bottle) throw new Error('The small course has no conversation “bottle”.');
const where = (truth: Truth, ...choices: string[]) =>
  summaryOf(replay(inWorld(bottle, { truth }), 1, choices));
const { graph } = teaScene();
const tea = (...choices: string[]) => summaryOf(replay(graph, 1, choices));

test.describe('The moment that told what was true', () => {
  test('is the line that asked straight out', () => {
    expect(where('danger', 'c01', 'c07', 'c12').moment).toEqual({ id: 'c12', isTaken: true });
  });

  test('is the first line that would have asked, where nobody did', () => {
    const { moment } = where('danger', 'c01', 'c07', 'c13', 'c15');
    expect(moment).toEqual({ id: 'c06', isTaken: false });
    expect(where('danger', 'c01').moment).toBeUndefined();
  });
});

test.describe('What helped most', () => {
  test('is the strong line that did most of what must not be missing, and not the question quoted before it', () => {
    const { moment, helped } = where('none', 'c01', 'c06', 'c18', 'c19', 'c24', 'c27');
    expect(moment?.id).toBe('c06');
    expect(helped).toBe('c18');
  });

  test('is a way back, where nothing else was strong', () => {
    expect(tea('c01', 'c02').helped).toBe('c02');
  });

  test('is nothing, where every line was weak', () => {
    expect(tea('c01', 'c05', 'c15').helped).toBeUndefined();
  });
});

test.describe('What to try next', () => {
  test('is the must that was missed, with a line that was there for it', () => {
    expect(where('danger', 'c01', 'c06', 'c29', 'c32', 'c38', 'c39', 'c43', 'c44').advice).toEqual({
      ...{ kind: 'missed', domain: 'safety-now', must: true, line: 'c47' },
    });
  });

  test('is to ask, before anything else', () => {
    expect(where('danger', 'c01', 'c07', 'c13', 'c15').advice).toEqual({
      ...{ kind: 'missed', domain: 'asks-directly', must: true },
    });
  });

  test('is the better wording of a weak line, where no must was missed', () => {
    const { advice } = where('none', 'c01', 'c06', 'c16', 'c17', 'c19', 'c24', 'c27');
    expect(advice).toEqual({ kind: 'better', id: 'c16' });
  });

  test('is nothing, where nothing was missed', () => {
    expect(tea('c03', 'c04', 'c07', 'c09', 'c13').advice).toEqual({ kind: 'nothing' });
  });

  test('never passes a missed must by, and quotes nothing that was not on offer', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9999 }), (number) => {
        const run = randomRun(bottle, number);
        const { helped, advice } = summaryOf(run);
        const missed = findings(run.graph, run.place.values).filter(
          ({ must, status }) => must && status === 'missed',
        );
        if (helped !== undefined) assertHolds(run.chosen, helped);
        if (advice.kind === 'better') assertHolds(run.chosen, advice.id);
        if (missed.length === 0) return;
        assertHolds(
          missed.map(({ domain }) => domain),
          'domain' in advice && advice.domain,
        );
      }),
      { numRuns: 300 },
    );
  });
});
