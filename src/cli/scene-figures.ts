import { linesOf } from '../domain/scenario.ts';
import { scenarioToGraph } from '../domain/scenario-compile.ts';
import { domains } from '../domain/scenario-debrief.ts';
import type { SceneGraph } from '../domain/scenario-graph.ts';
import { expectedScore, longestFirst, prospects, trainedRun } from '../domain/scenario-play.ts';
import { atRandom, spreadOf } from '../domain/scenario-spread.ts';
import { randomRun, varietyOf } from '../domain/scenario-variety.ts';
import { type Stop, type Walk, walkScene } from '../domain/scenario-walk.ts';
import { sceneTexts, sceneWords } from '../domain/scenario-words.ts';
import { shapesOf } from '../domain/scenario-world.ts';
import type { Scenario } from '../schema/scenario.ts';

const percent = (share: number) => `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;

/** How many runs lead from the beginning to an ending. */
function runsOf({ stops }: Walk): number {
  const known = new Map<Stop, number>();
  for (const stop of stops) {
    const after = stop.ways.reduce((sum, { to }) => sum + (known.get(to) ?? 0), 0);
    known.set(stop, stop.isEnd ? 1 : after);
  }
  return known.get(stops.at(-1) as Stop) ?? 0;
}

/** Runs that are played by chance to see how long they are. */
const PLAYED = 300;

/** The figures of a scene as lines of text: size, runs, variety, then for each truth outcomes, domains, and how far habits get. */
export function sceneFigures(file: string, scenario: Scenario): string {
  const whole = scenarioToGraph(scenario);
  const turns = Object.values(whole.turns);
  const words = Object.keys(scenario.title).map((lang) => {
    const texts = [...sceneTexts(scenario)].map((text) => text.words[lang] ?? '');
    return `${lang} ${texts.join(' ').split(/\s+/).filter(Boolean).length}`;
  });
  const lengths = Array.from(
    { length: PLAYED },
    (_, number) => linesOf(randomRun(whole, number)).length,
  );
  const { shared, altered, varied } = varietyOf(whole);
  return [
    file,
    `  turns ${turns.length}, choices ${turns.flatMap(({ choices }) => choices).length}, words ${words.join(', ')}`,
    `  lines of a run ${Math.min(...lengths)} to ${Math.max(...lengths)}`,
    `  two plays share ${percent(shared)}, an early choice alters ${altered.toFixed(1)} later lines, ${percent(varied)} of replies and thoughts vary`,
    ...shapesOf(whole).flatMap((graph) => worldFigures(graph, scenario)),
  ].join('\n');
}

function worldFigures(graph: SceneGraph, scenario: Scenario): string[] {
  const walk = walkScene(graph);
  const outcomes = new Map<string, number>();
  const heldAt = spreadOf(graph, []);
  for (const stop of walk.stops) {
    const end = graph.turns[stop.turn]?.ends;
    if (!end) continue;
    for (const [, share] of heldAt(stop)) outcomes.set(end, (outcomes.get(end) ?? 0) + share);
  }
  const chance = prospects(graph, atRandom);
  const habits = Object.keys(scenario.title).map((lang) => {
    const likely = prospects(graph, longestFirst(sceneWords(scenario, lang)));
    return `longest (${lang}) ${percent(expectedScore(graph, likely))}`;
  });
  return [
    ...(graph.truth ? [`  truth ${graph.truth}`] : []),
    `  runs ${runsOf(walk).toLocaleString('en')}, places ${walk.stops.length.toLocaleString('en')}`,
    `  outcomes by chance: ${[...outcomes].map(([end, share]) => `${end} ${percent(share)}`).join(', ')}`,
    `  met or mended by chance: ${domains.map((domain) => `${domain} ${percent(chance[domain].met + chance[domain].mended)}`).join(', ')}`,
    `  score: trained 100 %, at random ${percent(expectedScore(graph, chance))}, ${habits.join(', ')}`,
    `  trained run: ${trainedRun(graph).join(' ')}`,
  ];
}
