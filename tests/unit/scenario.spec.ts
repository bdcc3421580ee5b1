import { expect, test } from '@playwright/test';
import {
  choicesShown,
  choiceToSaved,
  choose,
  ending,
  goBackOne,
  replay,
  resume,
  runToChoice,
  startScenario,
} from '../../src/domain/scenario.ts';
import { sceneTexts } from '../../src/domain/scenario-words.ts';
import { courseScenes, teaScene } from '../support/scenes.ts';

const { graph } = teaScene();
const shown = (...choices: string[]) =>
  choicesShown(replay(graph, 1, choices))
    .map(({ id }) => id)
    .sort();
const said = (...choices: string[]) => {
  const beat = replay(graph, 1, choices).beats.at(-1);
  return [...(beat?.reply ?? []), ...(beat?.opening ?? [])].map(({ key }) => key);
};

test.describe('A scene', () => {
  test('begins with the first turn of its file', () => {
    expect(startScenario(graph, 1).beats).toEqual([{ reply: [], opening: [{ key: 'r01' }] }]);
  });

  test('is spoken and thought by whoever a turn is with, and by the student everywhere else', () => {
    const { scenario } = teaScene(['  door:\n', '  door:\n    with: friend\n']);
    const whoOf = Object.fromEntries([...sceneTexts(scenario)].map(({ key, who }) => [key, who]));
    expect([whoOf['r01'], whoOf['c01.thought']]).toEqual(['friend', 'friend']);
    expect([whoOf['r04'], whoOf['c12.thought']]).toEqual([undefined, undefined]);
  });

  test('answers by what it remembers, not by the last choice alone', () => {
    expect(said('c03')).toEqual(['r04']);
    expect(said('c01')).toEqual(['r03']);
  });

  test('offers a way back right after a weak line, and only there', () => {
    expect(shown('c01')).toEqual(['c02', 'c04', 'c05']);
    expect(shown('c01', 'c04')).toEqual(['c07', 'c08']);
  });

  test('stays at its turn while a weak line is taken back', () => {
    expect(said('c01', 'c02')).toEqual(['r02']);
    expect(shown('c01', 'c02')).toEqual(['c04', 'c05']);
  });

  test('forgives a weak line that was taken back', () => {
    const { values } = replay(graph, 1, ['c01', 'c02']).place;
    expect(values).toMatchObject({ rapport: 2, minimised: 0, repaired: 1, erred: 1 });
  });

  test('goes where the student has drawn back once trust has run out', () => {
    const run = replay(graph, 1, ['c01', 'c05']);
    expect(run.place).toMatchObject({ turn: 'shut', values: { rapport: 0, withdrew: 1 } });
    expect(said('c01', 'c05', 'c06')).toEqual(['r12']);
    expect(ending(choose(run, 'c14'))).toBe('withdrew-handed-over');
  });

  test('keeps trust between nothing and five', () => {
    const { graph: generous } = teaScene(['rapport +1, openedSafely', 'rapport +9, openedSafely']);
    expect(replay(generous, 1, ['c03']).place.values.rapport).toBe(5);
  });

  test('does not count listening that follows advice until the advice is taken back', () => {
    const listened = (...choices: string[]) => replay(graph, 1, choices).place.values.listened;
    expect(listened('c03', 'c04')).toBe(2);
    const { graph: early } = teaScene(['move: minimise', 'move: advise-early']);
    expect(replay(early, 1, ['c01', 'c04']).place.values.listened).toBe(0);
    expect(replay(early, 1, ['c01', 'c02', 'c04']).place.values.listened).toBe(1);
  });

  test('refuses a choice that is not on offer', () => {
    expect(() => choose(startScenario(graph, 1), 'c07')).toThrow(
      '"c07" is not on offer at the turn "door".',
    );
  });

  test('can be taken back by one line', () => {
    const run = replay(graph, 1, ['c01', 'c05']);
    expect(goBackOne(run)).toEqual(replay(graph, 1, ['c01']));
    expect(goBackOne(startScenario(graph, 1))).toEqual(startScenario(graph, 1));
  });
});

test.describe('The seed of a run', () => {
  const [knock] = courseScenes().filter(({ id }) => id === 'warden-knock');
  const seeds = Array.from({ length: 30 }, (_, seed) => seed);

  test('changes the order of the choices and nothing else about them', () => {
    const orders = seeds.map((seed) =>
      choicesShown(startScenario(graph, seed)).map(({ id }) => id),
    );
    expect(new Set(orders.map((ids) => ids.join())).size).toBe(2);
    expect(new Set(orders.map((ids) => ids.toSorted().join())).size).toBe(1);
  });

  test('changes the wording of a line that has several', () => {
    const first = (seed: number) =>
      knock && startScenario(knock.graph, seed).beats[0]?.opening.at(-1)?.key;
    const wordings = seeds.map(first).filter((key) => key?.startsWith('r01'));
    expect(new Set(wordings)).toEqual(new Set(['r01', 'r01.2', 'r01.3']));
  });
});

test.describe('A kept run', () => {
  const run = replay(graph, 7, ['c03', 'c04', 'c07']);
  const kept = choiceToSaved(runToChoice(run));

  test('holds a word for the scene and the seed, then ids only', () => {
    expect(runToChoice(run)).toEqual([`${graph.hash}.7`, 'c03', 'c04', 'c07']);
    expect(choiceToSaved(runToChoice(run))).toEqual({
      hash: graph.hash,
      seed: 7,
      choices: ['c03', 'c04', 'c07'],
    });
  });

  test('that cannot be read begins afresh', () => {
    expect(choiceToSaved([])).toEqual({ hash: '', seed: 1, choices: [] });
    expect(resume(graph, choiceToSaved(['???', 'c99'])).run).toEqual(startScenario(graph, 1));
  });

  test('goes on where it stood', () => {
    expect(resume(graph, kept)).toEqual({ run, edited: false, lost: 0 });
  });

  test('does not notice that a line was reworded', () => {
    const { graph: reworded } = teaScene(['Since when?', 'How long?']);
    expect(resume(reworded, kept)).toMatchObject({ edited: false, lost: 0 });
  });

  test('goes on at the last choice that an edit has left, and says so', () => {
    const { graph: cut } = teaScene(['id: c04', 'id: c40']);
    const resumed = resume(cut, kept);
    expect(resumed).toMatchObject({ edited: true, lost: 2 });
    expect(resumed.run.chosen).toEqual(['c03']);
  });

  test('keeps its choices when others are put before them', () => {
    const { graph: grown } = teaScene([
      '      - id: c04\n',
      '      - { id: c30, move: wait, quality: fair, text: { hi: (चुप।), en: (Silent.) }, thought: { hi: चुप।, en: Quiet. }, coach: { hi: चुप।, en: Quiet. }, next: ask }\n      - id: c04\n',
    ]);
    const resumed = resume(grown, kept);
    expect(resumed).toMatchObject({ edited: true, lost: 0 });
    expect(resumed.run.chosen).toEqual(['c03', 'c04', 'c07']);
  });
});
