import assert from 'node:assert/strict';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { choiceToSaved, replay, resume, runToChoice } from '../../src/domain/scenario.ts';
import { withoutLines } from '../../src/domain/scenario-compile.ts';
import { debrief, type Finding, score } from '../../src/domain/scenario-debrief.ts';
import { randomRun } from '../../src/domain/scenario-variety.ts';
import { inWorld } from '../../src/domain/scenario-world.ts';
import type { Truth } from '../../src/schema/scenario.ts';
import { scenesIn, teaScene } from '../support/scenes.ts';
import { fixtureSite } from '../support/sites.ts';

const { graph } = teaScene();
const told = (...choices: string[]) => debrief(replay(graph, 1, choices));
const statusOf = (findings: readonly Finding[]) =>
  Object.fromEntries(findings.map(({ domain, status }) => [domain, status]));

const trained = ['c03', 'c04', 'c07', 'c09', 'c13'];

test.describe('The debrief', () => {
  test('finds everything met in a trained run', () => {
    const { findings, passed } = told(...trained);
    expect(statusOf(findings)).toEqual({
      'opens-safely': 'met',
      listens: 'met',
      'asks-directly': 'met',
      secrecy: 'met',
      'safety-now': 'met',
      'hands-over': 'met',
      'follows-up': 'met',
      repairs: 'unneeded',
    });
    expect(passed).toBe(true);
    expect(score(findings)).toBe(1);
  });

  test('asks for another try when the plain word was never said', () => {
    const { findings, passed } = told('c03', 'c04', 'c08', 'c09', 'c13');
    expect(statusOf(findings)).toMatchObject({ 'asks-directly': 'missed', secrecy: 'met' });
    expect(passed).toBe(false);
  });

  test('calls a promise of secrecy missed while it stands', () => {
    const { findings } = told('c03', 'c04', 'c07', 'c10', 'c13');
    expect(statusOf(findings)).toMatchObject({ secrecy: 'missed', repairs: 'missed' });
  });

  test('calls a promise of secrecy mended once it is taken back and somebody is named', () => {
    const honest = teaScene([
      '          id: c11\n',
      '          id: c11\n          effects: saidWhoIsTold\n',
    ]);
    const run = replay(honest.graph, 1, ['c03', 'c04', 'c07', 'c10', 'c11', 'c13']);
    const { findings, passed } = debrief(run);
    expect(statusOf(findings)).toMatchObject({ secrecy: 'mended', repairs: 'met' });
    expect(passed).toBe(true);
  });

  test('makes safety a must only where danger is current', () => {
    const inDanger = teaScene(['danger: false', 'danger: true']);
    const { findings, passed } = debrief(replay(inDanger.graph, 1, trained));
    expect(findings.find(({ domain }) => domain === 'safety-now')).toEqual({
      domain: 'safety-now',
      must: true,
      status: 'missed',
    });
    expect(passed).toBe(false);
  });

  test('takes a hand-over for one only with a person, a time, and together', () => {
    expect(statusOf(told('c03', 'c04', 'c07', 'c09', 'c12').findings)['hands-over']).toBe('missed');
  });

  test('quotes the learner’s own lines with their moves, ways back among them', () => {
    expect(told('c01', 'c02', 'c04').acts).toMatchObject([
      { id: 'c01', move: 'minimise', domain: 'listens', quality: 'weak' },
      { id: 'c02', move: 'repair', domain: 'repairs', quality: 'strong' },
      { id: 'c04', move: 'open-question', domain: 'listens', quality: 'strong' },
    ]);
  });
});

const bottle = scenesIn(fixtureSite.files).find(({ id }) => id === 'bottle')?.graph;
if (!bottle) throw new Error('The small course has no conversation “bottle”.');
/** What a run of the bottle comes to where this is true. */
const where = (truth: Truth, ...choices: string[]) => {
  const { findings, passed } = debrief(replay(inWorld(bottle, { truth }), 1, choices));
  return {
    ...statusOf(findings),
    passed,
    musts: findings.flatMap((one) => (one.must ? [one.domain] : [])),
  };
};

test.describe('What a debrief asks for', () => {
  const heavy = ['c01', 'c06', 'c18', 'c19', 'c24', 'c27'];

  test('where nothing but a load is true, is a no believed, the load passed on and a day named', () => {
    expect(where('none', ...heavy)).toMatchObject({
      ...{ 'asks-directly': 'met', 'safety-now': 'met', 'hands-over': 'met', 'follows-up': 'met' },
      ...{ secrecy: 'unneeded', passed: true },
      musts: ['asks-directly', 'safety-now', 'hands-over', 'follows-up'],
    });
  });

  test('misses a no that was pressed, until it is taken back', () => {
    const pressed = (...back: string[]) =>
      where('none', 'c01', 'c06', 'c16', ...back, 'c19', 'c24', 'c27');
    expect(pressed()).toMatchObject({ 'safety-now': 'missed', passed: false });
    expect(pressed('c17')).toMatchObject({ 'safety-now': 'mended', passed: true });
  });

  test('where there are thoughts, is tonight asked and settled, and a call together', () => {
    const run = ['c01', 'c06', 'c29', 'c32', 'c36'];
    expect(where('thoughts', ...run, 'c40', 'c44')).toMatchObject({
      ...{ secrecy: 'met', 'safety-now': 'met', 'hands-over': 'met', passed: true },
      musts: ['asks-directly', 'secrecy', 'safety-now', 'hands-over'],
    });
    expect(where('thoughts', ...run, 'c43', 'c44')).toMatchObject({
      ...{ 'safety-now': 'met', 'hands-over': 'missed', passed: false },
    });
  });

  test('where there is danger, is the rule for danger', () => {
    const run = ['c01', 'c06', 'c29', 'c32'];
    expect(where('danger', ...run, 'c36', 'c41', 'c44')).toMatchObject({ passed: true });
    expect(where('danger', ...run, 'c38', 'c39', 'c43', 'c47')).toMatchObject({ passed: true });
    expect(where('danger', ...run, 'c38', 'c39', 'c43', 'c44')).toMatchObject({
      'safety-now': 'missed',
    });
  });
});

test('A run is judged the same on a graph without what is said', () => {
  const silent = withoutLines(bottle);
  expect(JSON.stringify(silent)).not.toContain('"r0');
  fc.assert(
    fc.property(fc.nat({ max: 9999 }), (number) => {
      const run = randomRun(bottle, number);
      const judged = resume(silent, choiceToSaved(runToChoice(run)));
      assert.deepEqual([judged.edited, judged.lost], [false, 0]);
      const [told, silently] = [debrief(run), debrief(judged.run)];
      assert.deepEqual(silently.findings, told.findings);
      assert.equal(silently.passed, told.passed);
    }),
  );
});
