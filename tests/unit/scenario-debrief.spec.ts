import { expect, test } from '@playwright/test';
import { replay } from '../../src/domain/scenario.ts';
import { debrief, type Finding, score } from '../../src/domain/scenario-debrief.ts';
import { teaScene } from '../support/scenes.ts';

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
