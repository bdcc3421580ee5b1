import type { GraphChoice, SceneGraph } from './scenario-graph.ts';
import { walkScene } from './scenario-walk.ts';
import { shapesOf } from './scenario-world.ts';

/** A turn as a box; lengths in units of the drawing, from its upper left corner. */
export type MapBox = {
  readonly turn: string;
  /** Fewest choices from the beginning. */
  readonly layer: number;
  readonly x: number;
  readonly y: number;
  readonly ends: boolean;
};

/** What leads from one turn to another: all choices of one quality, or those after which the student withdraws. */
export type MapEdge = {
  readonly from: string;
  readonly to: string;
  readonly choices: readonly string[];
  readonly quality: GraphChoice['quality'];
  /** Whether trust has run out on this way. */
  readonly withdraws: boolean;
};

/** An edge as it is drawn. */
export type DrawnEdge = MapEdge & {
  /** Corners of its line, from the lower side of one box to the upper side of another. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Middle of the base line of its choices' names. */
  readonly label: readonly [x: number, y: number];
};

export type SceneMap = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly MapBox[];
  readonly edges: readonly DrawnEdge[];
};

/** Size of a box, in units of the drawing. */
export const box = { width: 230, height: 44 } as const;

const BESIDE = 40;
const LINE = 14;
const LABELS = 3;

/** Every way between two turns that some run takes, in the order of the file. */
export function sceneEdges(graph: SceneGraph): MapEdge[] {
  const choices = Object.values(graph.turns).flatMap((turn) => turn.choices);
  const byId = new Map(choices.map((choice) => [choice.id, choice]));
  const order = Object.keys(graph.turns);
  const found = new Map<string, { edge: MapEdge; ids: Set<string> }>();
  for (const { turn, place, ways } of shapesOf(graph).flatMap((world) => walkScene(world).stops)) {
    const hasWithdrawn = Boolean(place.values.withdrew);
    for (const { id, to } of ways) {
      const choice = byId.get(id);
      if (!choice) continue;
      const edge = {
        from: turn,
        to: to.turn,
        quality: choice.quality,
        withdraws: Boolean(to.place.values.withdrew) && !hasWithdrawn,
      };
      const key = `${turn} ${to.turn} ${choice.quality} ${edge.withdraws}`;
      const known = found.get(key) ?? { edge: { ...edge, choices: [] }, ids: new Set() };
      known.ids.add(id);
      found.set(key, known);
    }
  }
  const inFile = [...byId.keys()];
  const place = ({ from, to, choices: [first = ''] }: MapEdge) =>
    order.indexOf(from) * 1e6 + inFile.indexOf(first) * 1e3 + order.indexOf(to);
  return [...found.values()]
    .map(({ edge, ids }) => ({ ...edge, choices: inFile.filter((id) => ids.has(id)) }))
    .toSorted((a, b) => place(a) - place(b));
}

/** Fewest choices from the beginning to each turn. */
function layersOf(first: string, edges: readonly MapEdge[]): Map<string, number> {
  const layers = new Map([[first, 0]]);
  // A map that grows while it is walked is walked to its end.
  for (const [turn, layer] of layers) {
    for (const { from, to } of edges)
      if (from === turn && !layers.has(to)) layers.set(to, layer + 1);
  }
  return layers;
}

/**
 * Lays a scene out as a map: turns as boxes in rows by their distance from the beginning, edges from the lower side of
 * a box to the upper side of another. An edge that does not lead one row down runs up in a lane of its own beside the
 * boxes, so no line crosses a box.
 */
export function sceneMap(graph: SceneGraph): SceneMap {
  const edges = sceneEdges(graph);
  const layers = layersOf(graph.first, edges);
  const turns = Object.keys(graph.turns);
  const rows = Array.from({ length: Math.max(...layers.values()) + 1 }, (_, row) =>
    turns.filter((turn) => layers.get(turn) === row),
  );
  const isDown = ({ from, to }: MapEdge) => layers.get(to) === (layers.get(from) ?? 0) + 1;
  const aside = edges.filter((edge) => !isDown(edge));
  const inner = Math.max(...rows.map((row) => row.length * (box.width + BESIDE) - BESIDE));

  // Above each row: a line for each edge that comes in from a lane, below it one for each that leaves into a lane.
  const into = (row: number) => aside.filter(({ to }) => layers.get(to) === row);
  const outOf = (row: number) => aside.filter(({ from }) => layers.get(from) === row);
  const tops: number[] = [];
  let y = 0;
  for (const row of rows.keys()) {
    y += (into(row).length + 1) * LINE;
    tops.push(y);
    y += box.height + LABELS * LINE + (outOf(row).length + 1) * LINE;
  }

  const boxes = rows.flatMap((row, layer) =>
    row.map((turn, at): MapBox => {
      const left = (inner - row.length * (box.width + BESIDE) + BESIDE) / 2;
      const ends = graph.turns[turn]?.ends !== undefined;
      return { turn, layer, x: left + at * (box.width + BESIDE), y: tops[layer] ?? 0, ends };
    }),
  );
  const boxOf = (turn: string) => boxes.find((one) => one.turn === turn) as MapBox;

  /** The place of an edge among those on one side of a box, from left to right by where they lead. */
  const port = (edge: MapEdge, side: 'from' | 'to') => {
    const other = side === 'from' ? 'to' : 'from';
    const far = (one: MapEdge) => (isDown(one) ? boxOf(one[other]).x : inner + edges.indexOf(one));
    const all = edges.filter((one) => one[side] === edge[side]).toSorted((a, b) => far(a) - far(b));
    const at = all.indexOf(edge);
    return { x: boxOf(edge[side]).x + ((at + 1) * box.width) / (all.length + 1), at };
  };

  const drawn = edges.map((edge): DrawnEdge => {
    const [from, to] = [boxOf(edge.from), boxOf(edge.to)];
    const [start, end] = [port(edge, 'from'), port(edge, 'to')];
    const bottom = from.y + box.height;
    const label = [start.x, bottom + LINE * (1 + (start.at % LABELS))] as const;
    const points = [[start.x, bottom] as const];
    if (!isDown(edge)) {
      const below = bottom + LINE * (LABELS + 1 + outOf(from.layer).indexOf(edge));
      const above = to.y - LINE * (1 + into(to.layer).indexOf(edge));
      const lane = inner + LINE * (1 + aside.indexOf(edge));
      points.push([start.x, below], [lane, below], [lane, above], [end.x, above]);
    } else {
      points.push([start.x, bottom + LINE * LABELS]);
    }
    points.push([end.x, to.y]);
    return { ...edge, points, label };
  });
  return { width: inner + LINE * (aside.length + 2), height: y, boxes, edges: drawn };
}
