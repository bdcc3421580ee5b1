import { expect, test } from '@playwright/test';
import type { SceneGraph } from '../../src/domain/scenario-graph.ts';
import {
  box,
  type DrawnEdge,
  type SceneMap,
  sceneEdges,
  sceneMap,
} from '../../src/domain/scenario-map.ts';
import { once } from '../support/files.ts';
import { courseScenes, teaScene } from '../support/scenes.ts';

// The maps of all scenes are made once, in one process.
test.describe.configure({ mode: 'default' });

const maps = once(() =>
  [teaScene(), ...courseScenes()].map(({ graph }) => ({ graph, map: sceneMap(graph) })),
);

/** Looks at the map of every scene. */
function inEveryMap(look: (map: SceneMap, graph: SceneGraph) => void): void {
  for (const { graph, map } of maps()) look(map, graph);
}

/** The straight pieces of an edge's line, each as the rectangle around it. */
function piecesOf({ points }: DrawnEdge) {
  return points.slice(1).map(([x, y], at) => {
    const [fromX, fromY] = points[at] ?? [0, 0];
    const [left, right] = [Math.min(x, fromX), Math.max(x, fromX)];
    return { left, right, top: Math.min(y, fromY), bottom: Math.max(y, fromY) };
  });
}

/** Fewest choices from the beginning to a turn, found by trying every way of that length. */
function distance({ edges }: SceneMap, first: string, goal: string): number {
  let reached = new Set([first]);
  for (let steps = 0; steps <= edges.length; steps += 1) {
    if (reached.has(goal)) return steps;
    reached = new Set(edges.filter(({ from }) => reached.has(from)).map(({ to }) => to));
  }
  return -1;
}

test('A map has one box for each turn, in the row of its distance', () => {
  inEveryMap((map, { turns, first }) => {
    expect(map.boxes.map(({ turn }) => turn).toSorted()).toEqual(Object.keys(turns).toSorted());
    const far = map.boxes.filter(({ turn, layer }) => layer !== distance(map, first, turn));
    expect(far).toEqual([]);
  });
});

test('A map shows where every choice leads', () => {
  inEveryMap(({ edges }, { turns, withdrawsTo }) => {
    const drawn = new Set(edges.flatMap(({ choices }) => choices));
    const choices = Object.values(turns).flatMap((turn) => turn.choices);
    expect([...drawn].toSorted()).toEqual(choices.map(({ id }) => id).toSorted());
    // No assertion for each choice: thousands have to be quick.
    const stray = edges.filter(({ from, to, choices: ids, quality, withdraws }) => {
      const named = (turns[from]?.choices ?? []).filter(({ id }) => ids.includes(id));
      if (withdraws && to !== withdrawsTo) return true;
      return named.some(
        (choice) =>
          choice.quality !== quality || (!withdraws && !choice.next.some((next) => next.to === to)),
      );
    });
    expect(stray).toEqual([]);
  });
});

test('In a map boxes stand apart, no line crosses one, and all of it is within the drawing', () => {
  inEveryMap((map) => {
    const rectangles = map.boxes.map(({ turn, x, y }) => ({
      ...{ turn, left: x, right: x + box.width, top: y, bottom: y + box.height },
    }));
    const pieces = map.edges.flatMap(piecesOf);
    const crossed = rectangles.filter(
      (one) =>
        !(one.left >= 0 && one.right <= map.width && one.bottom <= map.height) ||
        [...rectangles, ...pieces].some(
          (other) =>
            other !== one &&
            other.left < one.right &&
            other.right > one.left &&
            other.top < one.bottom &&
            other.bottom > one.top,
        ),
    );
    expect(crossed).toEqual([]);
    const outside = map.edges
      .flatMap(({ points }) => points)
      .filter(([x, y]) => x < 0 || x > map.width || y < 0 || y > map.height);
    expect(outside).toEqual([]);
  });
});

test('The map of a small scene: a weak line twice leads to the closed door', () => {
  const edges = sceneEdges(teaScene().graph).map(
    ({ from, to, choices, withdraws }) =>
      `${from} ${withdraws ? '⇢' : '→'} ${to}: ${choices.join(' ')}`,
  );
  expect(edges).toEqual([
    'door → talk: c01',
    'door → talk: c03',
    'talk → ask: c04',
    'talk → ask: c05',
    'talk ⇢ shut: c05',
    'ask → tell: c07',
    'ask → tell: c08',
    'tell → hand: c09',
    'tell → hand: c10',
    'hand → end: c12',
    'hand → end: c13',
    'shut → end-door: c14',
    'shut → end-door: c15',
  ]);
});
